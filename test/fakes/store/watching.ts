import type { FailureTable, MarkTable, WatchTable } from '../../../src/ports/store.ts';
import { by, clean, digits, time } from './memory.ts';
import type { Memory } from './memory.ts';

export function watches({ watches: rows, subjects }: Memory): WatchTable {
  return {
    ensure: async (watch) => {
      if (!subjects[watch.subject - 1]) throw new Error(`There is no subject ${watch.subject}.`);
      const key = `${watch.subject}/${watch.days}`;
      if (rows.get(key)?.settled) return;
      rows.set(key, { ...watch, dueAt: time(watch.dueAt), settled: null });
    },
    due: async (now, limit) =>
      [...rows.values()]
        .filter(({ dueAt, settled }) => settled === null && dueAt <= time(now))
        .toSorted(by(({ dueAt, subject, days }) => `${dueAt} ${digits(subject)} ${days}`))
        .slice(0, limit)
        .map(({ subject, days, dueAt }) => ({ subject, days, dueAt })),
    settle: async ({ subject, days }, outcome) => {
      const key = `${subject}/${days}`;
      const row = rows.get(key);
      if (row) rows.set(key, { ...row, settled: { outcome: clean(outcome) } });
    },
  };
}

export function failures({ failures: rows }: Memory): FailureTable {
  return {
    record: async (failure) => void rows.set(clean(failure.job), { ...clean(failure), at: time(failure.at) }),
    clear: async (job) => void rows.delete(clean(job)),
    list: async (limit) =>
      [...rows.values()]
        .toSorted(by(({ job }) => job))
        .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
        .slice(0, limit),
  };
}

export function marks({ marks: rows }: Memory): MarkTable {
  return {
    read: async (name) => rows.get(clean(name)) ?? null,
    write: async (name, at) => {
      const key = clean(name);
      const known = rows.get(key) ?? '';
      rows.set(key, known > time(at) ? known : time(at));
    },
  };
}
