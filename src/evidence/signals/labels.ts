import type { Framework } from '../../framework/compile.ts';
import type { Quote } from '../claim.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

/** No more labels are looked at, and none longer: GitHub allows a hundred of fifty characters. */
const mostLabels = 100;
const longestLabel = 60;

/** What the labels of a change say, and those of the issues that it closes. */
export function findLabels({ change }: Reading, { labels }: Framework): readonly Signal[] {
  const quotes: readonly Quote[] = [
    ...change.labels.map((text): Quote => ({ text, place: { in: 'label' } })),
    ...change.closes.flatMap((issue) =>
      issue.labels.map((text): Quote => ({ text, place: { in: 'issue', key: issue.key } })),
    ),
  ].slice(0, mostLabels);
  return labels.flatMap(({ key, reason, pattern }) => {
    const quote = quotes.find(({ text }) => text.length <= longestLabel && pattern.test(text));
    return quote === undefined ? [] : [{ rule: `label.${key}`, reason, quote }];
  });
}
