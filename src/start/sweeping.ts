import { reasonOf } from '../errors.ts';
import type { Queue } from '../ports/queue.ts';
import type { Payload } from '../queue/jobs.ts';

type Kind = Payload<'sweep'>['kind'];

/** Milliseconds of real time. */
const every: Readonly<Record<Kind, number>> = { relay: 5_000, cycles: 60_000, deliveries: 60 * 60_000 };

const atStart: readonly Kind[] = ['relay', 'cycles', 'deliveries'];

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
