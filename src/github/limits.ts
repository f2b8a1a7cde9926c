import type { Failure } from './failure.ts';

const usualPauseSeconds = 60;
/** GitHub's windows are an hour long; a longer wait would be a mistake in somebody's clock. */
const longestPauseSeconds = 3_660;

/**
 * How many milliseconds to wait before asking again; null where the failure has nothing to do with limits.
 * GitHub says it as `retry-after`, or as the moment at which a used-up budget is filled again.
 */
export function waitFor(failure: Failure, now: number): number | null {
  if (!isLimited(failure)) return null;
  const waits = [retryAfter(failure), untilReset(failure, now)].filter((wait) => wait !== null);
  const seconds = waits.length === 0 ? usualPauseSeconds : Math.max(...waits);
  return Math.min(Math.max(seconds, 1), longestPauseSeconds) * 1000;
}

function isLimited({ status, headers, message, errors }: Failure): boolean {
  if (errors !== null) return errors.some(({ type }) => type === 'RATE_LIMITED');
  if (status === 429) return true;
  if (status !== 403 || /not accessible by integration/iu.test(message)) return false;
  return 'retry-after' in headers || isUsedUp(headers) || /\b(?:rate limit|abuse detection)/iu.test(message);
}

function isUsedUp(headers: Failure['headers']): boolean {
  return headers['x-ratelimit-remaining'] === '0';
}

function retryAfter({ headers }: Failure): number | null {
  return wholeNumber(headers['retry-after']);
}

/** Counted by GitHub's own clock where it tells the time, since this machine's may be wrong. */
function untilReset({ headers }: Failure, now: number): number | null {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (reset === null || !isUsedUp(headers)) return null;
  const theirs = Date.parse(headers['date'] ?? '');
  const since = Number.isFinite(theirs) ? theirs : now;
  // One second more, so that the budget is filled when we come.
  return Math.ceil(reset - since / 1000) + 1;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/u.test(text) ? Number(text) : null;
}
