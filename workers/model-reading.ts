import type { Facts } from '../src/evidence/facts.ts';
import { judge } from '../src/evidence/judge.ts';
import { needsModel } from '../src/evidence/model-reading/needed.ts';
import { readingOf } from '../src/evidence/model-reading/spans.ts';
import type { ModelReading } from '../src/evidence/model-reading.ts';
import type { Question } from '../src/ports/reader.ts';
import type { Subject } from '../src/ports/store.ts';
import { isModelResting, isMonthSpent, keepCalls } from './model-calls.ts';
import type { WorkerPorts } from './ports.ts';

type Reading = Pick<WorkerPorts, 'reader' | 'framework'>;
type Keeping = Reading & Pick<WorkerPorts, 'store' | 'clock' | 'say'>;

/** What the model makes of a change, for a look that keeps nothing; null without one, for issues, and where signals are sure. */
export async function readByModel(
  facts: Facts,
  { reader, framework }: Reading,
): Promise<ModelReading | null> {
  const question = questionAbout(facts, { reader, framework });
  if (question === null) return null;
  const { spans } = await reader.ask(question);
  return spans && readingOf(spans, question.texts);
}

/**
 * What the model makes of a change of this subject. Asked once: the answer is kept, and given again whenever the same
 * words are asked about. Null where signals go on alone: without a model, where they are sure, where the month's budget
 * is used up, and where the model cannot be asked now. In the last case the subject is read again later.
 */
export async function readSubjectByModel(
  { id, account }: Pick<Subject, 'id' | 'account'>,
  facts: Facts,
  ports: Keeping,
): Promise<ModelReading | null> {
  const question = questionAbout(facts, ports);
  if (question === null) return null;
  const kept = await keptReading(account, question, ports);
  if (kept !== 'none') return kept;
  if (await isMonthSpent(account, ports)) return null;
  if (await isModelResting(account, ports)) return waitFor(id, ports);
  const asked = await ports.reader.ask(question);
  const hasSettled = await keepCalls({ account, question, asked }, ports);
  if (!hasSettled) return waitFor(id, ports);
  await ports.store.model.stopWaiting(id);
  // Where another worker asked at the same moment, its answer may have been kept, and that one holds.
  const settled = await keptReading(account, question, ports);
  return settled === 'none' ? null : settled;
}

/** `none`: it was not asked yet. */
async function keptReading(
  account: number,
  { key, texts }: Question,
  { store }: Keeping,
): Promise<ModelReading | 'none' | null> {
  const kept = await store.model.answer(account, key);
  if (kept === null) return 'none';
  return kept.spans && readingOf(kept.spans, texts);
}

function questionAbout(facts: Facts, { reader, framework }: Reading): Question | null {
  if (reader.name === null || facts.kind !== 'change' || facts.mergedAt === null) return null;
  return needsModel(judge(facts, framework)) ? reader.question(facts, framework) : null;
}

const pause = { hours: 1 } as const;
const mostTries = 3;
const atOnce = 50;

/** No report waits for a model: the subject is done with signals alone, and comes back in an hour. */
async function waitFor(
  subject: number,
  { store, clock }: Pick<WorkerPorts, 'store' | 'clock'>,
): Promise<null> {
  await store.model.wait(subject, later(clock.now()));
  return null;
}

/** Subjects that the model could not be asked about become dirty again: three times, an hour apart, a few at a time. */
export async function askAgain({
  store,
  clock,
  reader,
}: Pick<WorkerPorts, 'store' | 'clock' | 'reader'>): Promise<void> {
  if (reader.name === null) return;
  const now = clock.now();
  const due = { now: now.toISOString(), nextAt: later(now), most: mostTries, limit: atOnce };
  for (const id of await store.model.takeDue(due)) {
    const subject = await store.subjects.find(id);
    if (subject === null || subject.installation === null) continue;
    await store.subjects.touch({ ...subject, installation: subject.installation, changedAt: null });
  }
}

function later(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).add(pause).toString();
}
