import { whatStands } from '../evidence/said.ts';
import type { Said } from '../evidence/said.ts';

/**
 * Whether a person had paused at a moment (ISO 8601 in UTC), by their own word and nobody else's. `said` is all that was
 * said of them, by time.
 */
export function isPaused(said: readonly Said[], at: string): boolean {
  const moment = Date.parse(at);
  const last = whatStands(said)
    .filter(({ person, saidBy }) => person === saidBy)
    .filter(({ verb, saidAt }) => (verb === 'pause' || verb === 'resume') && Date.parse(saidAt) <= moment)
    .at(-1);
  return last?.verb === 'pause';
}
