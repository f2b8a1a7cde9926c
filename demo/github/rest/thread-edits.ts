import { textIn } from '../router-answers.ts';
import { invalid } from '../router-problem.ts';
import type { Call } from '../router.ts';

/** `open` or `closed`, where the body says so. */
export function stateIn(call: Call): 'open' | 'closed' | null {
  const state = textIn(call, 'state');
  if (state === null || state === 'open' || state === 'closed') return state;
  throw invalid('"state" is not one of open and closed.');
}

/** Why an issue is closed, where the body says so. */
export function reasonIn(call: Call): 'completed' | 'not_planned' | 'duplicate' | null {
  const reason = textIn(call, 'state_reason');
  return reason === 'completed' || reason === 'not_planned' || reason === 'duplicate' ? reason : null;
}
