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
  return listed([...new Set(deeds.map(plainPart))]);
}

const plainParts = {
  reviewed: 'reviewed it',
  reported: 'reported it',
  closed: 'closed it',
  'was assigned': 'was assigned to it',
  'took part': 'took part in the conversation',
  'wrote it up here': 'wrote it up',
  'closed a follow-up': 'closed a follow-up',
} as const;

/** In a merged change: alone, with others, or by asking a coding agent. */
const changeParts = {
  fixed: {
    author: ['wrote a fix', 'wrote the fix'],
    'co-author': ['co-wrote a fix', 'co-wrote the fix'],
    'asked an agent': ['had an agent write a fix', 'had an agent write the fix'],
  },
  'wrote it up': {
    author: ['wrote it up', 'wrote it up in'],
    'co-author': ['wrote it up with others', 'wrote it up with others in'],
    'asked an agent': ['had an agent write it up', 'had an agent write it up in'],
  },
  'followed up': {
    author: ['followed it up', 'followed it up in'],
    'co-author': ['followed it up with others', 'followed it up with others in'],
    'asked an agent': ['had an agent follow it up', 'had an agent follow it up in'],
  },
} as const;

function plainPart(deed: Deed): string {
  return 'minutes' in deed ? wordsOfPart(deed)[0] : plainParts[deed.did];
}

type InChange = Extract<Deed, { readonly minutes: number }>;

/** Evidence stored earlier says no part: then it is the author's. */
function wordsOfPart({ did, part }: InChange): readonly [alone: string, before: string] {
  return changeParts[did][part] ?? changeParts[did].author;
}

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
    case 'wrote it up here':
      return `wrote it up in a comment ${again ? 'the same day' : `on ${spellDay(day)}`}`;
    case 'closed a follow-up':
      return `closed the follow-up ${deed.label} ${again ? 'the same day' : `on ${spellDay(day)}`}`;
    case 'fixed':
      return `${wordsOfPart(deed)[1]} ${deed.label} (merged ${spellMinutes(deed.minutes)} after the incident was opened)`;
    default:
      return `${wordsOfPart(deed)[1]} ${deed.label} (merged on ${spellDay(day)})`;
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
    const { threads, changed } = deed;
    const all = changed === threads ? ` ${recordOfChanged(`all ${threads}`)}` : '';
    return `Reviewed on ${day}. ${recordOfChanged(`${changed} of ${threads}`)}${all}`;
  }
  if (deed.did === 'closed a follow-up') return `Closed the follow-up ${deed.label} on ${day}.`;
  if (deed.did === 'wrote it up here') return `Wrote it up in a comment on ${day}.`;
  if ('minutes' in deed) {
    const after = `${spellMinutes(deed.minutes)} after the incident was opened`;
    return `${capital(wordsOfPart(deed)[1])} ${deed.label}: ${deed.label} was merged on ${day}, ${after}.`;
  }
  return `${capital(plainParts[deed.did])} on ${day}.`;
}

function recordOfChanged(conversations: string): string {
  return `The lines of ${conversations} conversations in question were changed afterwards.`;
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
  return `Watched for ${days} days. ${kind === 'reverted' ? 'Reverted' : 'Named and referred to in an incident'} by ${labels(by)}.`;
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
