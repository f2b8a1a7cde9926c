import { APIConnectionError, APIError } from 'openai';
import type { ModelOutcome } from '../evidence/model-reading/outcome.ts';
import { Overlong, TooSlow } from './bounded-fetch.ts';

/** What came of a call that threw. Nothing that the server wrote is looked at. */
export function outcomeOf(error: unknown): ModelOutcome {
  if (error instanceof APIConnectionError) return outcomeOfCause(error.cause);
  if (error instanceof APIError) return outcomeOfStatus(error.status ?? 0);
  // What is no JSON at all, though the server calls it so.
  return 'unfit';
}

function outcomeOfCause(cause: unknown): ModelOutcome {
  if (cause instanceof TooSlow) return 'slow';
  return cause instanceof Overlong ? 'overlong' : 'unreachable';
}

function outcomeOfStatus(status: number): ModelOutcome {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'unknown';
  if (status === 408 || status === 409 || status === 429) return 'busy';
  return status >= 400 && status < 500 ? 'rejected' : 'failing';
}
