import { noticeMarkdown, noticeTitle } from '../src/report/notice-markdown.ts';
import type { RepositoryFacts } from '../src/people/organisation.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { Spoken } from './organisation.ts';
import { keepCycle } from './keep-cycle.ts';
import { keepIssue } from './keep-issue.ts';
import type { WorkerPorts } from './ports.ts';
import { isToReadAgain } from './read-again.ts';
import { backfillOf, repositoriesRead } from './read-repositories.ts';

/** One issue that says what is kept, of whom and what for. Nothing is gathered before it stands. */
export async function tellEverybody(
  spoken: Spoken,
  place: RepositoryFacts,
  ports: WorkerPorts,
): Promise<void> {
  const { account, installation, rules } = spoken;
  await keepIssue(
    {
      account,
      installation: installation.id,
      place,
      key: 'notice',
      kind: 'notice',
      title: noticeTitle,
      body: noticeMarkdown({
        organisation: installation.login,
        rules,
        model: ports.reader.name,
      }),
    },
    ports,
  );
  if (rules === null) return;
  await ports.store.accounts.noticed(account, ports.clock.now().toISOString());
  await keepCycle(account, rules, ports);
  await askForWhatNobodyTold(account, rules, ports);
}

/** Repositories that were never asked for what happened before they were heard of, or are to be asked again. */
async function askForWhatNobodyTold(account: number, rules: Rules, ports: WorkerPorts): Promise<void> {
  const toAsk: Addition[] = [];
  for (const repository of await repositoriesRead(account, rules, ports))
    if (await isToReadAgain(repository, ports)) toAsk.push(backfillOf(repository));
  await ports.queue.addMany(toAsk);
}
