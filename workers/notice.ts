import { noticeMarkdown, noticeTitle } from '../src/report/notice-markdown.ts';
import type { RepositoryFacts } from '../src/people/organisation.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { Spoken } from './organisation.ts';
import { keepCycle } from './keep-cycle.ts';
import type { WorkerPorts } from './ports.ts';
import { known, remember } from './publication.ts';
import { isToReadAgain } from './read-again.ts';

/** One issue that says what is kept, of whom and what for. Nothing is gathered before it stands. */
export async function tellEverybody(
  spoken: Spoken,
  place: RepositoryFacts,
  ports: WorkerPorts,
): Promise<void> {
  const { account, installation, rules } = spoken;
  const intent = {
    account,
    key: 'notice',
    kind: 'notice',
    person: null,
    repository: place.id,
    number: null,
  };
  const publication = await ports.store.publications.ensure(intent);
  const ensured = await ports.github.writing.ensureIssue({
    account,
    repository: { installation: installation.id, id: place.id, name: place.name },
    key: intent.key,
    known: known(publication),
    title: noticeTitle,
    body: noticeMarkdown({ organisation: installation.login, rules, publicUrl: ports.publicUrl }),
    labels: [],
    assignees: [],
    continuations: [],
  });
  await remember(publication, ensured, ports);
  if (rules === null) return;
  await ports.store.accounts.noticed(account, ports.clock.now().toISOString());
  await keepCycle(account, rules, ports);
  await askForWhatNobodyTold(spoken, ports);
}

/** Repositories that were never asked for what happened before they were heard of, or are to be asked again. */
async function askForWhatNobodyTold({ account, rules }: Spoken, ports: WorkerPorts): Promise<void> {
  for (const repository of await ports.store.repositories.list(account)) {
    if (rules === null || isLeftOut(repository.name, rules) || !(await isToReadAgain(repository, ports)))
      continue;
    await ports.queue.add('backfill', { repository: repository.id });
  }
}
