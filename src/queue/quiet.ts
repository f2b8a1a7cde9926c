export type Say = (line: string) => void;

export type QuietRules = {
  /** How many lines may be said in one period. */
  readonly lines: number;
  /** Milliseconds. */
  readonly period: number;
  /** Milliseconds from any fixed start. */
  readonly now: () => number;
};

/**
 * A voice that cannot flood a log: a broken connection may report the same error many thousand times
 * a second. Says the first lines of each period; what was left out is counted and told with the next line.
 */
export function quieten(say: Say, rules: QuietRules): Say {
  let periodStart = rules.now();
  let said = 0;
  let leftOut = 0;

  return (line) => {
    if (rules.now() - periodStart >= rules.period) {
      periodStart = rules.now();
      said = 0;
    }
    if (said >= rules.lines) {
      leftOut += 1;
      return;
    }
    said += 1;
    say(leftOut === 0 ? line : `${line} (${leftOut} more lines were left out before this one.)`);
    leftOut = 0;
  };
}
