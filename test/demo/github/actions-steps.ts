import * as actions from '../../../demo/github/actions.ts';
import type { World } from '../../../demo/github/world.ts';
import { anIssue, aPull, PAYMENTS } from './actions-world.ts';

export type Step = {
  /** What happens before. */
  readonly given?: (world: World) => void;
  readonly act: (world: World) => void;
  /** What the app is told, in GitHub's order. */
  readonly tells: readonly string[];
};

/** By the name of the action, with what is special about it after a colon. */
export type Steps = Readonly<Record<string, Step>>;

export const one = { repository: PAYMENTS, number: 1 };

export const pull = (world: World): void => void actions.openPull(world, 'adaeze', aPull);
export const issue = (world: World): void => void actions.openIssue(world, 'adaeze', anIssue);
