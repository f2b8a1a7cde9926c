import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Deed, Evidence, Outcome } from '../evidence/evidence.ts';
import { spellDay } from './dates.ts';
import type { Composed } from './ledger.ts';

/** What GitHub recorded beside the merge, as sentences with the record they are looked up in. */
export function deedSentences({ deeds, activity }: Evidence, cycle: Cycle): readonly Composed[] {
  return deeds.map((deed) => ({
    text: sentenceOf(deed, cycle),
    sources: [{ text: recordOfDeed(deed, cycle), grade: 'record', key: activity.key }],
  }));
}

function sentenceOf(deed: Deed, { timeZone }: Cycle): string {
  const day = spellDay(dayOf(deed.at, timeZone));
  if (deed.did === 'reviewed') return `Reviewed on ${day}${whatChanged(deed)}.`;
  if (deed.did === 'fixed')
    return `Wrote the fix ${deed.label}, merged ${spellMinutes(deed.minutes)} after the incident was opened.`;
  if (deed.did === 'wrote it up') return `Wrote it up in ${deed.label}, merged on ${day}.`;
  if (deed.did === 'followed up') return `Followed it up in ${deed.label}, merged on ${day}.`;
  return plainDeeds[deed.did](day);
}

const plainDeeds = {
  reported: (day: string) => `Reported the incident on ${day}.`,
  closed: (day: string) => `Closed it on ${day}.`,
  'was assigned': () => 'Was assigned to it.',
  'took part': (day: string) => `Took part in the conversation from ${day} on.`,
} as const;

function whatChanged({ threads, changed }: Extract<Deed, { did: 'reviewed' }>): string {
  if (changed === 0) return '';
  if (threads === 1) return '; the lines in question were changed afterwards';
  if (changed === threads) return `; the lines of all ${threads} conversations were changed afterwards`;
  return `; the lines of ${changed} of ${threads} conversations were changed afterwards`;
}

/** The record itself, in the form that sentences are looked up in. */
function recordOfDeed(deed: Deed, { timeZone }: Cycle): string {
  const day = dayOf(deed.at, timeZone);
  if (deed.did === 'reviewed') {
    const all = deed.changed === deed.threads ? `all ${deed.threads} conversations. ` : '';
    return `Reviewed on ${day}. ${deed.threads} conversations, lines of ${deed.changed} of ${deed.threads} conversations changed. ${all}`;
  }
  if ('label' in deed)
    return `${deed.label} merged on ${day}, ${spellMinutes(deed.minutes)} after the opening.`;
  return `It ${deed.did} on ${day}.`;
}

/** 71 → `71 minutes`; 300 → `5 hours`; 4,000 → `2 days`. Never more exact than it reads. */
export function spellMinutes(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The outcome as a source, in the form that sentences are looked up in. */
export function recordOfOutcome({ kind, days, by }: Outcome): string {
  if (kind === 'held') return `Watched for ${days} days: no revert seen, no linked incident seen.`;
  return `Watched for ${days} days. ${kind === 'reverted' ? 'Reverted' : 'Named in an incident'} by ${labels(by)}.`;
}

/** What became of the work: the latest that was seen. Null while nobody has looked. */
export function outcomeSentence(outcome: readonly Outcome[]): string | null {
  const latest = outcome.at(-1);
  return latest === undefined ? null : outcomeSentences[latest.kind](latest);
}

const outcomeSentences = {
  held: ({ days }: Outcome) => `No revert and no linked incident seen in ${days} days.`,
  disturbed: ({ days, by }: Outcome) => `An incident in the ${days} days after names it: ${labels(by)}.`,
  reverted: ({ days, by }: Outcome) => `Reverted within ${days} days by ${labels(by)}.`,
  unwatched: () => null,
} as const;

function labels(by: Outcome['by']): string {
  return by.map(({ label }) => label).join(', ');
}
