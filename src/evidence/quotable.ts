import type { Quote } from './claim.ts';
import { placeInBody, standsUnbroken } from './reading.ts';
import type { Reading } from './reading.ts';

/** In UTF-16 units; longer sentences are no reason but a report. */
const longest = 220;

/** The sentences of a description that stand there unbroken and are short enough to quote. */
export function quotable({ change, body, sentences }: Reading): readonly Quote[] {
  const place = placeInBody(body);
  return sentences
    .filter(({ text }) => text.length <= longest)
    .map(({ text, from }) => ({ text, place: place(from) }))
    .filter((quote) => standsUnbroken(change, quote));
}
