import { reasonOf } from '../errors.ts';

/** How one part of the app is: a few words for whoever runs it, and whether it does its work. */
export type PartState = { readonly works: boolean; readonly says: string };

export type Readiness = {
  readonly ready: boolean;
  /** Name of the part → how it is. */
  readonly parts: Readonly<Record<string, PartState>>;
};

export type PartChecks = Readonly<Record<string, () => Promise<PartState>>>;

/**
 * Asks all parts at the same time; one that fails, or does not answer within `limit` milliseconds, does not work and
 * hides no other. What went wrong is told to `say`, not to whoever asks from outside.
 */
export async function readinessOf(
  checks: PartChecks,
  limit: number,
  say: (line: string) => void,
): Promise<Readiness> {
  const parts = await Promise.all(
    Object.entries(checks).map(
      async ([name, check]) => [name, await stateOf(name, check, limit, say)] as const,
    ),
  );
  return { ready: parts.every(([, { works }]) => works), parts: Object.fromEntries(parts) };
}

async function stateOf(
  name: string,
  check: () => Promise<PartState>,
  limit: number,
  say: (line: string) => void,
): Promise<PartState> {
  const late = Promise.withResolvers<PartState>();
  const timer = setTimeout(() => late.resolve({ works: false, says: 'no answer in time' }), limit);
  try {
    return await Promise.race([check(), late.promise]);
  } catch (error) {
    say(`Not ready: ${name}: ${reasonOf(error)}`);
    return { works: false, says: 'failed; the log says why' };
  } finally {
    clearTimeout(timer);
  }
}
