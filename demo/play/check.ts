import type { StoryExpectation } from '../story/story.ts';
import type { Answer } from './answers.ts';
import type { Cast } from './cast.ts';
import { checkPlaces } from './check-places.ts';
import { checkSayings } from './check-sayings.ts';
import type { Difference, Tables } from './compare.ts';
import { evidenceIn, rowsOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { isPraise, postsOf } from './posts.ts';
import type { Post } from './posts.ts';

export type Expected = ReadonlyMap<string, StoryExpectation>;

export type Played = {
  readonly cast: Cast;
  readonly tables: Tables;
  readonly answers: readonly Answer[];
};

/** What a fair reader expects and the application does not see yet: handle, and the expectation as it is printed. */
export type NotYet = ReadonlyMap<string, readonly string[]>;

/**
 * Compares what the application wrote and keeps with what a fair reader of the story expects. What is known not to be
 * met yet is no difference; that it is met by now is one, so that the list stays true.
 */
export function checkStory(played: Played, expected: Expected, notYet: NotYet): readonly Difference[] {
  const posts = postsOf(played.cast.world.state);
  const evidence = evidenceIn(played.tables, played.cast);
  return [
    ...[...expected].flatMap(([handle, expectation]) =>
      checkSubject(played.cast, { handle, expectation, posts, evidence }, notYet.get(handle) ?? []),
    ),
    ...checkPlaces(played, posts),
    ...checkSayings(played.cast, posts),
    ...checkWork(played),
  ];
}

type Subject = {
  readonly handle: string;
  readonly expectation: StoryExpectation;
  readonly posts: readonly Post[];
  readonly evidence: Evidence;
};

function checkSubject(cast: Cast, subject: Subject, known: readonly string[]): readonly Difference[] {
  const { handle, expectation } = subject;
  const place = cast.places.get(handle);
  if (place === undefined)
    return [{ where: handle, expected: 'in the story', found: 'expected, but never played' }];
  const where = `${place.repository}#${place.number} (${handle})`;
  const found = [...checkTag(cast, subject), ...checkCredit(subject)];
  const unknown = found.filter(({ expected }) => !known.includes(expected));
  const met = known.filter((one) => !found.some(({ expected }) => expected === one));
  return [
    ...unknown.map((difference) => ({
      where,
      ...difference,
      expected: `${difference.expected}: ${expectation.because}`,
    })),
    ...met.map((one) => ({
      where,
      expected: `${one} to be missing still`,
      found: 'it is met by now: take it off the list',
    })),
  ];
}

type Found = Omit<Difference, 'where'>;

function checkTag(cast: Cast, { handle, expectation, posts }: Subject): readonly Found[] {
  const { tagged } = expectation;
  const place = cast.places.get(handle);
  const found = posts.some(
    (post) => isPraise(post) && post.repository === place?.repository && post.number === place.number,
  );
  if (tagged === undefined || tagged === found) return [];
  return tagged
    ? [{ expected: 'a comment', found: 'none' }]
    : [{ expected: 'no comment', found: 'a comment' }];
}

function checkCredit({ handle, expectation, evidence }: Subject): readonly Found[] {
  const credited = evidence.get(handle) ?? new Set();
  const missing = (expectation.credited ?? []).filter((login) => !credited.has(login));
  const wrong = (expectation.never ?? []).filter((login) => credited.has(login));
  return [
    ...missing.map((login) => ({ expected: `evidence of ${login}`, found: 'none' })),
    ...wrong.map((login) => ({ expected: `no evidence of ${login}`, found: 'evidence' })),
  ];
}

/** Nothing was given up or kept back, no webhook was refused, and what people wrote stands. */
function checkWork({ cast, tables, answers }: Played): readonly Difference[] {
  const { state } = cast.world;
  const failures = rowsOf(tables, 'failures').map(({ job, reason }) => ({
    where: `job ${String(job)}`,
    expected: 'done',
    found: String(reason),
  }));
  const held = rowsOf(tables, 'publications')
    .filter((row) => row['held_because'] !== null)
    .map((row) => ({
      where: String(row['key']),
      expected: 'posted',
      found: `kept back: ${String(row['held_because'])}`,
    }));
  const refused = state.deliveries
    .filter(({ status }) => status !== 200)
    .map(({ guid, event, status }) => ({
      where: `delivery ${guid}, ${event}`,
      expected: 'taken',
      found: `answered with ${status ?? 'nothing'}`,
    }));
  const changed = answers
    .filter(
      ({ repository, number, body }) =>
        state.repositories.get(repository)?.threads.get(number)?.body !== body,
    )
    .map(({ repository, number, login }) => ({
      where: `${repository}#${number}`,
      expected: `as ${login} left it`,
      found: 'changed',
    }));
  return [...failures, ...held, ...refused, ...changed];
}
