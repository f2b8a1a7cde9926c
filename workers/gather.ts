import { activitiesOf } from '../src/evidence/activity.ts';
import { countsSince, lastMoment } from '../src/evidence/arrival.ts';
import { creditSubject } from '../src/evidence/credit.ts';
import type { Credited } from '../src/evidence/evidence.ts';
import type { Facts } from '../src/evidence/facts.ts';
import { hasIncidentLabel } from '../src/evidence/incident.ts';
import { numberOf } from '../src/people/number.ts';
import type { Subject } from '../src/ports/store.ts';
import { intendComment } from './comment.ts';
import { marked, portsOf } from './framework.ts';
import { hear } from './hear.ts';
import { withThoseNamed } from './hear/also-credited.ts';
import { answerAll } from './hear/answer-all.ts';
import { withoutSayings } from './hear/without-sayings.ts';
import { asMayBeKept } from './erased.ts';
import { keepsOf } from './keeps.ts';
import type { Keeps } from './keeps.ts';
import { readMentioned } from './mentioned.ts';
import { readSubjectByModel } from './model-reading.ts';
import { readBrought } from './brought.ts';
import type { WorkerPorts } from './ports.ts';
import { limitsNow } from './limits.ts';
import { keepReviewText } from './review-text.ts';
import { toRows } from './rows.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { contextOf } from './teams.ts';
import { toStored } from './stored.ts';
import { isClean } from './touch.ts';
import { daysAfter, watchDays } from './watch.ts';

/** Reads one subject whole and keeps what it is evidence of. Done again, it changes nothing. */
export async function gather(id: number, ports: WorkerPorts): Promise<void> {
  const subject = await ports.store.subjects.find(id);
  if (subject === null || isClean(subject)) return;
  const scene = await sceneOf(subject, ports);
  // It stays dirty: the sweep brings it back once everybody was told.
  if (scene === 'not yet') return;
  if (await ports.store.subjects.isShrunk(id)) return ports.store.subjects.leave(id, subject.dirtyAt);
  if (scene === 'left out') return ports.store.subjects.forget(id, subject.dirtyAt);
  const found = await read(subject, scene, ports);
  if (found === null) return ports.store.subjects.forget(id, subject.dirtyAt);
  const facts = await asMayBeKept(found, scene.account.account, ports);
  if (await isToKeep(subject, facts, scene, ports)) return keep(subject, facts, scene, ports);
  await listen(subject, facts, scene, ports);
  await ports.store.subjects.forget(id, subject.dirtyAt);
}

async function isToKeep(subject: Subject, facts: Facts, scene: Scene, ports: WorkerPorts): Promise<boolean> {
  return isWanted(facts, scene) && !(await isTooOld(subject, facts, scene, ports));
}

/** What would be deleted again is not kept anew; what is kept already stays until its time is over. */
async function isTooOld(
  { id, account }: Subject,
  facts: Facts,
  { rules }: Scene,
  ports: WorkerPorts,
): Promise<boolean> {
  const last = lastMoment(facts);
  const limits = await limitsNow(account, rules, ports);
  if (limits.facts === null || last === null || Date.parse(last) >= Date.parse(limits.facts)) return false;
  return (await ports.store.subjects.facts(id)) === null;
}

/** Only merged work and incidents are kept; of everything else nothing is. */
function isWanted(facts: Facts, { rules: { incidents }, reportsOf }: Scene): boolean {
  if (reportsOf !== null) return false;
  return facts.kind === 'change' ? facts.mergedAt !== null : hasIncidentLabel(facts, incidents.labels);
}

/** Nothing of it is kept but what people say to the app. Of work that is not merged nothing is heard yet. */
async function listen(subject: Subject, facts: Facts, scene: Scene, ports: WorkerPorts): Promise<void> {
  if (facts.kind === 'change' && scene.reportsOf === null) return;
  if (scene.reportsOf === null) await readMentioned(facts, scene, ports);
  const own = await portsOf(scene.account.account, ports);
  const credited = { evidence: [] };
  const answers = await hear({ facts, credited, scene, recredited: async () => credited }, own);
  await answerAll(answers, { subject, scene }, own);
  await keepReviewText(subject, scene, own);
}

function read(subject: Subject, scene: Scene, { github }: WorkerPorts): Promise<Facts | null> {
  const { kind, number, repository: id } = subject;
  const repository = { installation: scene.installation, id, name: scene.repository.name };
  return github.reading.subject({ kind, number, repository });
}

/** What follows from it is written down before it is clean: where the process ends in between, nothing is left undone. */
async function keep(subject: Subject, facts: Facts, scene: Scene, ports: WorkerPorts): Promise<void> {
  const { store, queue, framework, mark } = ports;
  const before = await keepsOf(facts, scene, ports);
  const isOurs = isOfEngineers(facts, before);
  const reading = isOurs ? await readSubjectByModel(subject, facts, ports) : null;
  const judged = creditSubject(withoutSayings(facts), framework, { ...contextOf(scene), reading });
  const recredited = () => withThoseNamed(facts, judged, scene, ports);
  await watchOver(subject, facts, judged, ports);
  if (isOurs && facts.kind === 'change') await readMentioned(facts, scene, ports);
  if (facts.kind === 'change') await readBrought(facts, scene, ports);
  const isTold = await intendComment(subject, facts, judged, { ...scene, keeps: before }, ports);
  const answers = await hear({ facts, credited: await recredited(), scene, recredited }, ports);
  const credited = await recredited();
  // What was just heard may say that somebody pauses.
  const keeps = await keepsOf(facts, scene, ports);
  const saved = await store.evidence.save({
    subject: subject.id,
    seen: subject.dirtyAt,
    facts,
    activities: marked(toRows(facts, credited, keeps), mark),
    undoes: toStored(credited.undoes),
  });
  await answerAll(answers, { subject, scene }, ports);
  if (saved === 'saved' && isTold) await queue.add('comment', { subject: subject.id });
}

/** A model reads nobody's work but that of the people whose work is kept. */
function isOfEngineers(facts: Facts, keeps: Keeps): boolean {
  if (facts.kind !== 'change') return false;
  return activitiesOf(facts).some(({ person, at }) => {
    const number = numberOf(person.key);
    return number !== null && keeps(number, at);
  });
}

/** What counts is looked at again later: absence of trouble becomes a dated fact only where somebody looked. */
async function watchOver(
  subject: Subject,
  facts: Facts,
  { evidence }: Credited,
  { store }: WorkerPorts,
): Promise<void> {
  const since = facts.kind === 'change' ? countsSince(facts) : null;
  if (since === null || evidence.length === 0) return;
  for (const days of watchDays)
    await store.watches.ensure({ subject: subject.id, days, dueAt: daysAfter(since, days) });
}
