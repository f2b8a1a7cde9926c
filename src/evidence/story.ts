import type { Claim } from './claim.ts';
import type { Reading } from './reading.ts';
import { placeInBody, standsUnbroken } from './reading.ts';
import { sentencesOf } from './sentences.ts';

/** The win: what was done, in the author's words. A title is always there; a verbatim part of it is the win. */
export function winOf({ title }: Reading): Claim {
  return { text: title.words, quote: { text: title.words, place: { in: 'title' } }, grade: 'author' };
}

/** The impact: for whom and why it mattered, as the author says it. Null where the description does not say. */
export function impactOf({ change, body, title }: Reading): Claim | null {
  const reasons = underReasons(change.body);
  const best = sentencesOf(body.text)
    .filter(({ text }) => text.length >= 30 && text.length <= 320 && !asChatter.test(text))
    .map(({ text, from }) => ({ quote: { text, place: placeInBody(body)(from) }, at: body.origin(from) }))
    .filter(({ quote }) => standsUnbroken(change, quote))
    .map(({ quote, at }) => ({ quote, says: underWhy(weigh(quote.text, title.words), holds(reasons, at)) }))
    .filter(({ says }) => says >= 2)
    .toSorted((a, b) => b.says - a.says)[0];
  if (best === undefined) return null;
  return { text: oneLine(best.quote.text), quote: best.quote, grade: 'author' };
}

/** Under a heading that asks why, one cue is enough; without any, a scrap stays a scrap. */
function underWhy(says: number, holdsReason: boolean): number {
  return holdsReason && says >= 0.8 ? says + 2 : says;
}

type Stretch = { readonly from: number; readonly to: number };

const heading = /^ {0,3}(?:#{1,6} |\*\*)(.{1,80})$/gmu;
const asksWhy = /\b(why|motivation|impact|problem|rationale|benefits?|reason)\b/iu;

/** The parts of a body under a heading that asks why. */
function underReasons(body: string): readonly Stretch[] {
  const headings = [...body.matchAll(heading)];
  return headings.flatMap((found, index) =>
    asksWhy.test(found[1] ?? '')
      ? [{ from: found.index, to: headings[index + 1]?.index ?? body.length }]
      : [],
  );
}

function holds(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ from, to }) => from <= at && at < to);
}

/** Cues that a sentence tells what the change is good for; each counts once. */
const cues: readonly (readonly [RegExp, number])[] = [
  [
    /\b(so that|which (means|caused|made|led|lets|allows)|this (means|lets|allows|makes|enables|caused|led|prevents|avoids)|as a result|now we can|without (this|it|having)|in order to)\b/iu,
    2,
  ],
  [
    /\b(users?|customers?|clients?|callers?(?!-)|consumers?|operators?|merchants?|on-?call|developers|contributors|reviewers|(other|every|each) teams?|downstream)\b/iu,
    1.5,
  ],
  [
    /\b(in production|outages?|incidents?|data loss|corrupt\w*|crash\w*|deadlocks?|time ?outs?|ooms?|leak\w*|slow|latency|downtime|lost|duplicated?|paged?)\b/iu,
    1.2,
  ],
  [/\b(no longer|instead of|previously|until now|used to|before this)\b/iu, 0.8],
  [
    /\b(because|since(?! \d| (?:january|february|march|april|may|june|july|august|september|october|november|december|then|mon|tues|wednes|thurs|fri)\b)|due to|root cause|caused by)\b/iu,
    0.8,
  ],
];

const against: readonly (readonly [RegExp, number])[] = [
  [/\b(todo|follow-?up|later|another pr|next pr|separate pr|wip)\b/iu, 1.5],
  [/\b(not sure|i think|maybe|perhaps|hopefully)\b/iu, 2],
  // How it was rolled out, checked or arranged for a while is no reason why it matters.
  [
    /^(?:rolled out|released|reviewed|tested|tried|checked|measured|agreed) \b|\bfor (?:now|the time being|an? (?:day|week|fortnight|month))\b/iu,
    1.5,
  ],
  // It speaks of something that stands in another sentence.
  [
    /^(?:one|two|three|four|five|six|both|those|these|they|the others|another) (?:of them|stays?|remains?|keeps?|differs?|is|are|was|were|has|have|had|do|does|did|can|will|goes?)\b/iu,
    0.8,
  ],
  [/`[^`]*`.*`[^`]*`.*`[^`]*`/u, 1],
  [/[{};]|=>|::|\(\)|\w#\w/u, 1],
];

const asChatter =
  /\?\s*$|^\s*(cc|fyi|note|see|ref(s|erences)?|closes|fixes|related|thanks|hi|hey)\b|https?:\/\/\S+\s*$|<\/?[a-z][^>]{0,500}>/iu;

function weigh(sentence: string, win: string): number {
  const sum = (list: readonly (readonly [RegExp, number])[]) =>
    list.reduce((total, [cue, worth]) => total + (cue.test(sentence) ? worth : 0), 0);
  const repeats = sentence.toLowerCase().includes(win.toLowerCase()) ? 1 : 0;
  return sum(cues) - sum(against) - repeats;
}

/** A verbatim span as one line of text: white space folded, nothing else changed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
