import backendVocabulary from '../backend/vocabulary.json' with { type: 'json' };
import backendWeights from '../backend/weights.json' with { type: 'json' };
import { words as backendWords } from '../backend/words.ts';
import { notable } from '../load.ts';
import type { Pack } from '../schema.ts';

/*
 * What makes work worth citing does not depend on its area: a gain that was measured, a risk taken with care, a choice
 * that was weighed. It was learnt from backend work; platform work has no examples of its own to learn it from.
 */

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Which paths a change touches says something of its area, so that what it says of worth is not taken over. */
const learnt = Object.fromEntries(
  Object.entries(worthIn(backendWeights)).filter(([name]) => !name.startsWith('path.')),
);

/** Rules of the backend that speak of worth, but for those whose names this pack gives a meaning of its own. */
export function wordsOfWorth(own: Pack['words']): Pack['words'] {
  const taken = new Set(own.map(({ key }) => key));
  const speaking = new Set(Object.keys(learnt).map((name) => name.split('.')[1]));
  return backendWords.filter(({ key }) => !taken.has(key) && speaking.has(key));
}

/** The pack's weights, with what was learnt of worth beside its areas. */
export function withWorth(own: Pack['weights']): Pack['weights'] {
  const names = new Set([...Object.keys(own), ...Object.keys(learnt)]);
  return Object.fromEntries([...names].map((name) => [name, { ...own[name], ...learnt[name] }]));
}

export const vocabularyOfWorth: Pack['vocabulary'] = worthIn(backendVocabulary);

function worthIn(rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, { [notable]: weight }]) =>
      weight === undefined ? [] : [[name, { [notable]: weight }]],
    ),
  );
}
