import { readFailure } from './failure.ts';
import type { GraphqlError } from './failure.ts';

/**
 * Whether an answer lacks nothing but entries of lists that belong to somebody else: an issue mentioned from another
 * organisation, for instance, which lets nobody in but its own machines. The rest is whole, and will be the same later.
 */
export function hidesEntriesOnly(error: unknown): boolean {
  const errors = readFailure(error)?.errors ?? null;
  return errors !== null && errors.every(isHiddenEntry);
}

/** A permission that the app itself lacks hides whole lists: that must be told. */
function isHiddenEntry({ type, message, ofEntry }: GraphqlError): boolean {
  if (!ofEntry) return false;
  return type === 'NOT_FOUND' || (type === 'FORBIDDEN' && !/not accessible by integration/iu.test(message));
}
