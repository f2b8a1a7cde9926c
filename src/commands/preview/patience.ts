import { RetryLater } from '../../errors.ts';

/** Waits until a moment. */
export type Wait = (until: Date) => Promise<void>;

const mostTries = 5;

/** Asks again at the moment that GitHub names, a few times. `say` hears why it takes long. */
export async function patiently<T>(
  ask: () => Promise<T>,
  wait: Wait,
  say: (text: string) => void,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RetryLater) || tries === mostTries) throw error;
      say(`${error.message} Going on at ${error.when.toISOString().slice(11, 16)} UTC.\n`);
      await wait(error.when);
    }
  }
}
