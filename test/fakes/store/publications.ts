import { GiveUp } from '../../../src/errors.ts';
import type { Publication, PublicationTable } from '../../../src/ports/store.ts';
import { heldLine, postedLine } from '../../../src/store/publications.ts';
import { addLog } from './log.ts';
import { by, clean, time } from './memory.ts';
import type { Memory } from './memory.ts';

const untouched = { githubId: null, contentHash: null, postedAt: null, heldBecause: null, heldAt: null };

export function publications(memory: Memory): PublicationTable {
  const { publications: rows, heldTexts } = memory;
  return {
    ensure: async (intent) => {
      const name = nameOf(intent.account, intent.key);
      const row = rows.get(name) ?? { ...clean(intent), ...untouched };
      rows.set(name, row);
      return row;
    },
    posted: async (posting) => {
      const { account, key, ...standing } = posting;
      const postedAt = time(standing.postedAt);
      const before = rows.get(nameOf(account, key));
      change(memory, account, key, { ...standing, postedAt, heldBecause: null, heldAt: null });
      heldTexts.delete(nameOf(account, key));
      if (before && (before.contentHash !== standing.contentHash || before.heldBecause !== null))
        addLog(memory, [postedLine(before, posting)]);
    },
    hold: async ({ account, key, reason, text, at }) => {
      const before = rows.get(nameOf(account, key));
      change(memory, account, key, { heldBecause: clean(reason), heldAt: time(at) });
      heldTexts.set(nameOf(account, key), clean(text));
      if (before?.heldBecause === null) addLog(memory, [heldLine(before)]);
    },
    held: async (account) =>
      [...rows.values()]
        .filter((row) => row.account === account && row.heldAt !== null)
        .toSorted(by(({ heldAt, key }) => `${heldAt} ${key}`)),
    heldText: async (account, key) => heldTexts.get(nameOf(account, key)) ?? null,
    ofPerson: async (account, person) =>
      [...rows.values()]
        .filter((row) => row.account === account && row.person === person)
        .toSorted(by(({ key }) => key)),
    find: async (account, key) => rows.get(nameOf(account, key)) ?? null,
  };
}

function change(
  { publications: rows }: Memory,
  account: number,
  key: string,
  to: Partial<Publication>,
): void {
  const row = rows.get(nameOf(account, key));
  if (!row) throw new GiveUp(`Nothing was to be published as ${key}.`);
  rows.set(nameOf(account, key), { ...row, ...to });
}

function nameOf(account: number, key: string): string {
  return `${account}/${clean(key)}`;
}
