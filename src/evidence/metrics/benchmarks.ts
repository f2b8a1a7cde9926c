import { holdsAlignedTable } from './aligned.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

const SIGNS_OF_A_BENCHMARK = [
  /±/,
  /\bvs base\b/,
  /\bns\/op\b/,
  /\b(?:change|time):\s{0,20}\[/,
  /\(was\s{1,8}\d/,
  /\b(?:delta|geomean)\b/i,
];
const CHANGE_OF_CRITERION = /\b(?:change|time):\s{0,40}\[\s?[-+−]/;
const NOT_SIGNIFICANT = /\bp\s?=\s?[\d.]{1,8}\s?>/;
/** What hyperfine sums up, where the other command is the former state. */
const HYPERFINE =
  /\b(\d{1,5}(?:\.\d{1,4})?)\s±\s\d{1,5}(?:\.\d{1,4})?\stimes faster than\s.{0,80}\b(?:old|main|master|before|baseline|base|prev\w{0,6})\b/i;

/** True for text that reads like the output of a benchmark that compares two states. */
export function looksLikeBenchmark(text: string): boolean {
  if (holdsAlignedTable(text) || HYPERFINE.test(text)) return true;
  if (
    /^\s{0,8}(?:before|old|main|baseline)\b.{0,80}\d/im.test(text) &&
    /^\s{0,8}(?:after|new|now|this (?:pr|branch))\b.{0,80}\d/im.test(text)
  )
    return true;
  return (
    SIGNS_OF_A_BENCHMARK.some((sign) => sign.test(text)) && /[-+−]\d{1,6}(?:\.\d{1,6})?\s?%|->|→/.test(text)
  );
}

/**
 * A line of benchmark output: old value, new value and a signed change in percent, as benchstat and benchcmp print
 * it, or the interval of change that criterion prints. A change that is not significant (`~`) has no percentage.
 */
export function readBenchmarkLine(line: string, quantities: readonly Quantity[]): Reading | null {
  if (CHANGE_OF_CRITERION.test(line)) return readCriterion(line, quantities);
  if (HYPERFINE.test(line)) return readHyperfine(line);
  const at = quantities.findIndex((one) => one.dimension === 'percent' && one.sign !== 0);
  const [before, after, change] = [quantities[at - 2], quantities[at - 1], quantities[at]];
  if (at < 2 || before === undefined || after === undefined || change === undefined) return null;
  const between = line.slice(before.to, change.from);
  if (before.dimension !== after.dimension || before.value === after.value || /[A-Za-z]{4}/.test(between))
    return null;
  if (!/±|\/op\b|\s{2}/.test(between)) return null;
  if (
    change.sign > 0 &&
    !/\d\s?(?:[kKMG]i?)?B\/s|ops\/s/.test(between + line.slice(before.from, before.to + 6))
  )
    return null;
  const states = /\(was\s/.test(between) ? { before: after, after: before } : { before, after };
  return { from: 0, to: line.length, ...states, change, direction: change.sign < 0 ? 'less' : 'more' };
}

function readCriterion(line: string, quantities: readonly Quantity[]): Reading | null {
  const from = line.search(CHANGE_OF_CRITERION);
  const interval = quantities.filter((one) => one.from > from && one.dimension === 'percent').slice(0, 3);
  const middle = interval[1];
  if (middle !== undefined && (middle.sign > 0 || NOT_SIGNIFICANT.test(line))) return null;
  if (middle === undefined || interval.length < 3 || interval.some((one) => one.sign !== middle.sign))
    return null;
  return {
    from: 0,
    to: line.length,
    before: null,
    after: null,
    change: middle,
    direction: middle.sign < 0 ? 'less' : 'more',
  };
}

function readHyperfine(line: string): Reading | null {
  const match = HYPERFINE.exec(line);
  const factor = match?.[1];
  if (match === null || factor === undefined) return null;
  const from = match.index;
  const to = from + match[0].length;
  const change: Quantity = { text: factor, from, to, value: Number(factor), dimension: 'ratio', sign: 0 };
  return { from: 0, to: line.length, before: null, after: null, change, direction: 'less' };
}
