import { readAway } from '../../src/people/away.ts';
import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

/** From when to when somebody is away. Two days, and not a word more. */
export function away(asked: Asked): Reply {
  const span = readAway(asked.said.words);
  if ('problem' in span) return refused(span.problem);
  return done('away', { ...rowOf(asked), words: span });
}
