import type { Subject, TouchedSubject } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Marks what changed, and has it read where it was not read since. */
export async function touch(subject: TouchedSubject, { store, queue }: WorkerPorts): Promise<void> {
  const id = await store.subjects.touch(subject);
  const found = await store.subjects.find(id);
  if (found !== null && !isClean(found)) await queue.add('gather', { subject: id });
}

/** Nothing of it changed since it was last read. */
export function isClean({ dirtyAt, gatheredAt }: Subject): boolean {
  return gatheredAt !== null && gatheredAt >= dirtyAt;
}
