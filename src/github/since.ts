import { z } from 'zod';
import type { ChangedSubject, RepositoryAddress } from '../ports/github.ts';
import type { Client, Clients } from './client.ts';
import { moved } from './completion.ts';
import { byPresentName } from './locate.ts';
import type { FullName } from './locate.ts';
import { pageInfo, pageOf, time, wholeNumber } from './parts.ts';
import type { Page } from './parts.ts';
import { query } from './query.ts';
import type { Query } from './query.ts';

type Touched = { readonly number: number; readonly updatedAt: string };

type TouchedPage = Query<{
  readonly repository: { readonly databaseId: number; readonly page: Page<Touched> } | null;
}>;

const selection = `nodes { number updatedAt } ${pageInfo}`;
const schema = z.object({
  repository: z
    .object({
      databaseId: wholeNumber,
      page: pageOf(z.object({ number: wholeNumber, updatedAt: time })),
    })
    .nullable(),
});

/** Merged pull requests by their last change. Numbers and times only, so a page may be long. */
export const touchedChangesQuery: TouchedPage = {
  text: `query TouchedChanges($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      databaseId
      page: pullRequests(
        states: MERGED, first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }
      ) { ${selection} }
    }
  }`,
  schema,
};

/** Issues by their last change. */
export const touchedIssuesQuery: TouchedPage = {
  text: `query TouchedIssues($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      databaseId
      page: issues(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) { ${selection} }
    }
  }`,
  schema,
};

const kinds = [
  { kind: 'change', pages: touchedChangesQuery },
  { kind: 'issue', pages: touchedIssuesQuery },
] as const;

/** What changed at or after `since`: pull requests, then issues, each newest first. Nothing where the repository is gone. */
export async function* readSubjectsSince(
  clients: Clients,
  address: RepositoryAddress,
  since: string,
): AsyncGenerator<ChangedSubject> {
  const client = clients.installation(address.installation);
  for (const { kind, pages } of kinds) {
    for await (const { number, updatedAt } of touchedSince(client, address, pages, Date.parse(since)))
      yield { kind, number, changedAt: updatedAt };
  }
}

async function* touchedSince(
  client: Client,
  address: RepositoryAddress,
  pages: TouchedPage,
  since: number,
): AsyncGenerator<Touched> {
  let after: string | null = null;
  for (let page = await touchedPage(client, address, pages, after); page !== null;) {
    const recent = page.nodes.filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
    yield* recent;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || recent.length < page.nodes.length) return;
    // A page that ends where it began would be asked for without end.
    if (endCursor === null || endCursor === after) throw moved(`reading what changed in ${address.name}`);
    after = endCursor;
    page = await touchedPage(client, address, pages, after);
  }
}

async function touchedPage(
  client: Client,
  address: RepositoryAddress,
  pages: TouchedPage,
  after: string | null,
): Promise<Page<Touched> | null> {
  const what = `reading what changed in ${address.name}`;
  return byPresentName(client, address, what, async (name: FullName) => {
    const { repository } = await query(client, what, pages, { ...name, after });
    return repository === null ? null : { id: repository.databaseId, read: async () => repository.page };
  });
}
