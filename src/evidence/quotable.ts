import type { Quote } from './claim.ts';
import { placeInBody, standsUnbroken } from './reading.ts';
import type { Reading } from './reading.ts';
import { sentencesOf } from './sentences.ts';

/** In UTF-16 units; longer sentences are no reason but a report. */
const longest = 220;

/** The sentences of a description that stand there unbroken and are short enough to quote. */
export function quotable({ change, body, prose }: Reading): readonly Quote[] {
  const place = placeInBody(body);
  return sentencesOf(prose)
    .filter(({ text }) => text.length <= longest)
    .map(({ text, from }) => ({ text, place: place(from) }))
    .filter((quote) => standsUnbroken(change, quote));
}
