import { GiveUp } from '../../errors.ts';
import { asking, isMissing } from '../trouble.ts';

/** A request for something that need not be there; null where it is not. @throws RetryLater, GiveUp */
export async function askFor<T>(what: string, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await asking(what, ask);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A request about something that must be there. @throws RetryLater, GiveUp */
export async function askOf<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const answer = await askFor(what, async () => ({ value: await ask() }));
  if (answer === null) throw new GiveUp(`GitHub does not have it, or does not show it (${what}).`);
  return answer.value;
}
