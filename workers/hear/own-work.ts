import { areaNamed } from '../../src/people/area-named.ts';
import type { WorkerPorts } from '../ports.ts';
import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { meantBy } from './find-evidence.ts';

/** What somebody says of their own work: where it belongs, what stands beside it, whether it is theirs at all. */
export async function ofOwnWork(asked: Asked, { store, framework }: WorkerPorts): Promise<Reply> {
  const { name, words } = asked.said;
  const meant = await meantBy(asked, store);
  if ('problem' in meant) return refused(meant.problem);
  const area = name === 'area' ? areaNamed(words, framework.pack.areas) : null;
  if (area !== null && 'problem' in area) return refused(area.problem);
  return done(name, { ...rowOf(asked), about: meant.about, words: area === null ? words : area.area });
}
