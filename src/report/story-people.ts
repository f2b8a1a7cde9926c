import type { Grade } from '../evidence/claim.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Piece } from '../evidence/piece.ts';
import type { Composed } from './ledger.ts';
import { shortened } from './shorten.ts';

/** Names as long as people have them: git takes one of any length. */
const longestName = 80;
/** More names than these say no more. */
const mostNames = 4;
const mostNumbers = 4;

/** With whom, and each with their part: an author's own change has co-authors, a co-author says so. */
export function together(changes: readonly Evidence[]): readonly Composed[] {
  const shared = changes.filter(({ activity }) => activity.shared.length > 0);
  if (shared.length === 0) return [];
  const several = changes.length > 1;
  const names = [...new Set(shared.flatMap(({ activity }) => activity.shared))];
  const clauses = names.map((name) => clauseOf(name, shared, several));
  const shown = clauses.length > mostNames ? [...clauses.slice(0, mostNames - 1), 'others'] : clauses;
  const own = shared.filter(({ activity }) => activity.part === 'co-author');
  const helped = several ? ` in ${numbersOf(own)}` : '';
  return [
    ...asRecorded(`Shared with ${listed(shown)}.`, shared),
    ...(own.length === 0 ? [] : asRecorded(`Took part${helped} as co-author.`, own)),
  ];
}

/** With whom by somebody's word alone: of the author, whom they named; of whoever was named, who named them. */
export function sharedByWord(changes: readonly Evidence[]): readonly Composed[] {
  const byWord = changes.filter(({ activity }) => (activity.also ?? []).length > 0);
  const named = byWord.filter(({ activity }) => activity.part === 'also');
  const naming = byWord.filter(({ activity }) => activity.part !== 'also');
  return [
    ...(naming.length === 0
      ? []
      : asSaid(`Shared with ${namesOf(naming)}, by the author’s word.`, naming, 'author')),
    ...(named.length === 0 ? [] : asSaid(`Shared with ${namesOf(named)}, by their word.`, named, 'peer')),
  ];
}

function namesOf(changes: readonly Evidence[]): string {
  const names = [...new Set(changes.flatMap(({ activity }) => activity.also ?? []))];
  return listed(names.slice(0, mostNames).map(nameOf));
}

function nameOf(name: string): string {
  return shortened(name, longestName);
}

/** Who is not the author of what somebody authored is its co-author; beside a co-author the parts are not recorded here. */
function clauseOf(name: string, shared: readonly Evidence[], several: boolean): string {
  const changes = shared.filter(({ activity }) => activity.shared.includes(name));
  const coAuthored = changes.filter(({ activity }) => activity.part !== 'co-author');
  const parts = [
    ...(coAuthored.length === 0 ? [] : [several ? `co-author of ${numbersOf(coAuthored)}` : 'co-author']),
    ...(several && coAuthored.length === 0 ? [numbersOf(changes)] : []),
  ];
  const label = shortened(name, longestName);
  return parts.length === 0 ? label : `${label} (${parts.join(', ')})`;
}

/** The coding agents that took part. How much they wrote is never guessed. */
export function withAgent(changes: readonly Evidence[]): readonly Composed[] {
  const agents = [...new Set(changes.flatMap(({ activity }) => activity.agents))];
  return agents.length === 0 ? [] : asRecorded(`With an agent: ${agents.join(', ')}.`, changes);
}

/** The reviews that belong to a piece which something else leads. */
export function alsoReviewed({ lead, changes }: Piece): readonly Composed[] {
  const reviews = changes.filter((change) => change !== lead && change.activity.kind === 'review');
  if (reviews.length === 0) return [];
  return asRecorded(`Also reviewed ${numbersOf(reviews)}.`, reviews);
}

/** What the record says in these very words: it is written from nothing else. */
function asRecorded(text: string, changes: readonly Evidence[]): readonly Composed[] {
  return asSaid(text, changes, 'record');
}

function asSaid(text: string, changes: readonly Evidence[], grade: Grade): readonly Composed[] {
  const key = changes[0]?.activity.key ?? '';
  const counts = [{ value: changes.length, of: 'changes', key }];
  return [{ text, sources: [{ text, grade, key }], counts }];
}

/** `#365, #366 and #367`; past a few only how many. */
function numbersOf(changes: readonly Evidence[]): string {
  const numbers = [...new Set(changes.map(({ subject }) => subject.number))].filter((one) => one !== null);
  if (numbers.length !== changes.length || numbers.length > mostNumbers)
    return changes.length === 1 ? 'one change' : `${changes.length} changes`;
  return listed(numbers.map((number) => `#${number}`));
}

/** `one, two and three`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
