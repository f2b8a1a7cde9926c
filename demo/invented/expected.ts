/**
 * What a fair reader finds in the careful changes, written from the story alone: no program was asked.
 * Keyed by pull request number.
 */
export type AreaKey = 'api' | 'design' | 'reliability' | 'quality' | 'collaboration';

export const areaKeys: readonly AreaKey[] = ['api', 'design', 'reliability', 'quality', 'collaboration'];

export type Expectation = {
  /** What the change is evidence of, the primary area first; empty for none. */
  readonly areas: readonly AreaKey[];
  /** Whether a manager could cite this one change as an example. */
  readonly notable: boolean;
  readonly because: string;
  /** Spans of the title or the body that state a measured outcome, the chief one first. */
  readonly metrics: readonly string[];
};

function worthCiting(areas: readonly AreaKey[], because: string, ...metrics: readonly string[]): Expectation {
  return { areas, notable: true, because, metrics };
}

function routine(areas: readonly AreaKey[], because: string, ...metrics: readonly string[]): Expectation {
  return { areas, notable: false, because, metrics };
}

export const expectations: ReadonlyMap<number, Expectation> = new Map([
  // January
  [301, worthCiting(['design', 'collaboration'], 'three ways weighed, five undoable steps, two teams asked')],
  [304, worthCiting(['reliability'], 'alerts on the effect, replayed against the outage it missed')],
  [307, worthCiting(['reliability'], 'cause found in query plans, gain measured', 'p95 1.8 s → 210 ms')],
  [309, worthCiting(['api', 'reliability'], 'contract designed for retries, raced by a test')],
  [312, worthCiting(['quality', 'collaboration'], 'review knowledge written down for others')],
  [315, worthCiting(['design', 'reliability'], 'risky first step of the ledger move, behind a flag')],
  [318, routine(['reliability'], 'only hoped to help; no result yet')],
  [
    321,
    worthCiting(
      ['quality'],
      'dead code proven dead by a counter, then removed',
      '4,112 lines removed, none added',
    ),
  ],
  // February
  [324, worthCiting(['design', 'reliability'], 'comparison job, and a package that billing takes over')],
  [326, routine(['reliability'], 'a promised clean-up of one alert')],
  [327, worthCiting(['reliability', 'collaboration'], 'runbook tried by others; the March incident used it')],
  [
    330,
    worthCiting(
      ['collaboration', 'quality'],
      'ownership agreed with two teams',
      'Folders without an owner: 17 → 0',
    ),
  ],
  [
    332,
    worthCiting(
      ['reliability'],
      'retry policy measured side by side',
      '| 0.42 % | 0.05 % |',
      '| 1.31 | 1.04 |',
    ),
  ],
  [335, worthCiting(['api'], 'paging contract that cannot skip rows, old way kept')],
  [337, routine(['quality'], 'no gain, and it says so')],
  [338, routine(['reliability'], 'one dashboard')],
  [340, routine(['api'], 'ordinary fix of a status code')],
  [341, worthCiting(['design', 'quality'], 'decision and shared type that others adopt')],
  [344, worthCiting(['quality'], 'measured, and checks became required again', '40 → 12 minutes')],
  [346, worthCiting(['collaboration', 'api'], 'eight weeks of notice, a guide, every caller written to')],
  // March
  [
    349,
    worthCiting(
      ['design', 'reliability'],
      'switch earned by proof',
      '0 differences in 11.2 million entries over nine days',
    ),
  ],
  [352, routine(['api', 'collaboration'], 'a step of the deprecation')],
  [355, worthCiting(['reliability'], 'root cause of a leak, test that fails without it', '22 → 190')],
  [356, routine(['reliability'], 'timers for a later change')],
  [
    358,
    worthCiting(['reliability'], 'incident fixed with the February runbook', 'Decline rate 31 % → 4.8 %'),
  ],
  [361, worthCiting(['reliability', 'collaboration'], 'post-mortem with owners and dates')],
  [362, routine(['reliability'], 'first follow-up of the incident')],
  [364, worthCiting(['reliability'], 'gain in a load test; taken back by #366', '31 a second → 4 a second')],
  [366, routine([], 'a revert')],
  [369, worthCiting(['design', 'reliability'], 'the switch itself, rehearsed backwards, handed over')],
  [
    371,
    worthCiting(
      ['reliability', 'design'],
      'came back fair',
      'longest wait of any merchant 9 min → 1.1 s',
      'acquirer calls 31/s → 5/s',
    ),
  ],
  // April
  [374, worthCiting(['collaboration'], 'a first week that the next person really used')],
  [377, routine(['collaboration'], 'small and real')],
  [
    380,
    worthCiting(
      ['reliability'],
      'stampede stopped, measured',
      'settings queries 38,000 → 900 a minute',
      '71 % → 52 %',
    ),
  ],
  [
    383,
    worthCiting(
      ['quality', 'reliability'],
      'flaky test traced to its cause',
      '0 failures, against 200 before',
    ),
  ],
  [386, worthCiting(['api', 'reliability'], 'limits designed for the people who meet them')],
  [
    389,
    worthCiting(
      ['reliability', 'collaboration'],
      'objective agreed, alerts tried in parallel',
      'Pages at night: 23 → 6',
    ),
  ],
  [392, worthCiting(['api', 'collaboration'], 'last caller helped to move, nobody surprised')],
  [393, routine(['api'], 'one field')],
  // May
  [395, worthCiting(['quality'], 'table by hand found two wrong currencies')],
  [397, routine(['api'], 'the fix that #395 asked for')],
  [
    400,
    worthCiting(
      ['design', 'reliability'],
      'border drawn in deployable steps',
      '2.4 s → 310 ms',
      'ends 20 minutes earlier',
    ),
  ],
  [401, routine(['api'], 'a backport')],
  [403, routine(['collaboration'], 'one page for support')],
  [404, worthCiting(['reliability', 'api'], 'degrades gracefully, proven on a game day')],
  [406, worthCiting(['api', 'collaboration'], 'one error contract, documented and checked')],
  [
    409,
    worthCiting(
      ['reliability'],
      'memory measured',
      'peak memory 3.1 GiB → 180 MiB',
      'first byte after 71 s → 0.4 s',
    ),
  ],
  [411, worthCiting(['quality'], 'a rule made into a check that found a real error', 'found 17 places')],
  [413, routine(['collaboration'], 'notes of a visit')],
  // June
  [
    414,
    worthCiting(
      ['design', 'quality'],
      'the move finished and cleaned up',
      '1,017 lines and 61 GB of table gone',
    ),
  ],
  [416, worthCiting(['api'], 'signature made safe without breaking anybody')],
  [
    419,
    worthCiting(
      ['design', 'reliability'],
      'moved without a pause, measured',
      'nightly clean-up 5 h 50 min → 3 s',
      'backup 410 GB → 265 GB',
    ),
  ],
  [
    421,
    worthCiting(
      ['reliability', 'collaboration'],
      'practised by people who had never done it',
      '14 min → 3 min 40 s',
    ),
  ],
  [424, worthCiting(['design', 'collaboration'], 'names what it does not decide, and who does')],
  [426, worthCiting(['collaboration', 'api'], 'guide and codemod, tried on real integrations')],
  [427, routine(['collaboration'], 'guides moved')],
  [428, worthCiting(['quality', 'collaboration'], 'one contract kept by two teams, found a risk at once')],
  [431, routine(['reliability'], 'a deadline')],
]);
