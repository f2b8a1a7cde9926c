import { whatStands } from '../../src/evidence/said.ts';
import { commandNamed } from '../../src/people/commands.ts';
import type { WorkerPorts } from '../ports.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { meantBy } from './find-evidence.ts';

const nothing = 'There is nothing here that you said and that still stands.';

/** Takes back what its speaker said last in this conversation, or else of the work that is named or stands above. */
export async function undo(asked: Asked, { store }: WorkerPorts): Promise<Reply> {
  const { said, speaker, person, standing, before } = asked;
  const row = { origin: said.origin, saidBy: speaker.person, verb: 'undo', saidAt: said.at };
  const sentence = commandNamed('undo')?.does ?? '';
  const last = said.id === null ? whatStands(before).at(-1) : undefined;
  if (last !== undefined) {
    const { person: of, about, origin: words } = last;
    return { sentence, done: true, rows: [{ ...row, person: of, about, words }] };
  }
  if (said.id === null && !(standing.where === 'work' && standing.roles.has('doer'))) return refused(nothing);
  const meant = await meantBy(asked, store);
  if ('problem' in meant) return refused(meant.problem);
  return { sentence, done: true, rows: [{ ...row, person, about: meant.about, words: '' }] };
}
