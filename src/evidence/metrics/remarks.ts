import { activitiesOf } from '../activity.ts';
import type { Metric } from '../claim.ts';
import type { ChangeFacts, CommentFacts } from '../facts.ts';
import { findMetrics } from '../metrics.ts';
import { isBot } from '../noise.ts';
import { isMachineMade, ownSentences, ownText } from '../remark/text.ts';
import { readQuantities } from './quantities.ts';
import { isOutcomeSaid, type Said } from './said.ts';

type Remark = CommentFacts & { readonly in: 'review' | 'comment'; readonly onLines: boolean };

/** Further on, a discussion repeats itself. */
const mostRemarks = 200;
const mostMetrics = 3;
const longestBody = 12_000;
/** What a remark with a measured outcome has: a figure, or `no` of something. */
const mayState = /\d|\b(?:no|zero|half|twice|halv\w+|doubl\w+|one|two|three|four|five)\b/iu;

/**
 * The outcomes that people tell below a change, in its reviews and comments: a colleague's word (`peer`) or that of
 * those whose change it is (`author`), never a machine's. What `known` tells already is left out. Colleagues come
 * first, then by time.
 */
export function metricsInRemarks(change: ChangeFacts, known: readonly Metric[]): readonly Metric[] {
  const remarks = remarksOf(change);
  if (remarks.length === 0) return [];
  const owners = new Set([change.author.key, ...activitiesOf(change).map(({ person }) => person.key)]);
  const told = remarks.flatMap((remark) => metricsOf(remark, owners.has(remark.author.key), change));
  const inOrder = told.toSorted(
    (one, other) => Number(other.grade === 'peer') - Number(one.grade === 'peer'),
  );
  const added: Metric[] = [];
  for (const metric of inOrder)
    if (![...known, ...added].some((other) => saysToo(other, metric))) added.push(metric);
  return added.slice(0, mostMetrics);
}

function remarksOf({ reviews, comments, threads }: ChangeFacts): readonly Remark[] {
  if (reviews.length + comments.length + threads.length === 0) return [];
  const all = [
    ...reviews.map((one): Remark => ({ ...one, in: 'review', onLines: false })),
    ...comments.map((one): Remark => ({ ...one, in: 'comment', onLines: false })),
    ...threads.flatMap((thread) =>
      thread.comments.map((one): Remark => ({ ...one, in: 'comment', onLines: true })),
    ),
  ];
  return all
    .filter(({ author, body }) => mayState.test(body) && !isBot(author) && !isMachineMade(body))
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.key, other.key))
    .slice(0, mostRemarks);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Code of a colleague shows what could be; a benchmark that the author pastes shows what is. */
function metricsOf(remark: Remark, isOwner: boolean, { mergedAt }: ChangeFacts): readonly Metric[] {
  const body = remark.body.slice(0, longestBody);
  const { in: kind, key, url } = remark;
  const found = findMetrics(
    isOwner ? body : ownText(body),
    (from) => ({ in: kind, key, from, url }),
    isOwner ? 'author' : 'peer',
  ).filter(({ quote }) => 'from' in quote.place && body.startsWith(quote.text, quote.place.from));
  if (found.length === 0) return [];
  const sentences = ownSentences(body);
  const by = isOwner ? 'author' : 'peer';
  const afterMerge = mergedAt !== null && remark.at >= mergedAt;
  return found.filter(({ quote: { place } }) => {
    const from = 'from' in place ? place.from : 0;
    const at = sentences.findLastIndex((one) => one.from <= from && from < one.from + one.text.length);
    const [previous, sentence, next] = [sentences[at - 1], sentences[at], sentences[at + 1]];
    // Outside a sentence stands output that was pasted, or a table.
    if (at === -1 || sentence === undefined) return isOwner || afterMerge;
    const said: Said = {
      by,
      afterMerge,
      onLines: remark.onLines,
      body,
      sentence: sentence.text,
      previous: previous?.text ?? '',
      next: next?.text ?? '',
    };
    return isOutcomeSaid(said);
  });
}

/** Whether one metric states every figure of the other. One without figures is told by the same words only. */
function saysToo(known: Metric, { text }: Metric): boolean {
  const figures = readQuantities(text);
  if (figures.length === 0) return known.text.toLowerCase().includes(text.toLowerCase());
  const others = readQuantities(known.text);
  return figures.every(({ value, dimension }) =>
    others.some((other) => other.dimension === dimension && isNear(other.value, value)),
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.02 * Math.max(Math.abs(one), Math.abs(other));
}
