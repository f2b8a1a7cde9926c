import type { z } from 'zod';
import { GiveUp, RetryLater } from '../errors.ts';
import { readFailure } from './failure.ts';
import type { Failure, GraphqlError } from './failure.ts';
import { waitFor } from './limits.ts';

const outagePauseMilliseconds = 30_000;

/**
 * Runs a request once. Whatever goes wrong is thrown as RetryLater or GiveUp; only what GitHub does not have (404) is
 * thrown as it came, for `isMissing`.
 * @param what What the request is for, as it stands in the reason: `reading harbour/orders#412`.
 * @throws {RetryLater} GitHub limits requests, is out of order or cannot be reached.
 * @throws {GiveUp} GitHub will refuse the same request again. The answer is its `cause`.
 */
export async function asking<T>(
  what: string,
  ask: () => Promise<T>,
  now: () => number = Date.now,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw isMissing(error) ? error : explainTrouble(what, error, now());
  }
}

/** What GitHub answered, checked. The reason names places in the answer, never its text. @throws GiveUp */
export function expected<T>(what: string, schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const places = result.error.issues.slice(0, 3).map(({ path }) => path.map(String).join('.'));
  throw new GiveUp(
    `GitHub’s answer is not of the kind that Groundwork understands (${what}; at ${places.join(', ') || 'the top'}). ` +
      'Is it an Enterprise Server that is too old? If not, this is a mistake in Groundwork: please report it.',
    { cause: result.error },
  );
}

/** Whether GitHub said that it does not have what was asked for, or does not show it to the app. */
export function isMissing(error: unknown): boolean {
  const failure = readFailure(error);
  if (failure === null) return false;
  if (failure.errors !== null) return failure.errors.every(isNothingThere);
  return (failure.status === 404 || failure.status === 410) && !asksForToken(failure);
}

/** The status of the answer behind an error, also behind the GiveUp of `asking`; null where there was no answer. */
export function statusOf(error: unknown): number | null {
  const cause: unknown = error instanceof GiveUp || error instanceof RetryLater ? error.cause : error;
  return readFailure(cause)?.status ?? null;
}

/** The same for a caller that holds the error already; a 404 is a GiveUp here. */
export function explainTrouble(what: string, cause: unknown, now: number): GiveUp | RetryLater {
  if (cause instanceof GiveUp || cause instanceof RetryLater) return cause;
  const failure = readFailure(cause);
  if (failure === null) return giveUp(what, unexpected(cause), cause);
  if (isOutage(failure)) return later(what, outage(failure), now + outagePauseMilliseconds, cause);
  const wait = waitFor(failure, now);
  if (wait !== null) return later(what, 'GitHub limits how much may be asked', now + wait, cause);
  return giveUp(what, failure.errors === null ? refusal(failure) : queryRefusal(failure.errors), cause);
}

function later(what: string, why: string, when: number, cause: unknown): RetryLater {
  const at = new Date(when);
  return new RetryLater(at, `${why}: ${what} goes on at ${at.toISOString()}.`, { cause });
}

function giveUp(what: string, why: string, cause: unknown): GiveUp {
  return new GiveUp(`GitHub was asked in vain (${what}). ${why}`, { cause });
}

/** Only the root of an answer counts: something missing inside it is an answer in part. */
function isNothingThere({ type, depth }: GraphqlError): boolean {
  return type === 'NOT_FOUND' && (depth === null || depth <= 2);
}

function asksForToken({ path }: Failure): boolean {
  return path.endsWith('/access_tokens');
}

/** Kinds of errors that GitHub will give again for the same query. All others may pass: it answered in part, or not in time. */
const lasting =
  /^(?:FORBIDDEN|INSUFFICIENT_SCOPES|UNAUTHENTICATED|MAX_NODE_LIMIT_EXCEEDED|EXCESSIVE_PAGINATION|UNPROCESSABLE|[a-z]+[A-Z]\w*)$/u;

function isOutage({ status, errors }: Failure): boolean {
  if (errors === null) return status === null || status >= 500 || status === 408;
  return !errors.some(({ type }) => lasting.test(type) || type === 'RATE_LIMITED');
}

function outage({ status, errors }: Failure): string {
  if (errors !== null) return 'GitHub answered in part only';
  return status === null ? 'GitHub cannot be reached' : `GitHub is out of order (status ${status})`;
}

function queryRefusal(errors: readonly GraphqlError[]): string {
  if (errors.some(({ type }) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES'))
    return 'The app may not read this. Compare the permissions granted to the app with those it asks for, and accept them in the settings of the organisation.';
  const kinds = [...new Set(errors.map(({ type }) => type))].filter((type) => /^\w{1,60}$/u.test(type));
  return `It does not understand the query (${kinds.join(', ')}). Is it an Enterprise Server that is too old? If not, this is a mistake in Groundwork: please report it.`;
}

function refusal(failure: Failure): string {
  if (failure.status === 401)
    return 'It does not accept the app’s key. Check that the private key belongs to this app id, that the key was not deleted, that the app is still installed, and that the clock of this machine is right.';
  if (/\bsuspended\b/iu.test(failure.message))
    return 'The installation of the app is suspended. An owner of the organisation can lift that in its settings.';
  if (asksForToken(failure))
    return `It gives the app no token for this installation (status ${failure.status}). Was the app uninstalled? Check that it is installed in the organisation.`;
  if (/\bIP allow list\b/iu.test(failure.message))
    return 'The organisation’s IP allow list does not let this machine in. Add its address to the list.';
  if (failure.status === 403) return missingPermission(failure);
  return `It refuses the request (status ${failure.status}).`;
}

function missingPermission({ headers }: Failure): string {
  const names = permissionsIn(headers['x-accepted-github-permissions'] ?? '');
  const which = names === '' ? 'a permission' : `the permission ${names}`;
  return `The app lacks ${which} here. Grant it in the settings of the app, and accept it in those of the organisation.`;
}

/** `issues=write; pull_requests=write` → `issues: write or pull requests: write`. Anything unexpected is left out. */
function permissionsIn(header: string): string {
  const choices = header.split(';').map((set) => set.split(',').map((one) => one.trim()));
  const known = choices.filter((set) => set.every((one) => /^[a-z_]{1,50}=(?:read|write|admin)$/u.test(one)));
  return known
    .map((set) => set.map((one) => one.replace('=', ': ').replaceAll('_', ' ')).join(' and '))
    .join(' or ');
}

function unexpected(cause: unknown): string {
  const name = Error.isError(cause) && /^\w{1,40}$/u.test(cause.name) ? cause.name : 'an unknown error';
  return `The request could not even be made (${name}). Check that the private key is a whole PEM file.`;
}
