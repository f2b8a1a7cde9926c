import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

const BOUND = /\bO\(([^()\n]{1,24}(?:\([^()\n]{1,12}\)[^()\n]{0,8})?)\)/g;
const BECOMES = /^\s?(?:time\s|work\s|calls\s)?(?:to|→|⇒|->|=>|down to)\s(?:an?\s|amorti[sz]ed\s)?$/i;
const INSTEAD = /^[\w ,]{0,60}\s\(?(?:instead of|rather than|down from|was|previously)\s(?:an?\s)?$/i;

/** `lookup goes from O(n²) to O(n)`, `O(1) instead of O(n)`: only where the work grows more slowly than before. */
export function readComplexity(sentence: string): Reading | null {
  const [left, right] = [...sentence.matchAll(BOUND)].slice(0, 2);
  if (left === undefined || right === undefined) return null;
  const gap = sentence.slice(left.index + left[0].length, right.index);
  const [before, after] = INSTEAD.test(gap) ? [right, left] : BECOMES.test(gap) ? [left, right] : [];
  if (before === undefined || after === undefined) return null;
  if (growth(after[1] ?? '') >= growth(before[1] ?? '')) return null;
  return {
    from: left.index,
    to: right.index + right[0].length,
    before: bound(before),
    after: bound(after),
    change: null,
    direction: 'less',
  };
}

/** How fast a bound grows, for comparing two: 0 for constant, 1 for linear, a little for each logarithm. */
function growth(expression: string): number {
  const text = expression.toLowerCase().replaceAll(/\s/g, '');
  const logarithms = text.match(/log/g)?.length ?? 0;
  const factors = text.replaceAll(/log\(?\|?[a-z]+\|?\)?/g, '').match(/[a-z]+|\^\d|[²³]/g) ?? [];
  return factors.reduce((sum, factor) => sum + powerOf(factor), 0) + logarithms / 10;
}

function powerOf(factor: string): number {
  if (factor === '²') return 1;
  if (factor === '³') return 2;
  return factor.startsWith('^') ? Number(factor.slice(1)) - 1 : 1;
}

function bound(match: RegExpExecArray): Quantity {
  const to = match.index + match[0].length;
  return {
    text: match[0],
    from: match.index,
    to,
    value: growth(match[1] ?? ''),
    dimension: 'count',
    sign: 0,
  };
}
