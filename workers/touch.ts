import type { TouchedSubject } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Marks what changed, and has it read where it was not read since. */
export async function touch(subject: TouchedSubject, { store, queue }: WorkerPorts): Promise<void> {
  const id = await store.subjects.touch(subject);
  const found = await store.subjects.find(id);
  const clean = found === null || (found.gatheredAt !== null && found.gatheredAt >= found.dirtyAt);
  if (!clean) await queue.add('gather', { subject: id });
}
