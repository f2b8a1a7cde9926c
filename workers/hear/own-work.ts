import { areaNamed } from '../../src/people/area-named.ts';
import { commandNamed } from '../../src/people/commands.ts';
import type { WorkerPorts } from '../ports.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { meantBy } from './find-evidence.ts';

/** What somebody says of their own work: where it belongs, what stands beside it, whether it is theirs at all. */
export async function ofOwnWork(asked: Asked, { store, framework }: WorkerPorts): Promise<Reply> {
  const { said, speaker, person } = asked;
  const meant = await meantBy(asked, store);
  if ('problem' in meant) return refused(meant.problem);
  const area = said.name === 'area' ? areaNamed(said.words, framework.pack.areas) : null;
  if (area !== null && 'problem' in area) return refused(area.problem);
  const row = {
    origin: said.origin,
    person,
    saidBy: speaker.person,
    about: meant.about,
    verb: said.name,
    words: area === null ? said.words : area.area,
    saidAt: said.at,
  };
  return { sentence: commandNamed(said.name)?.does ?? '', done: true, rows: [row] };
}
