import { RetryLater } from '../../../src/errors.ts';
import type { AppSide, ReadingSide, WritingSide } from '../../../src/ports/github.ts';

export type Call = keyof AppSide | keyof ReadingSide | keyof WritingSide;

export type CallLog = {
  /** The same side; each call is counted, and fails where it should. */
  readonly watched: <Side extends object>(side: Side) => Side;
  /** Counts one call, and throws where it should fail before it does anything. */
  readonly call: (kind: Call) => Promise<void>;
  /** Counts one write, and throws where its answer should be lost. */
  readonly wrote: () => void;
  readonly writes: () => number;
  readonly loseNextAnswer: () => void;
  readonly calls: (kind: Call) => number;
  readonly failNext: (kind: Call, error: Error, when?: 'before' | 'after') => void;
};

type Planned = { readonly error: Error; readonly when: 'before' | 'after' };
type Method = (...given: readonly unknown[]) => Promise<unknown>;

export function callLog(): CallLog {
  const counts = new Map<Call, number>();
  const planned = new Map<Call, Planned>();
  let writes = 0;
  let losing = false;

  function throwPlanned(kind: Call, when: Planned['when']): void {
    const plan = planned.get(kind);
    if (plan?.when !== when) return;
    planned.delete(kind);
    throw plan.error;
  }

  async function call(kind: Call): Promise<void> {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    throwPlanned(kind, 'before');
  }

  function watch(kind: Call, method: Method): Method {
    return async (...given) => {
      await call(kind);
      const answer = await method(...given);
      throwPlanned(kind, 'after');
      return answer;
    };
  }

  return {
    call,
    watched: <Side extends object>(side: Side) => {
      const methods = Object.entries(side) as [Call, Method][];
      return Object.fromEntries(methods.map(([kind, method]) => [kind, watch(kind, method)])) as Side;
    },
    wrote: () => {
      writes += 1;
      if (!losing) return;
      losing = false;
      throw new RetryLater(new Date(Date.now() + 30_000), 'GitHub cannot be reached: the answer was lost.');
    },
    writes: () => writes,
    loseNextAnswer: () => void (losing = true),
    calls: (kind) => counts.get(kind) ?? 0,
    failNext: (kind, error, when = 'before') => void planned.set(kind, { error, when }),
  };
}
