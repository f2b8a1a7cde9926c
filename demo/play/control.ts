import { setTimeout as sleep } from 'node:timers/promises';
import { GiveUp } from '../../src/errors.ts';

/** How the demo moves the application's time, and learns when its work is done. */
export type Control = {
  /** From now on this is the time. ISO 8601 in UTC. */
  moveTo(now: string): Promise<void>;
  /** This is the time; looks for due work and waits until all of it is done. @throws GiveUp where it is never done. */
  workUntil(now: string): Promise<void>;
};

export type ControlOptions = {
  /** Where the application listens. */
  readonly url: string;
  readonly key: string;
  /** The last words of the application, if it has ended. */
  readonly ended: () => Promise<string | null>;
  readonly signal: AbortSignal;
  /** How long its work for one moment may take, in milliseconds. */
  readonly patience?: number;
};

type Outstanding = { readonly jobs: number; readonly dirty: number };

/** Milliseconds. */
const usualPatience = 60_000;
const pause = { first: 10, longest: 50, look: 400 } as const;

export function openControl(options: ControlOptions): Control {
  return {
    async moveTo(now) {
      await order(options, { now, sweep: false });
    },
    async workUntil(now) {
      await order(options, { now, sweep: true });
      await untilQuiet(options, now);
    },
  };
}

/**
 * Done is what is done twice in a row: between two jobs there is a moment in which there is none. Asked once more to look
 * for work, it does not wait for the next of its own looks where a job came while the one before was just ending.
 */
async function untilQuiet(options: ControlOptions, now: string): Promise<void> {
  const latest = performance.now() + (options.patience ?? usualPatience);
  let looked = performance.now();
  let pausing: number = pause.first;
  let quiet = 0;
  while (quiet < 2) {
    const { jobs, dirty } = await ask(options, { method: 'GET' });
    quiet = jobs === 0 && dirty === 0 ? quiet + 1 : 0;
    if (performance.now() > latest) throw new GiveUp(unfinished(now, jobs, dirty));
    if (quiet === 0 && performance.now() - looked > pause.look) {
      await order(options, { now, sweep: true });
      looked = performance.now();
    }
    await sleep(pausing, undefined, { signal: options.signal });
    pausing = Math.min(pausing * 1.5, pause.longest);
  }
}

function unfinished(now: string, jobs: number, dirty: number): string {
  const unread = dirty === 0 ? 'nothing' : 'something';
  return `On ${now} the application still had ${jobs} jobs and ${unread} to read. It should have been done long ago.`;
}

function order(options: ControlOptions, body: { now: string; sweep: boolean }): Promise<Outstanding> {
  return ask(options, { method: 'PUT', body: JSON.stringify(body) });
}

async function ask({ url, key, ended, signal }: ControlOptions, request: RequestInit): Promise<Outstanding> {
  const response = await fetch(`${url}/control`, {
    ...request,
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.any([signal, AbortSignal.timeout(usualPatience)]),
  }).catch(async (error: unknown) => {
    signal.throwIfAborted();
    const end = await ended();
    if (end !== null) throw new GiveUp(`The application ended in the middle of the story. ${end}`);
    throw new GiveUp(`The application does not answer: ${reasonOf(error)}.`);
  });
  if (response.ok) return outstandingIn(await response.json());
  throw new GiveUp(`The application refused an order with ${response.status}: ${await response.text()}`);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : 'no reason was given';
}

function outstandingIn(answer: unknown): Outstanding {
  const { jobs, dirty } = { jobs: null, dirty: null, ...(typeof answer === 'object' ? answer : null) };
  if (typeof jobs === 'number' && typeof dirty === 'number') return { jobs, dirty };
  throw new GiveUp('The application does not say whether its work is done.');
}
