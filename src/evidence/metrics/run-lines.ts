import { unitOf, type Dimension } from '../grounding/units.ts';

/** One thing that a tool measured, as one line of its output says it. Offsets are those of the whole text. */
export type Measured = {
  /** What was measured, the same in every run. */
  readonly name: string;
  /** The line does not say what was run, so that several of them are runs of different things. */
  readonly anonymous: boolean;
  /** As written, with its unit. */
  readonly text: string;
  /** In the base unit of its dimension. */
  readonly value: number;
  readonly dimension: Dimension;
  readonly moreIsBetter: boolean;
  /** Which run it is of, where the name says so itself; otherwise null. */
  readonly state: 'before' | 'after' | null;
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  readonly valueTo: number;
};

type Line = { readonly text: string; readonly from: number };
type Form = {
  readonly pattern: RegExp;
  readonly more?: true;
  /** What is measured, where every line of the form measures the same. */
  readonly name?: string;
};

const NUMBER = '\\d[\\d,]{0,14}(?:\\.\\d{1,9})?';
const TIME = '(?:ns|µs|μs|us|ms|s|m|min)';

/** Each has groups `value` and `unit`, most a `name`. */
const FORMS: readonly Form[] = [
  // Go: BenchmarkParse-8   1000   812 ns/op   64 B/op
  {
    pattern: new RegExp(
      `^\\s*(?<name>Benchmark\\S{1,100})\\s+\\d{1,12}\\s+(?<value>${NUMBER}) (?<unit>ns)/op`,
      'd',
    ),
  },
  // JMH: Parse.large  avgt  5  812.1 ± 4.2  ns/op
  {
    pattern: new RegExp(
      `^\\s*(?<name>[A-Za-z_$][\\w.$:·]{1,100}(?:\\s+[\\w./-]{1,30}){0,4})\\s+(?:avgt|sample|ss)\\s+(?:\\d{1,6}\\s+)?(?<value>${NUMBER})\\s+(?:±\\s*${NUMBER}\\s+)?(?<unit>${TIME})/op\\s*$`,
      'd',
    ),
  },
  {
    pattern: new RegExp(
      `^\\s*(?<name>[A-Za-z_$][\\w.$:·]{1,100}(?:\\s+[\\w./-]{1,30}){0,4})\\s+thrpt\\s+(?:\\d{1,6}\\s+)?(?<value>${NUMBER})\\s+(?:±\\s*${NUMBER}\\s+)?(?<unit>ops/${TIME})\\s*$`,
      'd',
    ),
    more: true,
  },
  // criterion: parse/large   time:   [1.20 ms 1.30 ms 1.40 ms]
  {
    pattern: new RegExp(
      `^\\s*(?<name>\\S.{0,100}?)\\s+time:\\s+\\[${NUMBER} ${TIME} (?<value>${NUMBER}) (?<unit>${TIME}) ${NUMBER} ${TIME}\\]`,
      'd',
    ),
  },
  // k6: http_req_duration....: avg=118ms min=1ms med=90ms max=1s p(90)=200ms p(95)=210ms
  {
    pattern: new RegExp(
      `^\\W{0,12}(?<name>http_req_duration|http_req_waiting|iteration_duration|grpc_req_duration)\\.*:.{0,200}?\\bp\\(95\\)=(?<value>${NUMBER})(?<unit>${TIME})(?!\\w)`,
      'd',
    ),
  },
  {
    pattern: new RegExp(
      `^\\W{0,12}(?<name>http_reqs|iterations)\\.*:\\s+\\d{1,12}\\s+(?<value>${NUMBER})(?<unit>/s)`,
      'd',
    ),
    more: true,
  },
  // wrk and ab
  {
    pattern: new RegExp(`^\\s*Requests/sec:\\s+(?<value>${NUMBER})(?<unit>)\\s*$`, 'd'),
    more: true,
    name: 'requests',
  },
  {
    pattern: new RegExp(`^\\s*Requests per second:\\s+(?<value>${NUMBER})(?<unit>) \\[#/sec\\]`, 'd'),
    more: true,
    name: 'requests',
  },
  {
    pattern: new RegExp(
      `^\\s*Time per request:\\s+(?<value>${NUMBER}) \\[(?<unit>ms)\\] \\(mean\\)\\s*$`,
      'd',
    ),
    name: 'time',
  },
  {
    pattern: new RegExp(`^\\s*Latency\\s+(?<value>${NUMBER})(?<unit>${TIME})\\s+${NUMBER}${TIME}\\s`, 'd'),
    name: 'latency',
  },
  // hyperfine: Time (mean ± σ):     1.234 s ±  0.012 s
  {
    pattern: new RegExp(`^\\s*Time \\(mean ± σ\\):\\s+(?<value>${NUMBER}) (?<unit>${TIME}) ±`, 'd'),
    name: 'time',
  },
];
/** pytest-benchmark: test_parse (NOW)   1.2 (1.0)   1.9 (1.0)   1.4 (1.0); minimum, maximum, mean. */
const PYTEST = new RegExp(
  `^\\s*(?<name>test_\\S{1,100}(?:\\s\\([\\w.-]{1,40}\\))?)\\s+${NUMBER}(?:\\s\\([\\d.>,]{1,12}\\))?\\s+${NUMBER}(?:\\s\\([\\d.>,]{1,12}\\))?\\s+(?<value>${NUMBER})(?:\\s|$)`,
  'd',
);
/** `BenchmarkParse/old-8` beside `BenchmarkParse/new-8`, `test_parse (0001_main)` beside `test_parse (NOW)`. */
const STATE =
  /(?:(?<=[/._=])(?:(?<before>old|before|baseline|main|master)|(?<after>new|after|branch|patched))(?=[-/._\s]|$))|\s\((?:(?<saved>\d{4}_[\w.-]{1,32})|(?<now>NOW))\)$/i;
const LONGEST = 400;

/** What one line of output says; `unit` is that of the header above, for tools that say it there. */
export function readRunLine(line: Line, unit: string): Measured | null {
  if (line.text.length > LONGEST || !/\d/.test(line.text)) return null;
  for (const form of FORMS) {
    const match = form.pattern.exec(line.text);
    if (match !== null) return measured(line, match, form, match.groups?.['unit'] ?? '');
  }
  const match = unit === '' ? null : PYTEST.exec(line.text);
  return match === null ? null : measured(line, match, {}, unit);
}

function measured(
  line: Line,
  match: RegExpExecArray,
  { more, name }: Omit<Form, 'pattern'>,
  unit: string,
): Measured | null {
  const at = match.indices?.groups?.['value'];
  const written = match.groups?.['value'];
  if (at === undefined || written === undefined) return null;
  const isRate = more === true;
  const known = unitOf(unit.replace(/^ops\//, ''));
  if (known === null && !isRate) return null;
  const factor = known === null ? 1 : isRate ? 1 / known.factor : known.factor;
  const unitAt = match.indices?.groups?.['unit'];
  const end = unitAt === undefined || unitAt[0] < at[1] ? at[1] : unitAt[1];
  const apart = unitAt === undefined || /[[\]]/.test(line.text.slice(at[1], end)) || end === at[1];
  const shown = apart ? `${written} ${unit}`.trim() : line.text.slice(at[0], end);
  const named = name ?? (match.groups?.['name'] ?? '').replaceAll(/\s+/g, ' ');
  const groups = STATE.exec(named)?.groups;
  return {
    name: named.replace(STATE, ''),
    anonymous: name !== undefined,
    text: shown,
    value: Number(written.replaceAll(',', '')) * factor,
    dimension: isRate ? 'rate' : 'time',
    moreIsBetter: isRate,
    state: stateOf(groups),
    from: line.from,
    to: line.from + line.text.length,
    valueFrom: line.from + at[0],
    valueTo: line.from + end,
  };
}

function stateOf(groups: Partial<Record<string, string>> | undefined): Measured['state'] {
  if (groups === undefined) return null;
  return groups['before'] !== undefined || groups['saved'] !== undefined ? 'before' : 'after';
}
