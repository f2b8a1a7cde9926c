import type {
  AccountReading,
  AccountRow,
  AccountTable,
  RepositoryTable,
  RosterTable,
} from '../../../src/ports/store.ts';
import { noticedLine } from '../../../src/store/accounts.ts';
import { ruledLines } from '../../../src/store/account-reading.ts';
import { changesOfRoster, rosterLog } from '../../../src/store/roster-changes.ts';
import type { Engineer } from '../../../src/store/roster-changes.ts';
import { addLog } from './log.ts';
import { by, clean, digits, time, unheard } from './memory.ts';
import type { Marked, Memory } from './memory.ts';
import { isDirty, oldestFirst } from './work.ts';

export function accounts(memory: Memory): AccountTable {
  const rows = memory.accounts;
  return {
    dirty: async (limit) =>
      oldestFirst([...rows.values()], limit).map(({ account, installation, dirtyAt }) => ({
        account,
        installation,
        dirtyAt,
      })),
    find: async (account) => {
      const row = rows.get(account);
      return row ? plain(row) : null;
    },
    list: async () =>
      [...rows.values()]
        .filter(({ installation }) => installation !== null)
        .toSorted(by(({ account }) => digits(account)))
        .map(plain),
    save: async (reading) => save(memory, reading),
    noticed: async (account, at) => {
      const row = rows.get(account);
      if (!row || row.noticedAt !== null) return;
      rows.set(account, { ...row, noticedAt: time(at) });
      addLog(memory, [noticedLine(account)]);
    },
    removed: async (account, seen) => removed(memory, account, time(seen)),
  };
}

function plain({ gatheredAt, ...row }: Marked<AccountRow>): AccountRow {
  return { ...row, dirtyAt: isDirty({ ...row, gatheredAt }) ? row.dirtyAt : null };
}

const visibilities = ['private', 'internal', 'public'];

function save(memory: Memory, reading: AccountReading): void {
  const { account, ...read } = clean(reading);
  const unknown = read.repositories.find(({ visibility }) => !visibilities.includes(visibility));
  if (unknown) throw new Error(`There is no visibility ${unknown.visibility}.`);
  const seen = reading.seen === null ? null : time(reading.seen);
  const known = memory.accounts.get(account);
  if (seen !== null && (known?.gatheredAt ?? '') > seen) return;
  const row = known ?? { ...unheard(account), dirtyAt: seen ?? unheard(account).dirtyAt };
  const isOvertaken = row.dirtyAt > (seen ?? row.gatheredAt ?? '');
  memory.accounts.set(account, {
    ...row,
    login: read.login,
    rules: read.rules,
    owners: read.owners,
    installation: isOvertaken ? (row.installation ?? read.installation) : read.installation,
    gatheredAt: seen ?? row.gatheredAt,
  });
  saveRepositories(memory, account, read.repositories);
  addLog(memory, ruledLines(known?.rules, reading));
}

function saveRepositories(
  { repositories: rows }: Memory,
  account: number,
  named: AccountReading['repositories'],
): void {
  const ids = new Set(named.map(({ id }) => id));
  for (const row of rows.values()) if (row.account === account && !ids.has(row.id)) rows.delete(row.id);
  for (const repository of named) {
    const known = rows.get(repository.id);
    const backfilledTo = known?.account === account ? known.backfilledTo : null;
    rows.set(repository.id, { ...repository, account, backfilledTo });
  }
}

function removed({ accounts: rows }: Memory, account: number, seen: string): void {
  const row = rows.get(account);
  if (!row || (row.gatheredAt ?? '') > seen) return;
  const installation = row.dirtyAt > seen ? row.installation : null;
  rows.set(account, { ...row, installation, gatheredAt: seen });
}

export function repositories({ repositories: rows }: Memory): RepositoryTable {
  const find = (account: number, id: number) => {
    const row = rows.get(id);
    return row?.account === account ? row : null;
  };
  return {
    find: async (account, id) => find(account, id),
    findAny: async (id) => rows.get(id) ?? null,
    list: async (account) =>
      [...rows.values()].filter((row) => row.account === account).toSorted(by(({ id }) => digits(id))),
    markBackfilled: async (account, id, to) => {
      const row = find(account, id);
      if (row) rows.set(id, { ...row, backfilledTo: time(to) });
    },
  };
}

export function roster(memory: Memory): RosterTable {
  return {
    replace: async (account, engineers, at) => replace(memory, account, clean(engineers), time(at)),
    spans: async (account) =>
      memory.roster
        .filter((span) => span.account === account)
        .map((span) => ({ ...span, login: memory.people.get(`${account}/${span.person}`)?.login ?? '' }))
        .toSorted(by(({ person, startsAt }) => `${digits(person)} ${startsAt}`)),
  };
}

function replace(memory: Memory, account: number, engineers: readonly Engineer[], at: string): void {
  for (const { id, login } of engineers) memory.people.set(`${account}/${id}`, { account, id, login });
  const ofAccount = memory.roster.filter((span) => span.account === account);
  const latest = new Map(ofAccount.map((span) => [span.person, span]));
  const changes = changesOfRoster([...latest.values()], engineers, at);
  const lasts = (people: readonly number[], span: (typeof ofAccount)[number]) =>
    span.account === account && span.endsAt === null && people.includes(span.person);
  const kept = memory.roster
    .filter((span) => !lasts(changes.remove, span))
    .map((span) => (lasts(changes.end, span) ? { ...span, endsAt: changes.at } : span));
  const begun = changes.begin.map((span) => ({ ...span, account, endsAt: null }));
  addLog(memory, rosterLog(account, changes));
  memory.roster.splice(0, memory.roster.length, ...kept, ...begun);
}
