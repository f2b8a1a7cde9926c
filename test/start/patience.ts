import { setTimeout as sleep } from 'node:timers/promises';

const longest = 45_000;

/** Looks again and again until it is so. @throws when it never is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const last = performance.now() + longest;
  while (!(await isSo())) {
    if (performance.now() > last)
      throw new Error(`It was not so within ${longest / 1000} seconds: ${String(isSo)}`);
    await sleep(25);
  }
}
