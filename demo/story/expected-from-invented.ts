import { expectations } from '../invented/expected.ts';
import { traps } from '../invented/traps.ts';
import { bareApprovers, payments } from './payments.ts';
import { people } from './people.ts';
import { makersOf } from './plain-reviews.ts';
import type { StoryExpectation, StoryPull } from './story.ts';

const engineers: ReadonlySet<string> = new Set(
  people.filter(({ role }) => role === 'engineer').map(({ login }) => login),
);

/** Merged and commented, then taken back within two days: whether the comment stays is open. */
const takenBack: ReadonlySet<number> = new Set([364]);

function makers(pull: StoryPull): readonly string[] {
  return [...makersOf(pull)].filter((login) => engineers.has(login));
}

function taggedOf(pull: StoryPull, number: number): boolean | undefined {
  if (takenBack.has(number)) return undefined;
  if (traps.has(number) || pull.by.endsWith('[bot]')) return false;
  const expectation = expectations.get(number);
  if (expectation?.areas.length === 0) return false;
  return expectation?.notable === true ? true : undefined;
}

/** Those who said nothing of their own: bare approvers, and whoever only pressed the button. */
function onlookers(pull: StoryPull): readonly string[] {
  const made = makersOf(pull);
  const bare = bareApprovers.get(pull.handle) ?? [];
  const told = [...(pull.reviews ?? []), ...(pull.comments ?? [])].map(({ by }) => by);
  const merger = pull.merged === undefined || told.includes(pull.merged.by) ? [] : [pull.merged.by];
  return [...new Set([...bare, ...merger])].filter((login) => !made.has(login));
}

/** A trap in which no area is right gives its author no evidence either. */
function isEmpty(number: number): boolean {
  return expectations.get(number) === undefined && traps.get(number)?.neverAreas.length === 5;
}

function reasonOf(pull: StoryPull, number: number): string {
  const because = expectations.get(number)?.because;
  const trap = traps.get(number);
  const told = [because, trap && `must not ${trap.mustNot}`].filter((reason) => reason !== undefined);
  if (told.length > 0) return told.join('; ');
  return pull.by.endsWith('[bot]')
    ? "a bot's change is nobody's evidence"
    : 'ordinary work: a comment is neither due nor wrong';
}

function expectationOf(pull: StoryPull, number: number): StoryExpectation {
  const tagged = taggedOf(pull, number);
  const never = [...onlookers(pull), ...(isEmpty(number) ? makers(pull) : [])];
  return {
    ...(tagged === undefined ? {} : { tagged }),
    ...(tagged === true ? { credited: makers(pull) } : {}),
    ...(never.length === 0 ? {} : { never }),
    because: reasonOf(pull, number),
  };
}

/**
 * What the invented history already expects, told of its pull requests. A change worth citing gets a comment and its
 * makers the credit; a trap, a bot's change and a revert get none; where a change is ordinary, both are fair. Whoever
 * approved without a word, or only merged, has no evidence from it.
 */
export function expectedFromInvented(): ReadonlyMap<string, StoryExpectation> {
  return new Map(
    payments.map((pull): [string, StoryExpectation] => [pull.handle, expectationOf(pull, pull.number ?? 0)]),
  );
}
