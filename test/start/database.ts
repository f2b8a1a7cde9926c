import { Client } from 'pg';
import { emptyRules } from '../../src/people/rules-file.ts';
import { openStore } from '../../src/store/open.ts';
import type { Example } from '../intake/webhooks.ts';

async function ask<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Deliveries that are kept of pull requests and issues. */
export function deliveriesIn(url: string): Promise<number> {
  return count(url, 'deliveries WHERE kind IS NOT NULL');
}

/** Subjects that are still to be read. */
export function dirtyIn(url: string): Promise<number> {
  return count(url, 'subjects WHERE gathered_at IS NULL OR gathered_at < dirty_at');
}

async function count(url: string, what: string): Promise<number> {
  const [row] = await ask<{ count: number }>(url, `SELECT count(*)::int FROM ${what}`);
  return row?.count ?? 0;
}

type Origin = {
  readonly repository: {
    readonly id: number;
    readonly full_name: string;
    readonly owner: { readonly id: number; readonly login: string };
  };
};

const aboutAccount = {
  event: 'installation',
  action: 'created',
  installation: 7,
  repository: null,
  subject: null,
  comment: null,
  actor: null,
  updatedAt: null,
} as const;

/** The account of the example has rules and everybody was told, so that what happens there is read. */
export async function setUpAccount(url: string, { payload }: Example): Promise<void> {
  const { repository } = payload as unknown as Origin;
  const store = await openStore({ databaseUrl: url, dataFolder: '/nowhere' });
  const account = repository.owner.id;
  const receivedAt = new Date().toISOString();
  await store.deliveries.record({ ...aboutAccount, id: `installed-${account}`, account, receivedAt });
  await store.accounts.save({
    account,
    seen: receivedAt,
    installation: 7,
    login: repository.owner.login,
    rules: emptyRules(),
    owners: { owners: [], members: [] },
    repositories: [{ id: repository.id, name: repository.full_name, visibility: 'private', archived: false }],
  });
  await store.accounts.noticed(account, receivedAt);
  await store.close();
}
