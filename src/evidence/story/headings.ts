import type { Sentence } from '../sentences.ts';

type Stretch = { readonly from: number; readonly to: number };

const heading = /^ {0,3}(?:#{1,6} |\*\*|__)(.{1,80})$/gmu;
/** `**Problem.** Three teams wait …`: a heading that shares a line with its text. */
const label = /^(?:\*\*|__)([^*_\n]{1,40}?)[.:]?(?:\*\*|__)[.:]?\s+/u;
const labelled = /^ {0,3}(?:\*\*|__)([^*_\n]{1,40}?)[.:]?(?:\*\*|__)[.:]? +\S.{0,4000}$/gmu;
const asksWhy =
  /\b(why|motivation|impact|problem|rationale|benefits?|reason|symptoms?|background|what happened|root cause|context)\b/iu;

/** The parts of a body under a heading that asks why. */
export function underReasons(body: string): readonly Stretch[] {
  const headings = [...body.matchAll(heading)];
  const parts = headings.flatMap((found, index) =>
    asksWhy.test(found[1] ?? '')
      ? [{ from: found.index, to: headings[index + 1]?.index ?? body.length }]
      : [],
  );
  const lines = [...body.matchAll(labelled)].flatMap((found) =>
    asksWhy.test(found[1] ?? '') ? [{ from: found.index, to: found.index + found[0].length }] : [],
  );
  return [...parts, ...lines];
}

export function holds(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ from, to }) => from <= at && at < to);
}

/** A sentence without the heading it begins with: that is a word of the form, not of the story. */
export function withoutLabel({ text, from }: Sentence): Sentence {
  const cut = label.exec(text)?.[0].length ?? 0;
  return cut === 0 ? { text, from } : { text: text.slice(cut), from: from + cut };
}
