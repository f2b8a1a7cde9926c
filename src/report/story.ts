import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Source } from '../evidence/ground.ts';
import { deedSentences, outcomeSentence, recordOfOutcome } from './deeds.ts';
import type { Piece } from '../evidence/piece.ts';
import type { Signal } from '../evidence/signal.ts';
import { spellDay } from './dates.ts';
import type { Composed } from './ledger.ts';
import type { AreaRow, Because, Reference } from './report.ts';
import { shortened } from './shorten.ts';

const longestName = 80;

export function referenceTo({ subject, activity }: Evidence, { timeZone }: Cycle): Reference {
  return { label: labelOf(subject), url: subject.url, day: dayOf(activity.at, timeZone) };
}

/** `#412` in a clone, which is one repository; `orders#412` on GitHub, where work is in many. */
export function labelOf({ key, repository, number, commit }: Evidence['subject']): string {
  if (number === null) return (commit ?? key).slice(0, 8);
  return key.startsWith('github:') ? `${repository.split('/').at(-1) ?? repository}#${number}` : `#${number}`;
}

function toBecause({ reason, quote }: Signal): Because {
  const place = quote.place.in;
  return { reason, quote: quote.text, place, grade: place === 'path' ? 'record' : 'author' };
}

/** Why a piece counts: what says most, and beside the author's words something that the record shows. */
export function becauseOf({ signals }: Evidence): readonly Because[] {
  const [first, ...others] = signals.map(toBecause);
  if (first === undefined) return [];
  // The same words twice show no more than once.
  const rest = others.filter(({ quote }) => quote !== first.quote);
  const second = rest.find(({ place }) => (place === 'path') !== (first.place === 'path')) ?? rest[0];
  return second === undefined ? [first] : [first, second];
}

export function areaRow(evidence: Evidence, cycle: Cycle): AreaRow {
  const because = evidence.signals[0];
  return {
    id: evidence.id,
    win: evidence.win,
    reference: referenceTo(evidence, cycle),
    because: because === undefined ? null : toBecause(because),
    metric: evidence.metrics[0] ?? null,
    since: outcomeSentence(evidence.outcome),
    kind: evidence.activity.kind,
  };
}

/** What the record says of a piece: when it was merged, with whom, with which agent. */
export function recordOf(piece: Piece, cycle: Cycle): readonly Composed[] {
  const merges = { ...piece, changes: piece.changes.filter(({ activity }) => activity.kind === 'change') };
  const deeds = piece.changes.flatMap((change) => deedSentences(change, cycle));
  const texts = [merged(merges, cycle), together(merges), withAgent(merges)].filter((text) => text !== null);
  const sources = merges.changes.map((change) => recordSource(change, cycle));
  const counts = [{ value: merges.changes.length, of: 'changes', key: piece.lead.activity.key }];
  return [...texts.map((text) => ({ text, sources, counts })), ...deeds, ...becameOf(piece)];
}

/** What became of the change that leads the piece. */
function becameOf({ lead }: Piece): readonly Composed[] {
  const latest = lead.outcome.at(-1);
  const text = outcomeSentence(lead.outcome);
  if (latest === undefined || text === null) return [];
  return [{ text, sources: [{ text: recordOfOutcome(latest), grade: 'record', key: lead.activity.key }] }];
}

/** The record as a source, written so that a sentence about it can be looked up. */
function recordSource({ activity, subject }: Evidence, { timeZone }: Cycle): Source {
  const number = subject.number === null ? 'It' : `#${subject.number}`;
  const shared = sharedWith(activity);
  const others = shared.length > 0 ? ` Shared with ${shared.join(', ')}.` : '';
  const agents = activity.agents.length > 0 ? ` With an agent: ${activity.agents.join(', ')}.` : '';
  const text = `${number} was merged on ${dayOf(activity.at, timeZone)}.${others}${agents}`;
  return { text, grade: 'record', key: activity.key };
}

function merged({ changes }: Piece, { timeZone }: Cycle): string | null {
  if (changes.length === 0) return null;
  const days = changes.map(({ activity }) => dayOf(activity.at, timeZone));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (changes.length === 1) return `Merged on ${spellDay(first)}.`;
  if (first === last) return `${changes.length} changes, merged on ${spellDay(first)}.`;
  return `${changes.length} changes, merged between ${spellDay(first)} and ${spellDay(last)}.`;
}

/** Names as long as people have them: git takes one of any length. */
function sharedWith({ shared }: Evidence['activity']): readonly string[] {
  return shared.map((name) => shortened(name, longestName));
}

function together({ changes }: Piece): string | null {
  const others = [...new Set(changes.flatMap(({ activity }) => sharedWith(activity)))];
  if (others.length === 0) return null;
  if (others.length > 4) return `Shared with ${others.slice(0, 3).join(', ')} and others.`;
  return `Shared with ${others.join(', ')}.`;
}

function withAgent({ changes }: Piece): string | null {
  const agents = [...new Set(changes.flatMap(({ activity }) => activity.agents))];
  return agents.length === 0 ? null : `With an agent: ${agents.join(', ')}.`;
}
