import type { History } from '../ports/history.ts';
import { readChanges } from './changes.ts';
import type { Environment } from './environment.ts';
import { openClone } from './open-clone.ts';
import { readPeople } from './people.ts';

/**
 * A `History` that runs the machine's git (2.30 or newer).
 * Of `environment`, the process environment, only what git needs to be found and to trust a folder is passed on.
 */
export function createGitHistory(environment: Environment): History {
  return {
    open: (path, options) => openClone(environment, path, options),
    readPeople: (clone) => readPeople(environment, clone),
    readChanges: (clone, request) => readChanges(environment, clone, request),
  };
}
