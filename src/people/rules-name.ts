import { digest } from '../evidence/key.ts';
import type { Rules } from './rules.ts';

/** A short name of what the rules say: the same rules have the same name, in whatever order they are kept. */
export function nameOfRules(rules: Rules): string {
  return digest(JSON.stringify(inOrder(rules))).slice(0, 7);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => [key, inOrder(inner)]);
  return Object.fromEntries(pairs.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
