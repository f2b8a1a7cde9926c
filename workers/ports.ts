import type { Framework } from '../src/framework/compile.ts';
import type { Frameworks } from '../src/framework/frameworks.ts';
import type { FrameworkFile } from '../src/people/framework-choice.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { GitHub } from '../src/ports/github.ts';
import type { Queue } from '../src/ports/queue.ts';
import type { Reader } from '../src/ports/reader.ts';
import type { Store } from '../src/ports/store.ts';

/** Reads the file of that name beside the rules; null where there is none. May throw RetryLater or GiveUp. */
export type ReadFrameworkFile = (
  installation: number,
  login: string,
  name: string,
) => Promise<FrameworkFile | null>;

/** What the workers work with. */
export type WorkerPorts = {
  readonly store: Store;
  readonly queue: Queue;
  readonly github: GitHub;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly frameworks: Frameworks;
  readonly frameworkFile: ReadFrameworkFile;
  /** What work is judged by: the account's in whose job this is, else the usual one; and its mark. */
  readonly framework: Framework;
  readonly mark: string;
  /** The app's own address, for links; null where it is not known. */
  readonly publicUrl: string | null;
  /** A line for whoever runs the app. */
  readonly say: (line: string) => void;
};
