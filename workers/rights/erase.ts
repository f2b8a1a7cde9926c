import { RetryLater } from '../../src/errors.ts';
import type { Publication } from '../../src/ports/store.ts';
import { erasedMarkdown } from '../../src/report/erased-markdown.ts';
import { portsOfSubject } from '../framework.ts';
import { gather } from '../gather.ts';
import type { WorkerPorts } from '../ports.ts';
import { publishOwn } from '../publish.ts';
import { blank } from './blank.ts';
import { whomOf } from './whom.ts';

/**
 * Deletes what is held about somebody who asked for it, blanks what was posted about them, and tells the owners what only
 * they can delete. It may end anywhere: run again, it goes on.
 */
export async function erase(account: number, person: number, ports: WorkerPorts): Promise<void> {
  const { store, clock, say } = ports;
  const asked = (await store.erasures.list(account)).find((one) => one.person === person);
  if (asked === undefined || asked.doneAt !== null) return;
  await takeWordsOut(account, person, ports);
  const left: Publication[] = [];
  for (const text of await store.publications.ofPerson(account, person))
    if (!(await blank(text, ports))) left.push(text);
  await tellOwners(account, person, left, ports);
  const activities = await store.purge.person(account, person, false);
  const about = `person/${person}`;
  await store.log.add({ account, actor: person, did: 'erased', about, person, details: { activities } });
  await store.erasures.done(account, person, clock.now().toISOString());
  say(
    `What was held about person ${person} was deleted at their own wish. What is left to delete on GitHub stands in their reports repository.`,
  );
}

/** Everything that holds their words or their name is read anew; from now on a reading leaves both out. */
async function takeWordsOut(account: number, person: number, ports: WorkerPorts): Promise<void> {
  const { store } = ports;
  const key = `github:${person}`;
  for (const id of await store.subjects.naming(account, key)) {
    const subject = await store.subjects.find(id);
    if (subject === null) continue;
    const installation = subject.installation ?? 0;
    await store.subjects.touch({ ...subject, installation, changedAt: null });
    await gather(id, await portsOfSubject(id, ports));
  }
  if ((await store.subjects.naming(account, key)).length > 0)
    throw new RetryLater(new Date(Date.now() + 60_000), 'Some work could not be read anew yet.');
}

/** In the reports repository, which the owners can always read; nowhere else, since it is about one person. */
async function tellOwners(
  account: number,
  person: number,
  left: readonly Publication[],
  ports: WorkerPorts,
): Promise<void> {
  const whom = await whomOf(account, person, ports);
  if (whom === null) return;
  const names = new Map<number, string>();
  for (const { repository } of left) {
    const found = await ports.store.repositories.findAny(repository);
    if (found !== null) names.set(repository, found.name);
  }
  const places = left.map(
    ({ repository, number }) => `${names.get(repository) ?? repository}#${number ?? ''}`,
  );
  await publishOwn(
    whom,
    {
      key: `erased/${person}`,
      kind: 'erased',
      title: 'What was deleted, and what only an owner can delete',
      body: erasedMarkdown({ owners: whom.audience.owners.map(({ login }) => login), left: places }),
      label: 'what is held',
      file: null,
    },
    ports,
  );
}
