import type { Framework } from '../src/framework/compile.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { GitHub } from '../src/ports/github.ts';
import type { Queue } from '../src/ports/queue.ts';
import type { Reader } from '../src/ports/reader.ts';
import type { Store } from '../src/ports/store.ts';

/** What the workers work with. */
export type WorkerPorts = {
  readonly store: Store;
  readonly queue: Queue;
  readonly github: GitHub;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly framework: Framework;
  /** The app's own address, for links; null where it is not known. */
  readonly publicUrl: string | null;
  /** A line for whoever runs the app. */
  readonly say: (line: string) => void;
};
