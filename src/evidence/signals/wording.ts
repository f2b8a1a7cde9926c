import type { Framework } from '../../framework/compile.ts';
import { weightOf } from '../../framework/vocabulary.ts';
import type { Term } from '../../framework/vocabulary.ts';
import type { Quote } from '../claim.ts';
import { quotable } from '../quotable.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';
import { stemsOf } from './terms.ts';

/**
 * The reason where no rule speaks for an area and the learnt words do: the title, sentence or path in which the word
 * stands that speaks most for it. Null where no word does.
 */
export function wordingSignal(
  area: string,
  terms: readonly Term[],
  reading: Reading,
  { targets, vocabulary }: Pick<Framework, 'targets' | 'vocabulary'>,
): Signal | null {
  const those = targets.get(area) ?? [area];
  const most = (term: Term) => Math.max(...those.map((target) => weightOf(term, target, vocabulary)));
  const weighed = terms
    .map((term) => ({ term, weight: term.strength * most(term) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { term } of weighed) {
    const quote = quoteOf(term, reading);
    if (quote !== null) return { rule: 'wording', reason: 'is about this by its wording', quote };
  }
  return null;
}

function quoteOf({ place, words: together }: Term, reading: Reading): Quote | null {
  const { title, own } = reading;
  const words = together.split(' ');
  const holds = (text: string) => {
    const stems = stemsOf(text);
    return words.every((word) => stems.includes(word));
  };
  if (place === 'title' || place === 'pair' || place === 'first')
    return { text: title.whole, place: { in: 'title' } };
  if (place === 'path') {
    const file = own.files.find(({ path }) => holds(path));
    return file === undefined ? null : { text: file.path, place: { in: 'path' } };
  }
  if (place !== 'body') return null;
  return quotable(reading).find(({ text }) => holds(text)) ?? null;
}
