import { commandNamed } from '../../src/people/commands.ts';
import type { CycleRow, Publication } from '../../src/ports/store.ts';
import { acceptedOf } from '../../src/report/addendum.ts';
import { acceptanceOf } from '../acceptance.ts';
import type { KeptAcceptance } from '../acceptance.ts';
import { materialOf, personsCycle } from '../material.ts';
import type { WorkerPorts } from '../ports.ts';
import { toStored } from '../stored.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

const notHere = 'Say this below the report of a cycle itself: it is that text which is accepted.';

/** A manager signs off the report below which they say it. From then on its text is frozen. */
export async function accept(asked: Asked, ports: WorkerPorts): Promise<Reply> {
  const { said, speaker, person, known, conversation } = asked;
  const done = { sentence: commandNamed('accept')?.does ?? '', done: true };
  const own = known.filter(({ origin }) => origin === said.origin);
  if (own.length > 0) return { ...done, rows: own };
  const report = await reportHere(asked, ports);
  const cycle = report === null ? null : await cycleOf(report, ports);
  const about = cycle === null ? null : await personsCycle({ cycle: cycle.id, person }, ports);
  if (report === null || about === null) return refused(notHere);
  const before = acceptanceOf(known, report.key, conversation.scene.rules.cycle.timeZone);
  if (before !== null) return refused('This report is accepted already.');
  const { evidence } = await materialOf(about, ports);
  const words: KeptAcceptance = { by: speaker.label, evidence: acceptedOf(evidence) };
  await ports.queue.add('report', { cycle: about.row.id, person }, { at: new Date(Date.now() + 1_000) });
  const row = { origin: said.origin, person, saidBy: speaker.person, about: report.key, verb: 'accept' };
  return { ...done, rows: [{ ...row, words: toStored(words), saidAt: said.at }] };
}

async function reportHere(
  { person, conversation: { facts, scene } }: Asked,
  { store }: WorkerPorts,
): Promise<Publication | null> {
  const texts = await store.publications.ofPerson(scene.account.account, person);
  const here = ({ kind, number, repository }: Publication) =>
    kind === 'report' && number === facts.number && repository === scene.repository.id;
  return texts.find(here) ?? null;
}

/** `report/2026-H1/101` is about a cycle; a report for a conversation is about none. */
async function cycleOf({ account, key }: Publication, { store }: WorkerPorts): Promise<CycleRow | null> {
  const name = key.split('/')[1];
  return (await store.cycles.list(account)).find((cycle) => cycle.name === name) ?? null;
}
