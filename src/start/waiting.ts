import { RetryLater } from '../errors.ts';

/** Tries again for as long as the trouble may pass by itself; says so once for each different reason. */
export async function whileItMayPass<T>(
  attempt: () => Promise<T>,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<T> {
  let said = '';
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RetryLater) || signal.aborted) throw error;
      if (error.message !== said) say(error.message);
      said = error.message;
      await until(error.when, signal);
    }
  }
}

function until(when: Date, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(when.getTime() - Date.now(), 100));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
