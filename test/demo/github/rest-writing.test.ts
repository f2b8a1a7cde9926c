import { createClients } from '../../../src/github/client.ts';
import { openWriting } from '../../../src/github/writing/open.ts';
import type { RepositoryAddress } from '../../../src/ports/github.ts';
import * as actions from '../../../demo/github/actions.ts';
import { repositoryAt, threadAt } from '../../../demo/github/actions/find.ts';
import type { Issue, Pull } from '../../../demo/github/state.ts';
import type { World } from '../../../demo/github/world.ts';
import { githubWritingContract } from '../../contracts/github-writing.ts';
import type { Look, Person, SeenIssue } from '../../contracts/github-writing/rig.ts';
import { countedBudget } from '../../github/writing-rig.ts';
import { aPull, PAYMENTS } from './actions-world.ts';
import { openScene } from './server-scene.ts';

const BOT = 'groundwork[bot]';

/* The writing side of the app does on the local GitHub what it does on its other stand-ins. */
githubWritingContract('on the local GitHub', async () => {
  const scene = await openScene();
  const { world } = scene;
  const empty = actions.createRepository(world, 'siri', {
    owner: 'harbour',
    name: 'reviews-noor',
    visibility: 'private',
  });
  empty.branches.clear();
  const budget = countedBudget();
  const line = countingLine();
  const clients = createClients({
    apiUrl: scene.github.url,
    appId: 4711,
    privateKey: scene.privateKey,
    throttle: false,
    fetch: line.fetch,
  });
  const addressOf = (name: string): RepositoryAddress => {
    return { installation: scene.installation.id, id: repositoryAt(world.state, name).id, name };
  };
  return {
    writing: openWriting(clients, budget.pacing),
    account: 900,
    repository: addressOf(PAYMENTS),
    emptyRepository: addressOf('harbour/reviews-noor'),
    subject: actions.openPull(world, 'adaeze', aPull).number,
    assignable: 'adaeze',
    person: personIn(world),
    look: lookAt(world),
    writes: line.writes,
    taken: budget.taken,
    leave: budget.leave,
    loseNextAnswer: line.loseNext,
    close: () => scene.github.close(),
  };
});

/** Counts what is written, tokens apart, and loses an answer when it is told to. */
function countingLine() {
  let writes = 0;
  let losing = false;
  const send: typeof fetch = async (input, init) => {
    const isWrite = (init?.method ?? 'GET') !== 'GET' && !new Request(input).url.endsWith('/access_tokens');
    if (isWrite) writes += 1;
    const answer = await fetch(input, init);
    if (!isWrite || !losing) return answer;
    losing = false;
    throw new TypeError('The connection was lost.');
  };
  return { fetch: send, writes: () => writes, loseNext: () => void (losing = true) };
}

function personIn(world: World): Person {
  const at = { repository: PAYMENTS };
  return {
    editComment: async (id, body) => void actions.editComment(world, 'tomas', { ...at, comment: id, body }),
    editIssue: async (number, body) => void actions.editIssue(world, 'tomas', { ...at, number, body }),
    deleteComment: async (id) => actions.deleteComment(world, 'tomas', { ...at, comment: id }),
    comment: async (number, body) => void actions.comment(world, 'tomas', { ...at, number, body }),
    openIssue: async (title, body) => actions.openIssue(world, 'tomas', { ...at, title, body }).number,
    closeIssue: async (number) => {
      const isPull = threadAt(world.state, { ...at, number }).kind === 'pull';
      (isPull ? actions.closePull : actions.closeIssue)(world, 'tomas', { ...at, number });
    },
    mergePullRequest: async (number) => void actions.mergePull(world, 'tomas', { ...at, number }),
    editFile: async (branch, path, text) =>
      void actions.writeFile(world, 'tomas', { ...at, branch, path, text }),
  };
}

function lookAt(world: World): Look {
  return {
    comments: async (number) => {
      const { comments } = threadAt(world.state, { repository: PAYMENTS, number });
      return comments.map(({ id, body, author }) => ({ id, body, isOurs: author === BOT }));
    },
    issues: async () => ours(world, PAYMENTS, 'issue'),
    pullRequests: async ({ name }) => ours(world, name, 'pull'),
    file: async ({ name }, branch, path) =>
      repositoryAt(world.state, name).branches.get(branch)?.files.get(path) ?? null,
  };
}

function ours(world: World, repository: string, kind: Issue['kind'] | Pull['kind']): readonly SeenIssue[] {
  const all = [...repositoryAt(world.state, repository).threads.values()];
  return all
    .filter((thread) => thread.author === BOT && thread.kind === kind)
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, title, body, state, labels, assignees }) => ({
      number,
      title,
      body,
      open: state === 'open',
      labels,
      assignees,
    }));
}
