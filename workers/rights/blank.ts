import type { Ensured, RepositoryAddress } from '../../src/ports/github.ts';
import type { Publication } from '../../src/ports/store.ts';
import { blankedMarkdown } from '../../src/report/erased-markdown.ts';
import type { WorkerPorts } from '../ports.ts';
import { known, orHeld, remember } from '../publication.ts';

/** Texts that are issues of their own, or files; all others are comments. */
const issues: ReadonlySet<string> = new Set(['report', 'prep', 'me', 'export']);

/**
 * One sentence stands where the text stood. False where it could not be: somebody edited it, it is a file, or GitHub refuses;
 * then only a person can delete it.
 */
export async function blank(text: Publication, ports: WorkerPorts): Promise<boolean> {
  if (text.postedAt === null || text.kind === 'erased') return true;
  const repository = await addressOf(text, ports);
  if (repository === null) return false;
  const ensured = await orHeld(() => write(text, repository, ports));
  if ('because' in ensured) return false;
  await remember(text, ensured, ports);
  return ensured.outcome !== 'left alone';
}

async function addressOf(
  { repository: id }: Publication,
  { store }: WorkerPorts,
): Promise<RepositoryAddress | null> {
  const row = await store.repositories.findAny(id);
  const account = row === null ? null : await store.accounts.find(row.account);
  if (row === null || account === null || account.installation === null) return null;
  return { installation: account.installation, id, name: row.name };
}

function write(text: Publication, repository: RepositoryAddress, { github }: WorkerPorts): Promise<Ensured> {
  const { account, key, number } = text;
  const same = { account, repository, key, known: known(text), body: blankedMarkdown };
  if (!issues.has(text.kind) && number !== null) return github.writing.ensureComment({ ...same, number });
  return github.writing.ensureIssue({
    ...same,
    title: 'Deleted',
    labels: [],
    assignees: [],
    continuations: [],
  });
}
