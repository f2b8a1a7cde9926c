/** What kind of quantity a unit measures. Only values of one dimension can be compared. */
export type Dimension =
  | 'time'
  | 'months'
  | 'bytes'
  | 'percent'
  | 'points'
  | 'ratio'
  | 'rate'
  | 'money'
  | 'cores'
  | 'count';

export type Unit = {
  /** One spelling for all of them: `min` for `minutes`. */
  readonly name: string;
  readonly dimension: Dimension;
  /** How many of the dimension's base unit (second, byte, month, one) it is. */
  readonly factor: number;
};

type Row = readonly [name: string, dimension: Dimension, factor: number, spellings: string];

const ROWS: readonly Row[] = [
  ['ns', 'time', 1e-9, 'ns nanosecond nanoseconds n'],
  ['µs', 'time', 1e-6, 'µs μs us usec microsecond microseconds'],
  ['ms', 'time', 1e-3, 'ms msec msecs millis millisecond milliseconds'],
  ['s', 'time', 1, 's sec secs second seconds'],
  ['min', 'time', 60, 'm min mins minute minutes'],
  ['h', 'time', 3600, 'h hr hrs hour hours'],
  ['day', 'time', 86_400, 'd day days'],
  ['week', 'time', 604_800, 'week weeks'],
  ['month', 'months', 1, 'month months'],
  ['year', 'months', 12, 'year years'],
  ['B', 'bytes', 1, 'B byte bytes'],
  ['kB', 'bytes', 1e3, 'kB KB kb kilobyte kilobytes'],
  ['MB', 'bytes', 1e6, 'MB mb megabyte megabytes'],
  ['GB', 'bytes', 1e9, 'GB gb gigabyte gigabytes'],
  ['TB', 'bytes', 1e12, 'TB tb terabyte terabytes'],
  ['PB', 'bytes', 1e15, 'PB petabyte petabytes'],
  ['KiB', 'bytes', 1024, 'KiB kib kibibyte kibibytes Ki'],
  ['MiB', 'bytes', 1024 ** 2, 'MiB mib mebibyte mebibytes Mi'],
  ['GiB', 'bytes', 1024 ** 3, 'GiB gib gibibyte gibibytes Gi'],
  ['TiB', 'bytes', 1024 ** 4, 'TiB tib tebibyte tebibytes Ti'],
  ['%', 'percent', 1, '% percent pct'],
  ['percentage points', 'points', 1, 'pp pps'],
  ['times', 'ratio', 1, 'x X × times fold'],
  ['per second', 'rate', 1, 'rps qps tps req/s ops/s requests/s msg/s'],
  ['cores', 'cores', 1, 'vCPU vCPUs vcpu vcpus cores'],
  ['USD', 'money', 1, '$ USD usd dollar dollars'],
  ['EUR', 'money', 1, '€ EUR eur euro euros'],
  ['GBP', 'money', 1, '£ GBP gbp'],
  ['JPY', 'money', 1, '¥ JPY yen'],
  ['INR', 'money', 1, '₹ INR rupees'],
  ['CHF', 'money', 1, 'CHF'],
  ['SEK', 'money', 1, 'SEK'],
  ['NOK', 'money', 1, 'NOK'],
  ['DKK', 'money', 1, 'DKK'],
  ['PLN', 'money', 1, 'PLN'],
  ['CAD', 'money', 1, 'CAD'],
  ['AUD', 'money', 1, 'AUD'],
];

const UNITS: ReadonlyMap<string, Unit> = new Map(ROWS.flatMap(unitsOfRow));

/** Letters that multiply a bare number: `1.2k`, `907M`. */
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['bn', 1e9],
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

export const COUNT: Unit = { name: '', dimension: 'count', factor: 1 };

function unitsOfRow([name, dimension, factor, spellings]: Row): [string, Unit][] {
  return spellings.split(' ').map((spelling) => [spelling, { name, dimension, factor }]);
}

/** The unit of this spelling; capitals matter only where they change the meaning (`MB`, `Mi`, `B`). */
export function unitOf(word: string): Unit | null {
  return UNITS.get(word) ?? (word.length > 3 ? UNITS.get(word.toLowerCase()) : undefined) ?? null;
}

/** What a bare number is multiplied by: 1000 for `k`; null for any other word. */
export function multipleOf(word: string): number | null {
  return MULTIPLES.get(word) ?? null;
}
