import type { Grade, Metric, Place } from './claim.ts';
import { readBenchmarkLine } from './metrics/benchmarks.ts';
import { maskNotProse } from './metrics/mask.ts';
import { mayState } from './metrics/may-state.ts';
import { MAY_BE_BENCHMARK, passagesOf, type Passage } from './metrics/passages.ts';
import { readQuantities, type Quantity } from './metrics/quantities.ts';
import type { Reading } from './metrics/reading.ts';
import { readRuns } from './metrics/runs.ts';
import { quoteSpan, type Span } from './metrics/spans.ts';
import { readStatement } from './metrics/statements.ts';
import { readRow, readStateRows } from './metrics/tables.ts';

type Found = { readonly span: Span; readonly reading: Reading };

/** Headings under which people write what is not so yet. */
const NOT_YET =
  /\b(?:goals?|expected|targets?|future|next steps?|follow[- ]?ups?|plan|proposal|todo|risks?|problem|motivation|background|current behaviou?r)\b/i;
const TOLD_APART =
  /\b(?:before|old|previously|baseline|prior|without|main|master|was|were|took|taking|used to)\b/i;
const LONGEST_LINE = 1000;
const MOST_OF_ONE_SENTENCE = 4;
/** GitHub's own limit for a body is 65,536. */
const LONGEST_TEXT = 100_000;

/**
 * Finds the spans of a text that state a quantified outcome of a change. `place` turns an offset of the text
 * (UTF-16 code units) into where a reader finds it. Precision first: what may be a goal, a setting or a version is
 * left out. Texts beyond 100,000 units are read up to there.
 */
export function findMetrics(text: string, place: (from: number) => Place, grade: Grade): readonly Metric[] {
  const read = text.slice(0, LONGEST_TEXT);
  if (!mayState(read)) return [];
  const found: Found[] = [];
  for (const passage of passagesOf(maskNotProse(read))) {
    for (const one of findAll(passage))
      if (!found.some((other) => overlap(other.span, one.span))) found.push(one);
  }
  const told = found
    .filter(({ span }) => !read.slice(span.from, span.to).includes('<!--'))
    .map(({ span, reading }) => ({
      span,
      metric: metric(read.slice(span.from, span.to), place(span.from), reading, grade),
    }));
  const runs = readRuns(read, place, grade).filter(
    ({ span }) => !told.some((one) => overlap(one.span, span)),
  );
  return [...told, ...runs]
    .toSorted((left, right) => left.span.from - right.span.from)
    .map((one) => one.metric);
}

function overlap(left: Span, right: Span): boolean {
  return left.from < right.to && right.from < left.to;
}

/** A long sentence may state another outcome after the clause that is quoted. */
function findAll(passage: Passage, atMost = MOST_OF_ONE_SENTENCE): readonly Found[] {
  const one = findIn(passage);
  if (one === null) return [];
  const used = one.span.to - passage.from;
  if (passage.kind !== 'sentence' || atMost === 1 || used >= passage.text.length) return [one];
  return [one, ...findAll({ ...passage, text: passage.text.slice(used), from: one.span.to }, atMost - 1)];
}

function findIn(passage: Passage): Found | null {
  if (!isWorthReading(passage) || !mayState(passage.text)) return null;
  if (passage.kind !== 'row' && passage.kind !== 'states' && NOT_YET.test(passage.under)) return null;
  const reading = readingOf(passage);
  if (reading === null) return null;
  const text = passage.kind === 'block' ? upToEnd(passage.text, reading.to) : passage.text;
  const span = quoteSpan(text, reading);
  return span === null
    ? null
    : { reading, span: { from: passage.from + span.from, to: passage.from + span.to } };
}

/** A block of several sentences is quoted only up to the sentence or line that completes the comparison. */
function upToEnd(text: string, from: number): string {
  const end = /[.!?;](?=\s|$)|\n/.exec(text.slice(from));
  return end === null ? text : text.slice(0, from + end.index);
}

function readingOf(passage: Passage): Reading | null {
  if (passage.kind === 'row') return readRow(passage.text, passage.under);
  if (passage.kind === 'states') return readStateRows(passage.text, passage.under);
  const quantities = readQuantities(passage.text).map((one) => withEmphasis(passage.text, one));
  if (passage.kind === 'line') return readLine(passage.text, quantities);
  const reading = readStatement(passage.text, quantities);
  return passage.kind === 'block' && reading?.before === null ? null : reading;
}

/** `**4x** faster`: the marks belong to the figure, so that its neighbours are the words around them. */
function withEmphasis(text: string, quantity: Quantity): Quantity {
  const before = /[*_`]{1,3}$/.exec(text.slice(Math.max(0, quantity.from - 3), quantity.from))?.[0] ?? '';
  const after = /^[*_`]{1,3}/.exec(text.slice(quantity.to, quantity.to + 3))?.[0] ?? '';
  if (before === '' || after === '') return quantity;
  return { ...quantity, from: quantity.from - before.length, to: quantity.to + after.length };
}

/** A line alone matters for benchmark output only, a block for states told in sentences of their own. */
function isWorthReading({ kind, text }: Passage): boolean {
  if (kind === 'line') return text.length <= LONGEST_LINE && MAY_BE_BENCHMARK.test(text);
  return kind !== 'block' || TOLD_APART.test(text);
}

/** Lines of benchmark output stand alone, though Markdown would join them into one paragraph. */
function readLine(line: string, quantities: readonly Quantity[]): Reading | null {
  const row = readBenchmarkLine(line, quantities);
  return row === null && /\/op\b/.test(line) ? readStatement(line, quantities) : row;
}

function metric(text: string, place: Place, reading: Reading, grade: Grade): Metric {
  return {
    text,
    quote: { text, place },
    grade,
    before: reading.before?.text ?? null,
    after: reading.after?.text ?? null,
    change: reading.change?.text ?? null,
    direction: reading.direction,
  };
}
