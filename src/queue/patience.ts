import { setTimeout as sleep } from 'node:timers/promises';

import { GiveUp } from '../errors.ts';
import type { Broker } from './broker.ts';
import { messageOf } from './outcome.ts';
import type { Say } from './quiet.ts';

/** Waits, but no longer than until the signal. Never rejects. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** True when the work ended, well or badly, within the time. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([ended, late]);
  } finally {
    timer.abort();
  }
}

/**
 * Waits until the broker answers and is ready for jobs, or until the signal.
 *
 * @throws GiveUp when waiting cannot help: a wrong password, a missing right, a newer schema.
 */
export async function untilReady(broker: Broker, wait: number, say: Say, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await broker.prepare();
    } catch (error) {
      if (!broker.mayPass(error)) throw new GiveUp(refusal(broker, error), { cause: error });
      say(`${broker.name} does not answer yet (${messageOf(error)}). The queue keeps asking.`);
    }
    await pause(wait, signal);
  }
}

function refusal(broker: Broker, error: unknown): string {
  return `The queue cannot use ${broker.name}: ${messageOf(error)}. Check its address, user and rights, and that its tables are not of a newer version of Groundwork.`;
}
