import type { ChangesRequest, Clone } from '../ports/history.ts';
import { commitSeconds } from './commit-date.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { streamGit } from './run.ts';

/** Half open, in seconds since 1970. */
export type Window = { readonly from: number; readonly to: number };

/** What git must read so that every change of the window is seen whole, and no more. */
export type Stretch = {
  /** The newest commit of the branch's line in the window. */
  readonly newest: string;
  /** The commit of the line before the oldest in the window; null at the beginning of history. */
  readonly before: string | null;
  /** Commits of the line in the window. */
  readonly landings: number;
};

export function readWindow({ from, to }: Pick<ChangesRequest, 'from' | 'to'>): Window {
  return {
    from: from === null ? 0 : seconds(from),
    to: to === null ? Number.POSITIVE_INFINITY : seconds(to),
  };
}

/** A moment within a second counts with the commits of the next. */
function seconds(moment: string): number {
  return Math.ceil(Temporal.Instant.from(moment).epochMilliseconds / 1000);
}

export function isWithin(window: Window, at: number): boolean {
  return window.from <= at && at < window.to;
}

/**
 * Walks the branch's own line once, without changes: dates may be out of order anywhere, so nothing less finds
 * every commit of the window. Null when there is none.
 */
export async function findStretch(
  environment: Environment,
  clone: Clone,
  window: Window,
): Promise<Stretch | null> {
  const args = [...gitPrefix(clone.path), 'rev-list', '--first-parent', '--timestamp', clone.tip, '--'];
  let newest: string | null = null;
  let before: string | null = null;
  let landings = 0;
  let previousWithin = false;
  for await (const line of lines(streamGit(environment, args))) {
    const [date = '', id = ''] = line.split(' ');
    if (previousWithin) before = id;
    previousWithin = isWithin(window, commitSeconds(date));
    if (!previousWithin) continue;
    newest ??= id;
    before = null;
    landings += 1;
  }
  return newest === null ? null : { newest, before, landings };
}

async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk.toString('latin1')).split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
}
