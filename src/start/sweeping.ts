import { reasonOf } from '../errors.ts';
import type { Queue } from '../ports/queue.ts';
import type { Payload } from '../queue/jobs.ts';

type Kind = Payload<'sweep'>['kind'];

/** Milliseconds of real time. What goes by the app's own days, such as deleting, the sweep of cycles adds. */
const every = { relay: 5_000, cycles: 60_000, deliveries: 60 * 60_000 } as const;

const atStart = ['relay', 'cycles', 'deliveries'] as const;

export type Sweeping = { stop(): void };

/** Brings the sweeps into the queue, at once and then from time to time. One that waits already is not added again. */
export function startSweeping(queue: Pick<Queue, 'add'>, say: (line: string) => void): Sweeping {
  let stopped = false;
  const add = (kind: Kind) =>
    void queue.add('sweep', { kind }).catch((error: unknown) => {
      // The queue closes after us: what it refuses then is nobody's concern.
      if (!stopped) say(`A sweep could not be added: ${reasonOf(error)}`);
    });
  for (const kind of atStart) add(kind);
  const timers = atStart.map((kind) => setInterval(() => add(kind), every[kind]));
  return {
    stop() {
      stopped = true;
      timers.forEach((timer) => clearInterval(timer));
    },
  };
}
