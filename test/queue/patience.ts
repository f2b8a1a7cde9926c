import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until the condition holds. Fails only after far longer than any test needs. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await sleep(5);
  }
}

/** Long enough for a queue at the pace of these tests to do whatever it is about to do. */
export async function settle(): Promise<void> {
  await sleep(150);
}
