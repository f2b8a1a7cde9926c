import type { Metric, Place, Quote } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import { findMetrics } from './metrics.ts';
import { metricsInRemarks } from './metrics/remarks.ts';
import { handwritten } from './noise.ts';
import type { Handwritten } from './noise.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import { readTitle } from './title.ts';
import type { Title } from './title.ts';
import { withoutTemplate } from './template.ts';
import type { Cleaned } from './template.ts';

/** A description is read up to here; longer ones repeat themselves or are logs. In UTF-16 units. */
const longestBody = 12_000;

/** One change prepared for judging: its own words, its own files, the outcomes that it states. */
export type Reading = {
  readonly change: ChangeFacts;
  readonly title: Title;
  readonly body: Cleaned;
  /** The description with code and commands blanked out, every place kept. */
  readonly prose: string;
  /** Those of `prose`. */
  readonly sentences: readonly Sentence[];
  readonly own: Handwritten;
  /** Of the title, then of the description, then of what was said below it. */
  readonly metrics: readonly Metric[];
};

export function readChange(change: ChangeFacts): Reading {
  const body = withoutTemplate(change.body.slice(0, longestBody));
  const inTitle = findMetrics(change.title, () => ({ in: 'title' }), 'author');
  const inBody = findMetrics(body.text, placeInBody(body), 'author').filter(({ quote }) =>
    standsUnbroken(change, quote),
  );
  const described = [...inTitle, ...inBody];
  const prose = withoutCode(body.text);
  let sentences: readonly Sentence[] | null = null;
  return {
    change,
    title: readTitle(change.title),
    body,
    prose,
    // Split where they are asked for, and once.
    get sentences() {
      return (sentences ??= sentencesOf(prose));
    },
    own: handwritten(change.files),
    metrics: [...described, ...metricsInRemarks(change, described)],
  };
}

/** Turns an offset of the cleaned body into the place of the original one. */
export function placeInBody(body: Cleaned): (from: number) => Place {
  return (from) => ({ in: 'body', from: body.origin(from) });
}

/** Whether a quote of the description stands there as it is. One that reaches over a cut comment does not. */
export function standsUnbroken({ body }: ChangeFacts, { text, place }: Quote): boolean {
  return place.in !== 'body' || body.startsWith(text, place.from);
}

const code =
  /^ {0,3}(?:```|~~~)[\s\S]*?(?:^ {0,3}(?:```|~~~)[^\n]*$|(?![\s\S]))|^(?: {4,}|\t| {0,3}(?:[$%>#] |--|make |npm |go |cargo |docker |curl |\.\/))[^\n]*$/gmu;

/** Commands and code say what was typed, not what was done. Blanks keep every other place where it was. */
function withoutCode(text: string): string {
  return text.replace(code, (block) => block.replace(/[^\n]/gu, ' '));
}
