import type { Evidence, Outcome } from '../evidence/evidence.ts';
import type { Piece } from '../evidence/piece.ts';
import { labels, outcomeSentence, recordOfOutcome } from './deeds.ts';
import type { Composed } from './ledger.ts';

/** What became of a change, by what it is: nothing runs on a document, so that its calm says nothing and a mention is use. */
export function sinceSentence({ outcome, outline }: Evidence): string | null {
  const latest = outcome.at(-1);
  if (outline?.documents !== true || latest === undefined) return outcomeSentence(outcome);
  if (latest.kind === 'held') return linked(latest);
  if (latest.kind === 'disturbed')
    return `Referred to in an incident within ${latest.days} days: ${labels(latest.by)}.`;
  return outcomeSentence(outcome);
}

/** A document is good where others work by it. */
function linked({ days, by }: Outcome): string | null {
  return by.length === 0 ? null : `Others link to it within ${days} days: ${labels(by)}.`;
}

/** Of a piece of several, no more than these are told. */
const mostTold = 3;

/**
 * What became of a piece: whatever happened to one of its changes, named; where nothing happened to any of them, the
 * time that all were watched; else what became of the one that leads.
 */
export function becameOf({ lead, changes }: Piece): readonly Composed[] {
  const own = changes.filter(({ activity, outline }) => activity.kind === 'change' && !outline?.takesBack);
  const noted = own.filter((change) => happened(change));
  if (noted.length > 0) return noted.slice(0, mostTold).flatMap((change) => became(change, own.length > 1));
  const calm = own.flatMap(({ outcome }) => outcome.at(-1) ?? []).filter(({ kind }) => kind === 'held');
  if (!own.includes(lead) || calm.length < own.length) return became(lead, own.length > 1);
  const days = Math.min(...calm.map((latest) => latest.days));
  const by = new Map(calm.flatMap((latest) => latest.by).map((one) => [one.label, one]));
  return became({ ...lead, outcome: [{ kind: 'held', days, by: [...by.values()] }] }, false);
}

function happened({ outcome }: Evidence): boolean {
  const kind = outcome.at(-1)?.kind;
  return kind === 'reverted' || kind === 'disturbed';
}

/** Named where the piece has others. */
function became(change: Evidence, others: boolean): readonly Composed[] {
  const latest = change.outcome.at(-1);
  const text = sinceSentence(change);
  if (latest === undefined || text === null) return [];
  const { number } = change.subject;
  const name = others && number !== null ? `#${number}: ` : '';
  const source = {
    text: `${name}${recordOfOutcome(latest)}${latest.kind === 'held' ? ` ${linked(latest) ?? ''}` : ''}`,
    grade: 'record',
    key: change.activity.key,
  } as const;
  return [{ text: `${name}${name === '' ? text : uncapital(text)}`, sources: [source] }];
}

function uncapital(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
