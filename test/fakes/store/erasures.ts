import type { ErasureTable } from '../../../src/ports/store.ts';
import { by, digits, time } from './memory.ts';
import type { Memory } from './memory.ts';

export function erasures({ erasures: rows }: Memory): ErasureTable {
  return {
    begin: async (account, person, at) => {
      const key = `${account}/${person}`;
      if (!rows.has(key)) rows.set(key, { account, person, askedAt: time(at), doneAt: null });
    },
    done: async (account, person, at) => {
      const row = rows.get(`${account}/${person}`);
      if (row && row.doneAt === null) rows.set(`${account}/${person}`, { ...row, doneAt: time(at) });
    },
    list: async (account) =>
      [...rows.values()]
        .filter((row) => row.account === account)
        .toSorted(by(({ person }) => digits(person))),
  };
}
