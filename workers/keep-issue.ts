import type { RepositoryFacts } from '../src/people/organisation.ts';
import type { WorkerPorts } from './ports.ts';
import { known, remember } from './publication.ts';

/** An issue that concerns everybody, in the repository where the rules live. */
export type PublicIssue = {
  readonly account: number;
  readonly installation: number;
  readonly place: RepositoryFacts;
  readonly key: string;
  readonly kind: 'notice' | 'rules';
  readonly title: string;
  readonly body: string;
};

/** Has it stand on GitHub as it is given here, and remembers that. */
export async function keepIssue(
  { account, installation, place, key, kind, title, body }: PublicIssue,
  ports: WorkerPorts,
): Promise<void> {
  const intent = { account, key, kind, person: null, repository: place.id, number: null };
  const publication = await ports.store.publications.ensure(intent);
  const ensured = await ports.github.writing.ensureIssue({
    account,
    repository: { installation, id: place.id, name: place.name },
    key,
    known: known(publication),
    title,
    body,
    labels: [],
    assignees: [],
    continuations: [],
  });
  await remember(publication, ensured, ports);
}
