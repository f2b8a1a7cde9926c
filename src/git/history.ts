import type { History } from '../ports/history.ts';

/**
 * A `History` that runs the machine's git (2.30 or newer).
 * `environment` is the process environment: only what git needs to be found and to trust a folder is passed on.
 */
export function createGitHistory(environment: Readonly<Record<string, string | undefined>>): History {
  throw new Error(`not written yet: ${Object.keys(environment).length}`);
}
