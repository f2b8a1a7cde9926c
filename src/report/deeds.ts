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
  switch (deed.did) {
    case 'reviewed':
      return `Reviewed on ${day}${whatChanged(deed)}.`;
    case 'reported':
      return `Reported the incident on ${day}.`;
    case 'closed':
      return `Closed it on ${day}.`;
    case 'was assigned':
      return 'Was assigned to it.';
    case 'took part':
      return `Took part in the conversation from ${day} on.`;
    case 'fixed':
      return `Wrote the fix ${deed.label}, merged ${spellMinutes(deed.minutes)} after the incident was opened.`;
    case 'wrote it up':
      return `Wrote it up in ${deed.label}, merged on ${day}.`;
    case 'followed up':
      return `Followed it up in ${deed.label}, merged on ${day}.`;
  }
}

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
  const named = by.map(({ label }) => label).join(', ');
  if (kind === 'held') return `Watched for ${days} days: no revert seen, no linked incident seen.`;
  return `Watched for ${days} days. ${kind === 'reverted' ? 'Reverted' : 'Named in an incident'} by ${named}.`;
}

/** What became of the work: the latest that was seen. Null while nobody has looked. */
export function outcomeSentence(outcome: readonly Outcome[]): string | null {
  const latest = outcome.at(-1);
  if (latest === undefined) return null;
  const by = latest.by.map(({ label }) => label).join(', ');
  switch (latest.kind) {
    case 'held':
      return `No revert and no linked incident seen in ${latest.days} days.`;
    case 'disturbed':
      return `An incident in the ${latest.days} days after names it: ${by}.`;
    case 'reverted':
      return `Reverted within ${latest.days} days by ${by}.`;
    case 'unwatched':
      return null;
  }
}
