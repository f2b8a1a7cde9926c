import { rulesProblemsMarkdown, rulesProblemsTitle } from '../src/report/rules-problems-markdown.ts';
import type { RepositoryFacts } from '../src/people/organisation.ts';
import type { Installation } from '../src/ports/github.ts';
import { frameworkProblemsMarkdown } from './framework-problems.ts';
import { keepIssue } from './keep-issue.ts';
import type { Spoken } from './organisation.ts';
import type { WorkerPorts } from './ports.ts';

const key = 'rules-problems';

/** Wrong rules are told where their writer sees them: in one issue beside them, closed once they are right. */
export async function tellAboutRules(
  { account, installation, file, problems, rules, framework }: Spoken,
  place: RepositoryFacts,
  ports: WorkerPorts,
): Promise<void> {
  const isFramework = framework.sentence !== null || framework.problems.length > 0;
  if (file.kind !== 'file' || (problems.length === 0 && !isFramework))
    return closeIfOpen(account, installation, place, ports);
  const ofRules = rulesProblemsMarkdown({ problems, url: file.url, inForce: rules !== null });
  const parts = [
    ...(problems.length === 0 ? [] : [ofRules]),
    ...(isFramework ? [frameworkProblemsMarkdown({ ...framework, rules: file })] : []),
  ];
  const body = parts.join('\n\n');
  const issue = { key, kind: 'rules', title: rulesProblemsTitle, body } as const;
  await keepIssue({ account, installation: installation.id, place, ...issue }, ports);
}

async function closeIfOpen(
  account: number,
  installation: Installation,
  { id, name }: RepositoryFacts,
  { store, github }: WorkerPorts,
): Promise<void> {
  const open = await store.publications.find(account, key);
  const repository = { installation: installation.id, id, name };
  if (open?.number != null) await github.writing.closeIssue(repository, open.number);
}
