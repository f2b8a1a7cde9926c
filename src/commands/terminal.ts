import { SingleBar } from 'cli-progress';

/** The two streams of a command: what it gives on one, what it says meanwhile on the other. */
export type Terminal = {
  /** Standard output: results only, so that a pipe stays clean. */
  readonly give: (text: string) => void;
  /** Standard error: everything else. */
  readonly say: (text: string) => void;
  readonly errorStream: NodeJS.WriteStream;
  /** Rows of the screen, or null where standard output is no terminal. */
  readonly rows: number | null;
};

export type Bar = {
  readonly move: (done: number, total: number) => void;
  readonly end: () => void;
};

/** A progress bar on a terminal; on anything else a line at the start. */
export function startBar(terminal: Terminal, title: string): Bar {
  if (!terminal.errorStream.isTTY) {
    terminal.say(`${title} …\n`);
    return { move: () => undefined, end: () => undefined };
  }
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} % · {value} of {total}`,
    stream: terminal.errorStream,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  bar.start(1, 0);
  return {
    move: (done, total) => {
      bar.setTotal(Math.max(total, 1));
      bar.update(done);
    },
    end: () => {
      bar.stop();
    },
  };
}
