import type { ReplyWords } from '../../src/evidence/reply.ts';
import type { WorkerPorts } from '../ports.ts';
import { toStored } from '../stored.ts';
import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { meantBy } from './find-evidence.ts';

/** What came of one's own work, said when the comment asked for it or whenever else. */
export async function answer(asked: Asked, { store }: WorkerPorts): Promise<Reply> {
  const { words: text, comment: key, url } = asked.said;
  const meant = await meantBy(asked, store);
  if ('problem' in meant) return refused(meant.problem);
  const words: ReplyWords = { text, key, url };
  return done('answer', { ...rowOf(asked), about: meant.about, words: toStored(words) });
}
