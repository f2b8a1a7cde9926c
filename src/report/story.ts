import type { Metric } from '../evidence/claim.ts';
import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Source } from '../evidence/ground.ts';
import { takesBack } from '../evidence/piece.ts';
import type { Piece } from '../evidence/piece.ts';
import { spellDay } from './dates.ts';
import { deedSentences, partsOf } from './deeds.ts';
import type { Composed } from './ledger.ts';
import { becauseInShort } from './reasons.ts';
import type { AreaRow, Link, Reference } from './report.ts';
import { becameOf, sinceSentence } from './since.ts';
import { alsoReviewed, listed, sharedByWord, together, withAgent } from './story-people.ts';

export function referenceTo({ subject, activity }: Evidence, { timeZone }: Cycle): Reference {
  return { label: labelOf(subject), url: subject.url, day: dayOf(activity.at, timeZone) };
}

/** `#412` in a clone, which is one repository; `orders#412` on GitHub, where work is in many. */
export function labelOf({ key, repository, number, commit }: Evidence['subject']): string {
  if (number === null) return (commit ?? key).slice(0, 8);
  return key.startsWith('github:') ? `${repository.split('/').at(-1) ?? repository}#${number}` : `#${number}`;
}

/** One row for a piece of work in one area: what tells it best, and beside it what else belongs to it there. */
export function areaRow(evidence: Evidence, others: readonly Evidence[], cycle: Cycle): AreaRow {
  const metric = untitled(evidence);
  const known = metric === null ? evidence.metrics : [metric];
  return {
    id: evidence.id,
    win: evidence.win,
    reference: referenceTo(evidence, cycle),
    because: reasonsOf([evidence, ...others], known),
    part: [partOf(evidence), withOthers(others)].filter((text) => text !== '').join('; '),
    metric,
    since: sinceSentence(evidence),
    kind: evidence.activity.kind,
  };
}

/** The reasons of what tells it best; where only its title shows them, also a path of another step. */
function reasonsOf(rows: readonly Evidence[], known: readonly Metric[]): AreaRow['because'] {
  const shown = known.map(({ text }) => text);
  const [own = [], ...others] = rows.map((row) => becauseInShort(row, shown));
  if (own.some(({ place }) => place !== 'title')) return own;
  const path = others.flat().find(({ place }) => place === 'path');
  return path === undefined ? own : [...own, path];
}

/** Whether a metric is what the title says, whole: then a reader has it before them. */
export function isTitle({ quote, text }: Metric, { win }: Pick<Evidence, 'win'>): boolean {
  return quote.place.in === 'title' && text.includes(win.text);
}

/** The first metric that the title does not state already. */
export function untitled(evidence: Evidence): Metric | null {
  return evidence.metrics.find((metric) => !isTitle(metric, evidence)) ?? null;
}

/** What GitHub recorded of a review or of a part in an incident, in a few words. */
export function partOf({ activity, deeds, impact }: Evidence): string {
  if (activity.kind === 'change') return '';
  if (activity.kind === 'incident') return `a part in the incident: ${partsOf(deeds)}`;
  if (isFollowed(deeds)) return 'a review after which lines were changed';
  return impact === null ? 'a remark that says why' : 'a remark that its author took up';
}

export function isFollowed(deeds: Evidence['deeds']): boolean {
  return deeds.some((deed) => deed.did === 'reviewed' && deed.changed > 0);
}

const mostOthers = 6;

/** `with #365 and #366`: a list grows no longer, however small the steps are. */
function withOthers(others: readonly Evidence[]): string {
  const names = [...new Set(others.map(({ subject }) => labelOf(subject)))];
  if (names.length === 0) return '';
  return `with ${listed(names.length > mostOthers ? [...names.slice(0, mostOthers - 1), `${names.length - mostOthers + 1} others`] : names)}`;
}

/** What the record says of a piece: when it was merged, with whom, with which agent, what was taken back. */
export function recordOf(piece: Piece, cycle: Cycle): readonly Composed[] {
  const all = piece.changes.filter(({ activity }) => activity.kind === 'change');
  const merges = all.filter((change) => !takesBack(change));
  const text = toldMerge(piece.lead, merges, cycle);
  const sources = merges.map((change) => recordSource(change, cycle));
  const counts = [{ value: merges.length, of: 'changes', key: piece.lead.activity.key }];
  return [
    ...(piece.lead.activity.kind === 'change' ? [] : deedSentences(piece.lead, cycle)),
    ...(text === null ? [] : [{ text, sources, counts }]),
    ...together(merges),
    ...sharedByWord(merges),
    ...withAgent(merges),
    ...alsoReviewed(piece),
    ...all.filter(takesBack).map((change) => backwards(change, cycle)),
    ...becameOf(piece),
  ];
}

/** The incidents of a piece that a change leads, each with what its person did in it. */
export function incidentsOf({ lead, changes }: Piece): readonly Evidence[] {
  return changes.filter((change) => change !== lead && change.activity.kind === 'incident');
}

/** What the sentences of a piece name by number. */
export function linksOf({ changes }: Piece): readonly Link[] {
  const own = changes.map(({ subject }) => ({ label: `#${subject.number ?? ''}`, url: subject.url }));
  const named = changes.flatMap(({ deeds }) =>
    deeds.flatMap((deed) => ('label' in deed ? [{ label: deed.label, url: deed.url }] : [])),
  );
  return [...own, ...named];
}

function backwards({ subject, outline, activity }: Evidence, { timeZone }: Cycle): Composed {
  const day = dayOf(activity.at, timeZone);
  const name = subject.number === null ? 'A revert' : `#${subject.number}`;
  const what = outline?.takesBack?.label ?? 'an earlier change';
  return {
    text: `${name} took back ${what} on ${spellDay(day)}.`,
    sources: [{ text: `${name} took back ${what} on ${day}.`, grade: 'record', key: activity.key }],
  };
}

/** The record as a source, written so that a sentence about it can be looked up. */
function recordSource({ activity, subject }: Evidence, { timeZone }: Cycle): Source {
  const number = subject.number === null ? 'It' : `#${subject.number}`;
  const day = dayOf(activity.at, timeZone);
  const { arrivedWith } = subject;
  const text =
    arrivedWith === null
      ? `${number} was merged on ${day}.`
      : `${number} is in the default branch since ${day}, with #${arrivedWith}: merged on ${day}.`;
  return { text, grade: 'record', key: activity.key };
}

/** Beside an incident that leads, a merge is named, unless its deeds tell it already. */
function toldMerge({ activity, deeds }: Evidence, merges: readonly Evidence[], cycle: Cycle): string | null {
  const text = merged(merges, cycle);
  const [only] = merges;
  if (activity.kind === 'change' || text === null || only === undefined) return text;
  const told = new Set(deeds.flatMap((deed) => ('label' in deed ? [deed.label] : [])));
  if (merges.every(({ subject }) => told.has(`#${subject.number ?? ''}`))) return null;
  return merges.length === 1
    ? `#${only.subject.number ?? ''} was merged on ${spellDay(dayOf(only.activity.at, cycle.timeZone))}.`
    : text;
}

function merged(changes: readonly Evidence[], { timeZone }: Cycle): string | null {
  if (changes.length === 0) return null;
  const days = changes.map(({ activity }) => dayOf(activity.at, timeZone));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const [only] = changes;
  if (changes.length === 1 && only?.subject.arrivedWith != null)
    return `In the default branch since ${spellDay(first)}, with #${only.subject.arrivedWith}.`;
  if (changes.length === 1) return `Merged on ${spellDay(first)}.`;
  if (first === last) return `${changes.length} changes, merged on ${spellDay(first)}.`;
  return `${changes.length} changes, merged between ${spellDay(first)} and ${spellDay(last)}.`;
}
