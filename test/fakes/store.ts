import type { CycleTable, OverlayTable, PeopleTable, Store } from '../../src/ports/store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { heard } from '../../src/store/overlay.ts';
import { evidence, overlayOf } from './store/evidence.ts';
import { erasures } from './store/erasures.ts';
import { addLog, log } from './store/log.ts';
import { by, clean, time } from './store/memory.ts';
import type { Memory } from './store/memory.ts';
import { model } from './store/model.ts';
import { accounts, repositories, roster } from './store/organisation.ts';
import { publications } from './store/publications.ts';
import { purge } from './store/purge.ts';
import { failures, marks, watches } from './store/watching.ts';
import { deliveries, subjects } from './store/work.ts';

/** A store in memory. The contract suite shows that it behaves as the real one does. */
export function memoryStore(clock: Clock = { now: () => new Date() }): Store {
  const memory: Memory = {
    deliveries: new Map(),
    accounts: new Map(),
    repositories: new Map(),
    roster: [],
    subjects: [],
    facts: new Map(),
    undoings: new Map(),
    activities: new Map(),
    overlay: new Map(),
    people: new Map(),
    cycles: [],
    publications: new Map(),
    heldTexts: new Map(),
    watches: new Map(),
    failures: new Map(),
    marks: new Map(),
    modelAnswers: new Map(),
    modelCalls: [],
    modelWaits: new Map(),
    log: [],
    erasures: new Map(),
    now: () => clock.now(),
  };
  return {
    deliveries: deliveries(memory),
    accounts: accounts(memory),
    repositories: repositories(memory),
    roster: roster(memory),
    subjects: subjects(memory),
    evidence: evidence(memory),
    overlay: overlay(memory),
    people: people(memory),
    cycles: cycles(memory),
    publications: publications(memory),
    watches: watches(memory),
    failures: failures(memory),
    marks: marks(memory),
    model: model(memory),
    log: log(memory),
    purge: purge(memory),
    erasures: erasures(memory),
    close: () => Promise.resolve(),
  };
}

function overlay(memory: Memory): OverlayTable {
  const { overlay: rows } = memory;
  return {
    add: async (account, row) => {
      const key = `${account}/${clean(row.origin)}`;
      if (rows.has(key)) return false;
      rows.set(key, { account, row: { ...clean(row), saidAt: time(row.saidAt) } });
      addLog(memory, [heard(account, row)]);
      return true;
    },
    ofPerson: async (account, person) => overlayOf(memory, account, person),
    concerning: async (account, person) =>
      [...rows.values()]
        .filter((said) => said.account === account)
        .map(({ row }) => row)
        .filter((row) => row.person === person || row.saidBy === person)
        .toSorted(by(({ saidAt, origin }) => `${saidAt} ${origin}`)),
  };
}

function people({ people: rows }: Memory): PeopleTable {
  return {
    remember: async (person) => void rows.set(`${person.account}/${person.id}`, clean(person)),
    find: async (account, id) => rows.get(`${account}/${id}`) ?? null,
  };
}

function cycles({ cycles: rows }: Memory): CycleTable {
  return {
    ensure: async (terms) => {
      const cycle = { ...clean(terms), startsAt: time(terms.startsAt), endsAt: time(terms.endsAt) };
      if (cycle.startsAt >= cycle.endsAt) throw new Error('A cycle ends after it starts.');
      const known = rows.find(({ account, name }) => account === cycle.account && name === cycle.name);
      if (known?.closedAt) return known;
      const row = { ...cycle, id: known?.id ?? rows.length + 1, closedAt: null };
      rows[row.id - 1] = row;
      return row;
    },
    find: async (id) => rows[id - 1] ?? null,
    list: async (account) =>
      rows.filter((row) => row.account === account).toSorted(by(({ startsAt }) => startsAt)),
    due: async (now) =>
      rows
        .filter(({ closedAt, endsAt }) => !closedAt && endsAt <= time(now))
        .toSorted(by(({ endsAt }) => endsAt)),
    close: async (id, at) => {
      const row = rows[id - 1];
      if (row && !row.closedAt) rows[id - 1] = { ...row, closedAt: time(at) };
    },
  };
}
