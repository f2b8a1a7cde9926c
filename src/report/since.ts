import type { Evidence } from '../evidence/evidence.ts';
import type { Piece } from '../evidence/piece.ts';
import { labels, outcomeSentence, recordOfOutcome } from './deeds.ts';
import type { Composed } from './ledger.ts';

/** What became of a change, by what it is: nothing runs on a document, so that its calm says nothing and a mention is use. */
export function sinceSentence({ outcome, outline }: Evidence): string | null {
  const latest = outcome.at(-1);
  if (outline?.documents !== true || latest === undefined) return outcomeSentence(outcome);
  if (latest.kind === 'held') return null;
  if (latest.kind === 'disturbed')
    return `Referred to in an incident within ${latest.days} days: ${labels(latest.by)}.`;
  return outcomeSentence(outcome);
}

/** What became of the change that leads the piece, named where the piece has others. */
export function becameOf({ lead, changes }: Piece): readonly Composed[] {
  const latest = lead.outcome.at(-1);
  const text = sinceSentence(lead);
  if (latest === undefined || text === null) return [];
  const { number } = lead.subject;
  const others = changes.filter(({ activity }) => activity.kind === 'change').length > 1;
  const name = others && number !== null ? `#${number}: ` : '';
  const source = {
    text: `${name}${recordOfOutcome(latest)}`,
    grade: 'record',
    key: lead.activity.key,
  } as const;
  return [{ text: `${name}${name === '' ? text : uncapital(text)}`, sources: [source] }];
}

function uncapital(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
