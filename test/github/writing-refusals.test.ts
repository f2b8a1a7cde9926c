import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { openWriting } from '../../src/github/writing/open.ts';
import { unpaced } from '../../src/github/pacing.ts';
import type {
  CommentText,
  IssueText,
  PullRequestText,
  RepositoryAddress,
  WritingSide,
} from '../../src/ports/github.ts';
import { contentHash, withMarker } from '../../src/report/marker.ts';
import { addComment, addIssue, addRepository, emptyBoard, putFile } from '../fakes/github/board.ts';
import type { Author, Board, BoardRepository } from '../fakes/github/board.ts';
import { knownOf } from '../contracts/github-writing/rig.ts';
import { restClient, serveRest } from './writing-rest.ts';
import type { RestServer } from './writing-rest.ts';

const mira: Author = { login: 'mira', type: 'User' };
const address: RepositoryAddress = { installation: 3, id: 7, name: 'harbour/reviews-ada' };
const text = { account: 900, repository: address, key: 'report/7', body: 'The report.', known: null };
const comment: CommentText = { ...text, number: 1 };
const issue: IssueText = { ...text, title: 'Report', labels: [], assignees: [], continuations: [] };
const change: PullRequestText = {
  ...text,
  title: 'Report',
  path: 'reports/a.md',
  content: '# A\n',
  branch: 'groundwork/a',
};

let board: Board;
let repository: BoardRepository;
let server: RestServer;
let writing: WritingSide;

beforeEach(async () => {
  board = emptyBoard();
  repository = addRepository(board, { id: 7, name: address.name, visibility: 'private', archived: false });
  addIssue(board, { repository: 7, author: mira, title: 'Old', body: '' });
  server = await serveRest(board);
  const client = restClient(server.url);
  writing = openWriting({ app: client, installation: () => client }, unpaced);
});

afterEach(async () => {
  await server.close();
});

function changes(): readonly string[] {
  return server.requests.filter((request) => !request.startsWith('GET'));
}

const writes = [
  ['a comment', () => writing.ensureComment(comment)],
  ['an issue', () => writing.ensureIssue(issue)],
  ['a pull request', () => writing.ensurePullRequest(change)],
] as const;

describe.each(writes)('nothing is written, and a person is told why: %s', (_, ensure) => {
  test.each([
    [
      'its name is another repository’s now',
      () => void (repository.facts = { ...repository.facts, id: 8 }),
      /another repository/,
    ],
    [
      'it is archived',
      () => void (repository.facts = { ...repository.facts, archived: true }),
      /archived: unarchive it/,
    ],
    [
      'it is gone',
      () => void (repository.facts = { ...repository.facts, name: 'harbour/renamed' }),
      /gone, or the app is not installed/,
    ],
  ])('%s', async (__, happens, reason) => {
    happens();
    // A board finds a repository by its name, as GitHub does.
    if (repository.facts.id === 8)
      addIssue(board, { repository: 8, author: mira, title: 'Theirs', body: '' });
    await expect(ensure()).rejects.toThrow(reason);
    await expect(ensure()).rejects.toThrow(GiveUp);
    expect(changes()).toEqual([]);
  });
});

describe('an unknown outcome', () => {
  test.each(['connection', 500, 502, 504] as const)(
    '%s: one request, and the next run finds what it made',
    async (how) => {
      server.lose(how);
      await expect(writing.ensureIssue(issue)).rejects.toThrow(RetryLater);
      expect(changes()).toEqual(['POST /repos/harbour/reviews-ada/issues']);
      expect(await writing.ensureIssue(issue)).toMatchObject({ outcome: 'unchanged', number: 2 });
      expect(changes()).toHaveLength(1);
    },
  );
});

describe('whose text it is', () => {
  test.each([
    ['a person with the app’s name', { login: 'groundwork', type: 'User' }],
    ['a person who calls themselves a bot', { login: 'groundwork[bot]', type: 'User' }],
    ['another app', { login: 'groundwork-two[bot]', type: 'Bot' }],
  ] as const)('%s is not the app', async (_, author) => {
    const theirs = addComment(board, {
      repository: 7,
      number: 1,
      author,
      body: withMarker('The report.', text.key),
    });
    const made = await writing.ensureComment({
      ...comment,
      known: { githubId: theirs.id, number: 1, contentHash: '' },
    });
    expect(made.outcome).toBe('created');
    expect(made.githubId).not.toBe(theirs.id);
  });

  test('of two that carry the same marker it is the older', async () => {
    const author = { login: 'groundwork[bot]', type: 'Bot' } as const;
    const posted = { repository: 7, number: 1, author, body: withMarker('Old.', text.key) };
    const [older] = [addComment(board, posted), addComment(board, posted)];
    expect(await writing.ensureComment(comment)).toMatchObject({ outcome: 'edited', githubId: older?.id });
  });

  test('an issue that was moved away is not followed', async () => {
    const author = { login: 'groundwork[bot]', type: 'Bot' } as const;
    const other = addIssue(board, { repository: 7, author, title: 'Other', body: 'Another text.' });
    const known = { githubId: other.id - 1, number: other.number, contentHash: contentHash('Another text.') };
    expect(await writing.ensureIssue({ ...issue, known })).toMatchObject({ outcome: 'created', number: 3 });
    expect(other.body).toBe('Another text.');
  });

  test('a branch on which a person works is not moved', async () => {
    putFile(repository, change.branch, change.path, '# Mine\n');
    await expect(writing.ensurePullRequest(change)).rejects.toThrow(/holds changes that nobody proposed/);
    expect(repository.branches.get(change.branch)?.files.get(change.path)).toBe('# Mine\n');
    expect(changes()).toEqual([]);
  });

  test('a branch that is left of an earlier proposal starts at the newest commit again', async () => {
    putFile(repository, change.branch, change.path, withMarker('# Old\n', change.key));
    putFile(repository, 'main', 'later.md', 'later\n');
    expect(await writing.ensurePullRequest(change)).toMatchObject({ outcome: 'created' });
    expect([...(repository.branches.get(change.branch)?.files.keys() ?? [])]).toContain('later.md');
  });
});

test('what is known and unchanged takes one request', async () => {
  const first = await writing.ensureComment(comment);
  const before = server.requests.length;
  await writing.ensureComment({ ...comment, known: knownOf(first) });
  expect(server.requests.slice(before)).toEqual([
    `GET /repos/harbour/reviews-ada/issues/comments/${first.githubId}`,
  ]);
});

test('a name that is none reaches no server', async () => {
  const wrong = { ...comment, repository: { ...address, name: 'reviews-ada' } };
  await expect(writing.ensureComment(wrong)).rejects.toThrow(/owner\/name/);
  expect(server.requests).toEqual([]);
});
