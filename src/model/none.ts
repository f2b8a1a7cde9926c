import type { Reader } from '../ports/reader.ts';
import { questionOf } from './question.ts';

/** Without a model, signals decide alone. */
export const noReader: Reader = {
  name: null,
  budget: { tokens: 0, cost: null },
  question: (change, framework) => questionOf(change, framework, ''),
  ask: () => Promise.resolve({ spans: null, calls: [] }),
};
