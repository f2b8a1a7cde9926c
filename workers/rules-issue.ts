import { rulesProblemsMarkdown, rulesProblemsTitle } from '../src/report/rules-problems-markdown.ts';
import type { RepositoryFacts } from '../src/people/organisation.ts';
import type { RepositoryAddress } from '../src/ports/github.ts';
import type { Spoken } from './organisation.ts';
import type { WorkerPorts } from './ports.ts';
import { known, remember } from './publication.ts';

const key = 'rules-problems';

/** Wrong rules are told where their writer sees them: in one issue beside them, closed once they are right. */
export async function tellAboutRules(
  { account, installation, file, problems, rules }: Spoken,
  place: RepositoryFacts,
  ports: WorkerPorts,
): Promise<void> {
  const { store, github } = ports;
  const repository: RepositoryAddress = { installation: installation.id, id: place.id, name: place.name };
  if (file.kind !== 'file' || problems.length === 0) {
    const open = await store.publications.find(account, key);
    if (open?.number != null) await github.writing.closeIssue(repository, open.number);
    return;
  }
  const intent = { account, key, kind: 'rules', person: null, repository: place.id, number: null };
  const publication = await store.publications.ensure(intent);
  const ensured = await github.writing.ensureIssue({
    account,
    repository,
    key,
    known: known(publication),
    title: rulesProblemsTitle,
    body: rulesProblemsMarkdown({ problems, url: file.url, inForce: rules !== null }),
    labels: [],
    assignees: [],
    continuations: [],
  });
  await remember(publication, ensured, ports);
}
