import { isUnsure } from '../metrics/words.ts';
import { matchesOf } from './figure-look-up.ts';
import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { pieceAt } from './wording.ts';

/** Figures that every source only hopes for, and the sentence states as a fact. */
export function compareCertainty(
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return sentence.figures.flatMap((figure) => {
    if (isUnsure(pieceAt(sentence.sentences, figure.from).text)) return [];
    const matches = matchesOf(sentence, figure, sources);
    const [first] = matches;
    const isHoped = matches.every((one) => isUnsure(pieceAt(one.source.sentences, one.figure.from).text));
    if (first === undefined || !isHoped) return [];
    const reason = 'The source hopes for this or guesses it; it does not state it.';
    return [{ kind: 'certainty' as const, text: figure.text, reason, key: first.source.source.key }];
  });
}
