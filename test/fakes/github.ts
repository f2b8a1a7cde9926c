import type { Facts } from '../../src/evidence/facts.ts';
import { unpaced } from '../../src/github/pacing.ts';
import type { Organisation, RepositoryFacts } from '../../src/people/organisation.ts';
import type {
  AppIdentity,
  AppSide,
  ChangedSubject,
  FailedDelivery,
  GitHub,
  Installation,
  PostedIssue,
  ReadingSide,
  RepositoryReaders,
  RulesFile,
} from '../../src/ports/github.ts';
import type { Pacing } from '../../src/ports/pacing.ts';
import { addRepository, emptyBoard, findIssue } from './github/board.ts';
import type { Board, BoardRepository } from './github/board.ts';
import { peopleOn } from './github/people.ts';
import type { People } from './github/people.ts';
import { callLog } from './github/calls.ts';
import type { Call, CallLog } from './github/calls.ts';
import { boardWriting } from './github/writing.ts';

/** What is true on the fake GitHub. Tests set it, change it as they go, and read what was posted. */
export type World = {
  identity: AppIdentity;
  installations: readonly Installation[];
  failedDeliveries: readonly FailedDelivery[];
  /** Attempts that were asked for again. */
  readonly redelivered: readonly FailedDelivery['attempt'][];
  /** By the installation's id. */
  readonly organisations: Map<number, Organisation>;
  /** By the installation's id; where there is none, there is no `.github` repository. */
  readonly rules: Map<number, RulesFile>;
  /** By the repository's id; where there is none, the app cannot see who reads it. */
  readonly readers: Map<number, RepositoryReaders['readers']>;
  /** Who edited an issue of the app last, and what people wrote below it: by `<repository>#<number>`. */
  readonly answers: Map<string, Omit<PostedIssue, 'body'>>;
  /** What stands in repositories: issues, pull requests and comments as they were posted and edited. */
  readonly board: Board;
  /** Makes a repository, with a first commit unless it is to be empty. */
  addRepository(facts: RepositoryFacts, options?: { readonly empty: boolean }): BoardRepository;
  /** What the app reads of one pull request or issue. An issue or pull request to write on stands on the board, too. */
  setSubject(repository: number, facts: Facts, changedAt: string): void;
  removeSubject(repository: number, facts: Facts): void;
  /** What people do, in any repository. */
  readonly people: People;
  /** Writes of the app so far. */
  readonly writes: () => number;
  /** The next write takes effect, and its answer is lost: RetryLater. */
  readonly loseNextAnswer: () => void;
  /** Calls of one kind so far. */
  readonly calls: (kind: Call) => number;
  /** The next call of this kind fails: before it does anything, or after it took effect. */
  readonly failNext: (kind: Call, error: Error, when?: 'before' | 'after') => void;
};

type Subject = { readonly repository: number; readonly facts: Facts; readonly changedAt: string };

/** GitHub in memory. The contract suite shows that it writes as the real one does. */
export function githubFake(pacing: Pacing = unpaced): { readonly github: GitHub; readonly world: World } {
  const board = emptyBoard();
  const log = callLog();
  const subjects = new Map<string, Subject>();
  const redelivered: FailedDelivery['attempt'][] = [];
  const world: World = {
    identity: { id: 1, slug: 'groundwork', permissions: { issues: 'write' }, events: ['issues'] },
    installations: [],
    failedDeliveries: [],
    redelivered,
    organisations: new Map(),
    rules: new Map(),
    readers: new Map(),
    answers: new Map(),
    board,
    addRepository: (facts, options) => addRepository(board, facts, options),
    setSubject: (repository, facts, changedAt) =>
      void subjects.set(subjectKey(repository, facts.kind, facts.number), { repository, facts, changedAt }),
    removeSubject: (repository, { kind, number }) =>
      void subjects.delete(subjectKey(repository, kind, number)),
    people: peopleOn(board),
    writes: log.writes,
    loseNextAnswer: log.loseNextAnswer,
    calls: log.calls,
    failNext: log.failNext,
  };
  const github = {
    app: log.watched(appSide(world, redelivered)),
    reading: readingSide(world, subjects, log),
    writing: log.watched(boardWriting(board, pacing, log.wrote)),
  };
  return { github, world };
}

function appSide(world: World, redelivered: FailedDelivery['attempt'][]): AppSide {
  return {
    identity: async () => world.identity,
    installations: async () => world.installations,
    failedDeliveries: async (since) =>
      world.failedDeliveries.filter(({ deliveredAt }) => deliveredAt >= since),
    redeliver: async (attempt) => void redelivered.push(attempt),
  };
}

function readingSide(world: World, subjects: ReadonlyMap<string, Subject>, log: CallLog): ReadingSide {
  const all = () => [...world.board.repositories.values()].map(({ facts }) => facts);
  const promised: Omit<ReadingSide, 'subjectsSince'> = {
    subject: async ({ repository, kind, number }) =>
      subjects.get(subjectKey(repository.id, kind, number))?.facts ?? null,
    organisation: async (installation) => world.organisations.get(installation) ?? unknownOrganisation(),
    rulesFile: async (installation) => world.rules.get(installation) ?? { kind: 'no-repository' },
    readers: async ({ id }) => {
      const [repository, readers] = [all().find((one) => one.id === id), world.readers.get(id)];
      return repository === undefined || readers === undefined ? null : { repository, readers };
    },
    posted: async ({ id }, number) => {
      const issue = findIssue(world.board, id, number);
      const answers = world.answers.get(`${id}#${number}`);
      return issue && { body: issue.body, editedBy: null, editedAt: null, replies: [], ...answers };
    },
    repository: async (_, fullName) => all().find(({ name }) => name === fullName) ?? null,
  };
  return {
    ...log.watched(promised),
    subjectsSince: (repository, since) => changedSince(subjects, log, repository.id, since),
  };
}

async function* changedSince(
  subjects: ReadonlyMap<string, Subject>,
  log: CallLog,
  repository: number,
  since: string,
): AsyncIterable<ChangedSubject> {
  await log.call('subjectsSince');
  const changed = [...subjects.values()].filter(
    (one) => one.repository === repository && one.changedAt >= since,
  );
  for (const { facts, changedAt } of changed.toSorted((one, other) =>
    one.changedAt < other.changedAt ? 1 : -1,
  ))
    if (facts.number !== null) yield { kind: facts.kind, number: facts.number, changedAt };
}

function unknownOrganisation(): Organisation {
  return { repositories: [], teams: [], owners: [], members: [] };
}

function subjectKey(repository: number, kind: Facts['kind'], number: number | null): string {
  return `${repository}/${kind}/${number}`;
}
