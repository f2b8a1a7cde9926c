import { commandNamed } from '../../src/people/commands.ts';
import type { WorkerPorts } from '../ports.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

/** Shows or exports what is held, once for each time it is asked for. */
export async function showOrExport(asked: Asked, { queue }: WorkerPorts): Promise<Reply> {
  const { said, speaker, known, conversation } = asked;
  const kind = said.name === 'export' ? 'export' : 'me';
  const { account } = conversation.scene.account;
  if (!known.some(({ origin }) => origin === said.origin))
    await queue.add('rights', { kind, account, person: speaker.person }, { at: soon() });
  return { sentence: commandNamed(kind)?.does ?? '', done: true, rows: [rowOf(asked, kind)] };
}

/** The answer to the command is one of the texts that are shown, or go: it is written first. */
function soon(): Date {
  return new Date(Date.now() + 1_000);
}

/** That it was asked for: so that reading the conversation anew does not do it again. */
function rowOf({ said, speaker }: Asked, verb: string) {
  const { origin, at: saidAt } = said;
  return { origin, person: speaker.person, saidBy: speaker.person, about: null, verb, words: '', saidAt };
}

/** Deletes everything, once the person has said so twice. Nothing of it is kept as their word: that goes, too. */
export async function eraseAll(asked: Asked, { store, queue, clock }: WorkerPorts): Promise<Reply> {
  const { said, speaker, conversation } = asked;
  if (said.words.replace(/^@/u, '').toLowerCase() !== speaker.label.toLowerCase())
    return refused(
      `This deletes your record for good, and nobody can bring it back. If you are sure, write \`/groundwork erase ${speaker.label.replaceAll(/[^\w-]/gu, '')}\`. \`/groundwork export\` gives you a copy first.`,
    );
  const { account } = conversation.scene.account;
  await store.erasures.begin(account, speaker.person, clock.now().toISOString());
  await queue.add('rights', { kind: 'erase', account, person: speaker.person }, { at: soon() });
  return { sentence: commandNamed('erase')?.does ?? '', done: true, rows: [] };
}
