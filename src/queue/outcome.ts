import { GiveUp, RetryLater } from '../errors.ts';

/** What becomes of a job whose handler threw. `again` uses up an attempt, `later` does not. */
export type Outcome =
  | { readonly kind: 'again' }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'given up'; readonly reason: string };

export type Attempt = {
  /** The first attempt is number 1. */
  readonly number: number;
  readonly of: number;
};

const longestReason = 500;

/** Reads what the thrown error asks for. `earliest` is the first moment a delayed job may come back. */
export function outcomeOf(error: unknown, attempt: Attempt, earliest: Date): Outcome {
  if (error instanceof GiveUp) return { kind: 'given up', reason: tidy(error.reason) };
  if (error instanceof RetryLater && isMoment(error.when))
    return { kind: 'later', at: later(error.when, earliest) };
  if (attempt.number < attempt.of) return { kind: 'again' };
  return { kind: 'given up', reason: exhausted(attempt, messageOf(error)) };
}

/** The message of anything that can be thrown, on one line, at most 500 characters, safe to store. */
export function messageOf(error: unknown): string {
  try {
    return tidy(Error.isError(error) ? error.message : String(error)) || 'an error without a message';
  } catch {
    // A thrown object may be unable to say what it is.
    return 'an error without a message';
  }
}

function exhausted(attempt: Attempt, message: string): string {
  const times = attempt.of === 1 ? 'once' : `${attempt.of} times`;
  return tidy(
    `Tried ${times} without success; add it again when the cause is mended. The last error: ${message}`,
  );
}

function isMoment(date: Date): boolean {
  return date instanceof Date && Number.isFinite(date.getTime());
}

function later(wanted: Date, earliest: Date): Date {
  return wanted.getTime() > earliest.getTime() ? wanted : earliest;
}

/** Databases refuse NUL and half characters, and a log line must stay one line. */
function tidy(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .trim();
  return line.length <= longestReason ? line : `${line.slice(0, longestReason - 1).toWellFormed()}…`;
}
