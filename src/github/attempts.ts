/*
 * GitHub's ids of delivery attempts have grown longer than a JavaScript number can hold (3804004623172239366). A long
 * one is given a number of its own here, below zero, so that the exact id is what GitHub is asked for.
 */
export type Attempts = {
  numberOf(id: string): number;
  /** Null for a number that was never given out here. */
  idOf(number: number): string | null;
};

/** Far more than one sweep finds; the oldest are forgotten. */
const keptLimit = 10_000;

export function createAttempts(): Attempts {
  const long = new Map<number, string>();
  let last = 0;
  return {
    numberOf(id) {
      if (Number.isSafeInteger(Number(id))) return Number(id);
      last -= 1;
      long.set(last, id);
      long.delete(last + keptLimit);
      return last;
    },
    idOf(number) {
      return number > 0 ? String(number) : (long.get(number) ?? null);
    },
  };
}
