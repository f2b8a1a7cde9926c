import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Deed, Evidence, Outcome } from '../evidence/evidence.ts';
import { spellDay } from './dates.ts';
import type { Composed } from './ledger.ts';

/** What GitHub recorded beside the merge: one sentence with the record it is looked up in, or none. */
export function deedSentences({ deeds, activity }: Evidence, cycle: Cycle): readonly Composed[] {
  if (deeds.length === 0) return [];
  return [
    {
      text: `${capital(listed(deeds.map((deed, index) => clauseOf(deed, deeds.slice(0, index), cycle))))}.`,
      sources: deeds.map((deed) => ({
        text: recordOfDeed(deed, cycle),
        grade: 'record',
        key: activity.key,
      })),
    },
  ];
}

/** The parts in an incident without their days: `reported it, fixed it and wrote it up`. */
export function partsOf(deeds: readonly Deed[]): string {
  return listed([...new Set(deeds.map(({ did }) => plainParts[did]))]);
}

const plainParts = {
  reviewed: 'reviewed it',
  reported: 'reported it',
  closed: 'closed it',
  'was assigned': 'was assigned to it',
  'took part': 'took part in the conversation',
  fixed: 'wrote a fix',
  'wrote it up': 'wrote it up',
  'followed up': 'followed it up',
} as const;

/** A day is told once: what happened on the day of the deed before needs no date of its own. */
function clauseOf(deed: Deed, before: readonly Deed[], { timeZone }: Cycle): string {
  const day = dayOf(deed.at, timeZone);
  const last = before.findLast(({ did }) => did !== 'was assigned');
  const again = last !== undefined && dayOf(last.at, timeZone) === day;
  switch (deed.did) {
    case 'reviewed':
      return `reviewed on ${spellDay(day)}${whatChanged(deed)}`;
    case 'was assigned':
      return plainParts[deed.did];
    case 'took part':
      return again ? plainParts[deed.did] : `${plainParts[deed.did]} from ${spellDay(day)} on`;
    case 'reported':
    case 'closed':
      return `${plainParts[deed.did]} ${again ? 'the same day' : `on ${spellDay(day)}`}`;
    case 'fixed':
      return `wrote the fix ${deed.label} (merged ${spellMinutes(deed.minutes)} after the incident was opened)`;
    default:
      return `${plainParts[deed.did]} in ${deed.label} (merged on ${spellDay(day)})`;
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

function listed(clauses: readonly string[]): string {
  if (clauses.length < 2) return clauses.join('');
  return `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The outcome as a source, in the form that sentences are looked up in. */
export function recordOfOutcome({ kind, days, by }: Outcome): string {
  if (kind === 'held') return `Watched for ${days} days: no revert seen, no linked incident seen.`;
  return `Watched for ${days} days. ${kind === 'reverted' ? 'Reverted' : 'Named in an incident'} by ${labels(by)}.`;
}

const outcomeSentences = {
  held: ({ days }: Outcome) => `No revert and no linked incident seen in ${days} days.`,
  disturbed: ({ days, by }: Outcome) => `An incident in the ${days} days after names it: ${labels(by)}.`,
  reverted: ({ days, by }: Outcome) => `Reverted within ${days} days by ${labels(by)}.`,
  unwatched: () => null,
} as const;

/** What became of the work: the latest that was seen. Null while nobody has looked. */
export function outcomeSentence(outcome: readonly Outcome[]): string | null {
  const latest = outcome.at(-1);
  return latest === undefined ? null : outcomeSentences[latest.kind](latest);
}

export function labels(by: Outcome['by']): string {
  return by.map(({ label }) => label).join(', ');
}
