import type { Claim, Place } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { findMetrics } from './metrics.ts';
import type { Said } from './said.ts';
import { sentencesOf } from './sentences.ts';
import { oneLine } from './story.ts';

/** The words of an answer to the question of the comment, as they are kept. */
export type ReplyWords = {
  /** Verbatim, from the comment. */
  readonly text: string;
  /** Of the comment. */
  readonly key: string;
  readonly url: string | null;
};

const mostMetrics = 3;
const longestImpact = 320;

/** The author's answer gives the evidence what it lacks: the figures in it, and for whom it was. */
export function withReply(rows: readonly Evidence[], { words }: Said): readonly Evidence[] {
  const reply = replyWords(words);
  if (reply === null) return rows;
  const place = (from: number): Place => ({ in: 'comment', key: reply.key, from, url: reply.url });
  const metrics = findMetrics(reply.text, place, 'author').slice(0, mostMetrics);
  const impact = impactIn(reply, place, metrics.length > 0);
  return rows.map((row) => ({
    ...row,
    metrics: row.metrics.length > 0 ? row.metrics : metrics,
    impact: row.impact ?? impact,
  }));
}

/** The first sentence that is more than its figure; where there is no figure, whatever they said. */
function impactIn({ text }: ReplyWords, place: (from: number) => Place, isMeasured: boolean): Claim | null {
  const sentences = sentencesOf(text).filter((one) => one.text.length <= longestImpact);
  const told = isMeasured
    ? sentences.find((one) => findMetrics(one.text, place, 'author').length === 0)
    : sentences[0];
  if (told === undefined) return null;
  return { text: oneLine(told.text), quote: { text: told.text, place: place(told.from) }, grade: 'author' };
}

function replyWords(words: unknown): ReplyWords | null {
  if (typeof words !== 'object' || words === null || !('text' in words) || !('key' in words)) return null;
  const { text, key } = words;
  const url = 'url' in words && typeof words.url === 'string' ? words.url : null;
  return typeof text === 'string' && typeof key === 'string' ? { text, key, url } : null;
}
