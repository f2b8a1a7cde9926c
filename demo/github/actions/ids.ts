import { createHash } from 'node:crypto';

import type { State } from '../state.ts';

/** The next number. The same story always gets the same ones. */
export function nextId(state: State): number {
  state.lastId += 1;
  return state.lastId;
}

/** A commit's name: 40 hexadecimal digits, unlike any other here. */
export function nextSha(state: State): string {
  return createHash('sha1')
    .update(`commit ${nextId(state)}`)
    .digest('hex');
}

/** What git calls a file with this text. */
export function blobSha(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
