import { RetryLater } from '../../src/errors.ts';
import type { RepositoryAddress } from '../../src/ports/github.ts';
import type { Pacing } from '../../src/ports/pacing.ts';
import type { Look, Person, SeenIssue, WritingRig } from '../contracts/github-writing/rig.ts';
import { addRepository, appAuthor, fileOf } from '../fakes/github/board.ts';
import type { Board, PostedIssue } from '../fakes/github/board.ts';
import { peopleOn } from '../fakes/github/people.ts';
import type { People } from '../fakes/github/people.ts';

const address: RepositoryAddress = { installation: 3, id: 7, name: 'harbour/orders' };
const empty: RepositoryAddress = { installation: 3, id: 8, name: 'harbour/reviews-ada' };

/** A budget that a test can use up. */
export type Budget = Pick<WritingRig, 'taken' | 'leave'> & { readonly pacing: Pacing };

export function countedBudget(): Budget {
  let taken = 0;
  let left = Infinity;
  const beforeWriting = () => {
    if (left === 0) throw new RetryLater(new Date(Date.now() + 60_000), 'The budget is used up.');
    left -= 1;
    taken += 1;
  };
  return {
    pacing: { gatherAfter: 0, beforeWriting },
    taken: () => taken,
    leave: (pieces) => void (left = pieces),
  };
}

type Tested = Pick<WritingRig, 'writing' | 'writes' | 'loseNextAnswer' | 'close'>;

/** Two repositories and people at work on a board in memory; `tested` writes on the same board. */
export function rigOn(board: Board, { taken, leave }: Budget, tested: Tested): WritingRig {
  const people = peopleOn(board);
  const facts = { visibility: 'private', archived: false } as const;
  addRepository(board, { ...facts, id: address.id, name: address.name }).assignable.add('ada');
  addRepository(board, { ...facts, id: empty.id, name: empty.name }, { empty: true });
  return {
    ...tested,
    account: 900,
    repository: address,
    emptyRepository: empty,
    subject: people.openPullRequest(address.id, 'Add an index', 'index').number,
    assignable: 'ada',
    person: personOf(people),
    look: lookAt(board, people),
    taken,
    leave,
  };
}

function personOf(people: People): Person {
  const at = address.id;
  return {
    editComment: async (id, body) => people.editComment(id, body),
    editIssue: async (number, body) => people.editIssue(at, number, body),
    deleteComment: async (id) => people.deleteComment(id),
    comment: async (number, body) => void people.comment(at, number, body),
    openIssue: async (title, body) => people.openIssue(at, title, body).number,
    closeIssue: async (number) => people.close(at, number),
    mergePullRequest: async (number) => people.merge(at, number),
    editFile: async (branch, path, text) => people.editFile(at, branch, path, text),
  };
}

function lookAt(board: Board, people: People): Look {
  return {
    comments: async (number) =>
      people.comments(address.id, number).map((one) => ({ id: one.id, body: one.body, isOurs: isOurs(one) })),
    issues: async () => people.issues(address.id).filter(isOurs).map(seen),
    pullRequests: async ({ id }) => people.pullRequests(id).filter(isOurs).map(seen),
    file: async ({ id }, branch, path) => {
      const repository = board.repositories.get(id);
      return repository === undefined ? null : fileOf(repository, branch, path);
    },
  };
}

function isOurs({ author }: Pick<PostedIssue, 'author'>): boolean {
  return author.login === appAuthor.login;
}

function seen({ number, title, body, state, labels, assignees }: PostedIssue): SeenIssue {
  return { number, title, body, open: state === 'open', labels, assignees };
}
