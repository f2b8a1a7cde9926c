import type { Framework } from '../../framework/compile.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';
import { findLabels } from './labels.ts';
import { findPaths } from './paths.ts';
import { findShapes } from './shape.ts';
import { findWords } from './words.ts';

/** Every signal of a change, in the order title, description, paths, labels, shape; each rule at most once. */
export function findSignals(reading: Reading, framework: Framework): readonly Signal[] {
  return [
    ...findWords(reading, framework),
    ...findPaths(reading, framework),
    ...findLabels(reading, framework),
    ...findShapes(reading),
  ];
}
