import { commandNamed } from '../../src/people/commands.ts';
import { isPaused } from '../../src/people/pause.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

const already = { pause: 'You have paused already.', resume: 'You had not paused.' } as const;

/** From now on, or from now on no more: nothing new of somebody is kept, by their own word. */
export function pauseOrResume({ said, speaker, known }: Asked): Reply {
  const { origin, at } = said;
  const verb = said.name === 'pause' ? 'pause' : 'resume';
  // Read anew, it must find what it found the first time: what stood before it.
  const before = known.filter((row) => row.origin !== origin && Date.parse(row.saidAt) <= Date.parse(at));
  if (isPaused(before, at) === (verb === 'pause')) return refused(already[verb]);
  const row = { origin, person: speaker.person, saidBy: speaker.person, about: null, verb, words: '' };
  return { sentence: commandNamed(verb)?.does ?? '', done: true, rows: [{ ...row, saidAt: at }] };
}
