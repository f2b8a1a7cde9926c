import * as actions from '../../demo/github/actions.ts';
import { pullAt, repositoryAt, threadAt } from '../../demo/github/actions/find.ts';
import { nameOf } from '../../demo/github/permissions.ts';
import type { World } from '../../demo/github/world.ts';
import { createClients } from '../../src/github/client.ts';
import { openReading } from '../../src/github/open.ts';
import { githubReadingContract } from '../contracts/github-reading.ts';
import type { LookAround, PeopleOnGitHub, PullOpened } from '../contracts/github-reading/rig.ts';
import { changed, PAYMENTS } from '../demo/github/actions-world.ts';
import { openScene } from '../demo/github/server-scene.ts';

const organisation = 'harbour';

githubReadingContract('on the local GitHub', async () => {
  const scene = await openScene();
  const { world, github, installation } = scene;
  let requests = 0;
  const clients = createClients({
    apiUrl: github.url,
    appId: world.state.app.id,
    privateKey: scene.privateKey,
    throttle: false,
    fetch: (input, init) => {
      if (!new Request(input).url.endsWith('/access_tokens')) requests += 1;
      return fetch(input, init);
    },
  });
  const { id } = repositoryAt(world.state, PAYMENTS);
  return {
    reading: openReading(clients).reading,
    installation: installation.id,
    organisation,
    repository: { installation: installation.id, id, name: PAYMENTS },
    people: peopleIn(world),
    look: lookAt(world),
    requests: () => requests,
    close: () => github.close(),
  };
});

function at(number: number) {
  return { repository: PAYMENTS, number };
}

function fullName(name: string): string {
  return `${organisation}/${name}`;
}

function peopleIn(world: World): PeopleOnGitHub {
  const { state } = world;
  return {
    now: (time) => void (state.now = time),
    openPull: (by, pull) => actions.openPull(world, by, wishOf(world, by, pull)).number,
    push: (by, number, path) => {
      const before = pullAt(state, at(number)).files.filter((file) => file.path === path);
      actions.push(world, by, { ...at(number), message: `Change ${path}`, files: before });
    },
    review: (by, number, given) => {
      const { id } = actions.submitReview(world, by, { ...at(number), ...given });
      const begun = pullAt(state, at(number)).reviewThreads.filter(
        ({ comments }) => comments[0]?.review === id,
      );
      return {
        review: id,
        threads: begun.map((thread) => ({ id: thread.id, comment: thread.comments[0]?.id ?? 0 })),
      };
    },
    dismiss: (by, number, review) => void actions.dismissReview(world, by, { ...at(number), review }),
    reply: (by, number, thread, body) => actions.replyToThread(world, by, { ...at(number), thread, body }).id,
    resolve: (by, number, thread) => void actions.resolveThread(world, by, { ...at(number), thread }),
    comment: (by, number, body) => actions.comment(world, by, { ...at(number), body }).id,
    merge: (by, number) => void actions.mergePull(world, by, at(number)),
    openIssue: (by, { body = '', ...issue }) =>
      actions.openIssue(world, by, { repository: PAYMENTS, body, ...issue }).number,
    closeIssue: (by, number) => void actions.closeIssue(world, by, at(number)),
    edit: (by, number, body) => {
      const { kind } = threadAt(state, at(number));
      (kind === 'pull' ? actions.editPull : actions.editIssue)(world, by, { ...at(number), body });
    },
    ...officeIn(world),
  };
}

type Office = Pick<
  PeopleOnGitHub,
  | 'write'
  | 'join'
  | 'deleteAccount'
  | 'changeLogin'
  | 'makeRepository'
  | 'rename'
  | 'archive'
  | 'letIn'
  | 'basePermission'
>;

/** What Siri does, who owns it all. */
function officeIn(world: World): Office {
  const { state } = world;
  return {
    write: (name, path, text) =>
      void actions.writeFile(world, 'siri', { repository: fullName(name), path, text }),
    join: (login) => {
      actions.createUser(world, { login, name: null });
      actions.addMember(world, 'siri', { organisation, login });
    },
    deleteAccount: (login) => actions.deleteUser(world, { login }),
    changeLogin: (login, to) => void actions.renameUser(world, { login, to }),
    makeRepository: (name, visibility) =>
      void actions.createRepository(world, 'siri', { owner: organisation, name, visibility }),
    rename: (name, to) =>
      void actions.renameRepository(world, 'siri', { repository: fullName(name), name: to }),
    archive: (name) => void actions.archive(world, 'siri', { repository: fullName(name) }),
    letIn: (name, login) =>
      actions.addCollaborator(world, 'siri', { repository: fullName(name), login, permission: 'read' }),
    basePermission: (to) => {
      const found = state.organisations.get(organisation);
      if (found !== undefined) found.basePermission = to;
    },
  };
}

/** Each on a branch of its own. */
function wishOf({ state }: World, by: string, { title, body = '', files, commits, ...rest }: PullOpened) {
  const { branches } = repositoryAt(state, PAYMENTS);
  return {
    repository: PAYMENTS,
    title,
    body,
    head: `branch-${branches.size}`,
    files: (files ?? [{ path: 'src/bank.ts', additions: 4, deletions: 1 }]).map((file) =>
      changed(file.path, file.additions, file.deletions),
    ),
    commits: (commits ?? [title]).map((message) => ({ author: by, message, at: state.now })),
    ...rest,
  };
}

function lookAt(world: World): LookAround {
  const { state } = world;
  return {
    memberOf: (login) => {
      const user = state.users.get(nameOf(state, login) ?? '');
      if (user === undefined) throw new Error(`Nobody is called ${login}.`);
      return { id: user.id, login: user.login };
    },
    repository: (name) => {
      const { id, visibility, archived } = repositoryAt(state, fullName(name));
      return { id, name: fullName(name), visibility, archived };
    },
    page: (path) => `${world.url}${path}`,
  };
}
