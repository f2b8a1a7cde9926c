import { areaKeys } from './expected.ts';
import type { AreaKey } from './expected.ts';

/** A change that invites a wrong reading. None of them may be called notable. Keyed by pull request number. */
export type Trap = {
  readonly mustNot: string;
  readonly neverAreas: readonly AreaKey[];
  /** Spans of the title or the body that look like a measured outcome and are none. */
  readonly neverMetrics: readonly string[];
};

function nothing(mustNot: string, ...neverMetrics: readonly string[]): Trap {
  return { mustNot, neverAreas: areaKeys, neverMetrics };
}

function not(neverAreas: readonly AreaKey[], mustNot: string, ...neverMetrics: readonly string[]): Trap {
  return { mustNot, neverAreas, neverMetrics };
}

export const traps: ReadonlyMap<number, Trap> = new Map([
  [303, not(['api', 'design', 'reliability'], 'take a shorter README for performance')],
  [305, nothing('credit a release note')],
  [308, not(['api', 'design', 'reliability'], 'let a formatter look like work on queries')],
  [310, nothing('believe a lock file that calls itself a security fix')],
  [
    313,
    nothing("take a library's release notes for our results", '2x faster', 'reduces allocations by 35 %'),
  ],
  [316, not(['api', 'design', 'reliability'], 'measure names', '10x')],
  [319, nothing('take a setting for a gain', 'from 5 s to 8 s')],
  [320, not(['api', 'design', 'reliability'], 'see reliability in corrected typos')],
  [325, not(['api', 'design'], 'see a rewrite in one line')],
  [328, nothing("credit other people's results to the release", 'p95 1.8 s → 210 ms')],
  [329, nothing('count generated lines')],
  [331, nothing('take the share of a flag for a result', '5 %', '25 %', '100 %')],
  [333, not(['design', 'collaboration'], 'read the headings and boxes of an unfilled template')],
  [337, not(['api', 'design'], 'claim a gain that the author denies', '212 ms before and 214 ms after')],
  [340, not(['design', 'quality', 'collaboration'], 'take status codes for figures', '404 instead of 500')],
  [345, nothing('credit copied code')],
  [347, nothing('take versions for figures', '1.25.6 → 1.26.0')],
  [350, not(['api', 'reliability', 'collaboration'], 'see a rewrite in moved files')],
  [353, nothing('take the share of a flag for a result', '1 % → 25 %')],
  [354, nothing("credit a bot, whatever the advisory's weight")],
  [356, not(['api', 'design'], 'take the state before for an outcome', '45 minutes')],
  [359, not(['design', 'reliability'], 'follow, render or link what the text says')],
  [360, nothing('take a setting for a gain', 'from 60 to 40')],
  [363, not(['design', 'reliability', 'api'], 'see design in one corrected letter')],
  [365, nothing("credit other people's results to the release", '31 → 4 calls a second')],
  [366, nothing('credit a revert with what it takes back', 'nine minutes')],
  [370, not(['reliability', 'design', 'collaboration'], 'take a setting for speed', 'from 2 s to 1 s')],
  [376, not(['api', 'quality'], 'take a forecast for a saving', 'up to €12,000 a year')],
  [378, nothing('make anything of a typo')],
  [379, not(['api', 'design', 'reliability'], 'let sorted imports look like work on the client')],
  [381, nothing("take a vendor's promise for a measurement", '40 % less overhead')],
  [384, not(['reliability', 'api', 'design'], 'take sample text for a result', '99.99 % → 100.00 %')],
  [394, not(['reliability', 'api', 'design'], 'take dates for figures', '2026-05-04 → 2026-06-01')],
  [396, nothing('count generated lines')],
  [398, nothing("credit whoever merged a bot's pull request")],
  [402, not(['reliability', 'design', 'api'], 'praise a skipped test')],
  [407, not(['reliability', 'design', 'api'], 'believe a comment', 'Ten times')],
  [417, not(['api', 'design'], 'take an aim for a result', 'p95 below 100 ms', '210 ms')],
  [425, nothing('take a setting for a gain', '1 → 2')],
  [429, not(['design', 'api'], 'believe the title of a corrected log line')],
]);

/** Spans in careful changes that are settings, goals or the state before, and never outcomes. */
export const falseMetrics: ReadonlyMap<number, readonly string[]> = new Map([
  [309, ['48 hours', 'forty goroutines']],
  [321, ['30 days, zero calls']],
  [344, ['14 min building the same', '11 min starting Postgres']],
  [380, ['kept for 60 s']],
  [386, ['100 requests per second', 'bursts of 300']],
  [389, ['99.5 % of payouts']],
  [404, ['300 ms']],
  [424, ['p99 below 50 ms']],
  [426, ['2.x to 3.0']],
  [431, ['six hours', '30 minutes']],
]);
