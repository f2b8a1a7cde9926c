import type { Grade, Metric, Place } from '../claim.ts';
import { linesOf } from './mask.ts';
import { readRunLine, type Measured } from './run-lines.ts';
import { quoteSpan, type Span } from './spans.ts';

type State = 'before' | 'after';
type Runs = Readonly<Record<State, readonly Measured[]>>;
export type RunMetric = { readonly span: Span; readonly metric: Metric };

/** What the output of every tool that is read here has. */
const SIGNS_OF_OUTPUT = [
  '/op',
  'ops/',
  ' time: ',
  'http_req',
  'iteration_duration',
  '(time in ',
  'Requests/sec',
  'Requests per second',
  'Time per request',
  '(mean ±',
  'Latency ',
];
const LABEL =
  /^(?:[\s#*_>`(-]|\/\/|<[^<>]{1,60}>)*(?:(?:the|on|results?|numbers|output|benchmarks?|runs?|bench|with|for|of|state|performance|k6|jmh|wrk|ab)[\s:,-]+){0,3}(?:(?<before>before|old|previous(?:ly)?|baseline|base|main|master|without|prior|origin\/(?:main|master))|(?<after>after|new|now|this (?:pr|branch|change|patch|commit)|the change|patched|optimi[sz]ed|branch|pr|head))\b/i;
const LONGEST_LABEL = 100;
const HEADING = /^\s{0,3}#{1,6}\s/;
/** Two runs of the same thing differ by so much. */
const NOISE = 0.05;
const MOST = 4;

/**
 * Two runs of one benchmark, each under its label (`Before`, `main`; `After`, `this branch`), as Go, JMH, criterion,
 * pytest-benchmark, k6, hyperfine, wrk and ab print them. Only what got better by more than the noise of such runs is
 * read. The quote is the line of the later run; `before` stands in the earlier one.
 */
export function readRuns(text: string, place: (from: number) => Place, grade: Grade): readonly RunMetric[] {
  if (!SIGNS_OF_OUTPUT.some((sign) => text.includes(sign))) return [];
  return comparisons(text)
    .flatMap(pairsOf)
    .flatMap(({ before, after }) => metricOf(text, before, after, place, grade))
    .slice(0, MOST);
}

/** A label of a state that stands already begins another comparison. */
function comparisons(text: string): readonly Runs[] {
  const all: Runs[] = [];
  let runs: Runs = { before: [], after: [] };
  let state: State | null = null;
  let unit = '';
  for (const line of linesOf(withoutComments(text))) {
    const inHeader = /\(time in ([a-zµ]{1,3})\)/.exec(line.text)?.[1];
    if (inHeader !== undefined) unit = inHeader;
    const measured = readRunLine(line, unit);
    const label = measured === null ? labelOf(line.text) : null;
    if (label !== null && runs[label].length > 0 && runs.before.length > 0 && runs.after.length > 0) {
      all.push(runs);
      runs = { before: [], after: [] };
    }
    state = label ?? (HEADING.test(line.text) ? null : state);
    const under = measured?.state ?? state;
    if (measured !== null && under !== null) runs = { ...runs, [under]: [...runs[under], measured] };
  }
  return [...all, runs];
}

function labelOf(line: string): State | null {
  const groups = line.length > LONGEST_LABEL ? undefined : LABEL.exec(line)?.groups;
  if (groups === undefined || /\b(?:expected|target|goal|theor\w*|estimate\w*)\b/i.test(line)) return null;
  return groups['before'] === undefined ? 'after' : 'before';
}

function withoutComments(text: string): string {
  return text.includes('<!--')
    ? text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    : text;
}

function pairsOf({
  before,
  after,
}: Runs): readonly { readonly before: Measured; readonly after: Measured }[] {
  if (before.length === 0 || after.length === 0) return [];
  const later = Map.groupBy(after, ({ name }) => name);
  return [...Map.groupBy(before, ({ name }) => name)].flatMap(([name, runs]) => {
    const [one, other] = [middleOf(runs), middleOf(later.get(name) ?? [])];
    return one !== null && other !== null && isBetter(one, other) ? [{ before: one, after: other }] : [];
  });
}

/** Of several runs of the same thing the middle one. */
function middleOf(runs: readonly Measured[]): Measured | null {
  if (runs.length > 1 && runs.some(({ anonymous }) => anonymous)) return null;
  return runs.toSorted((one, other) => one.value - other.value)[Math.floor((runs.length - 1) / 2)] ?? null;
}

function isBetter(before: Measured, after: Measured): boolean {
  if (before.moreIsBetter !== after.moreIsBetter || before.dimension !== after.dimension) return false;
  const gain = before.moreIsBetter ? after.value - before.value : before.value - after.value;
  return gain > NOISE * Math.max(before.value, after.value);
}

function metricOf(
  text: string,
  before: Measured,
  after: Measured,
  place: (from: number) => Place,
  grade: Grade,
): readonly RunMetric[] {
  const line = text.slice(after.from, after.to);
  const cut = quoteSpan(line, { from: after.valueFrom - after.from, to: after.valueTo - after.from });
  if (cut === null) return [];
  const span = { from: after.from + cut.from, to: after.from + cut.to };
  const quoted = text.slice(span.from, span.to);
  const metric: Metric = {
    text: quoted,
    quote: { text: quoted, place: place(span.from) },
    grade,
    before: before.text,
    after: after.text,
    change: null,
    direction: after.value < before.value ? 'less' : 'more',
  };
  return [{ span, metric }];
}
