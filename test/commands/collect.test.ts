import { describe, expect, test } from '@jest/globals';
import { collect } from '../../src/commands/collect.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import { withoutReverted } from '../../src/evidence/undo.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import type { Person } from '../../src/people/identity.ts';
import type { Clone, History } from '../../src/ports/history.ts';
import { ada, bertil, changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const clone: Clone = {
  kind: 'clone',
  path: '/harbour',
  name: 'harbour/orders',
  webUrl: null,
  branch: 'main',
  tip: 'a'.repeat(40),
  newestAt: '2026-07-31T00:00:00Z',
  shallow: false,
  countsLines: true,
};
const terminal: Terminal = {
  give: () => undefined,
  say: () => undefined,
  errorStream: process.stderr,
  rows: null,
};
const directory = { people: [], commits: 0, oldestAt: null, newestAt: null };
const person: Person = {
  key: ada.key,
  label: ada.label,
  names: [ada.label],
  addresses: [],
  logins: [],
  commits: 1,
  firstAt: '2026-01-01T00:00:00Z',
  lastAt: '2026-06-30T00:00:00Z',
  automatic: false,
  sightings: [],
};

const crane = changeFacts({
  key: 'c#1',
  number: 1,
  title: 'Add a crane',
  commit: '5'.repeat(40),
  author: ada,
  mergedAt: '2026-06-20T08:00:00Z',
});
const late = changeFacts({
  key: 'c#2',
  number: 2,
  title: 'Add a second crane',
  author: ada,
  mergedAt: '2026-07-02T08:00:00Z',
});
const revert = changeFacts({
  key: 'c#3',
  number: 3,
  title: 'Take the crane down again',
  body: `This reverts commit ${'5'.repeat(40)}.`,
  author: bertil,
  mergedAt: '2026-07-09T08:00:00Z',
});

async function collected(whom: Person | null, changes: readonly ChangeFacts[]) {
  const history: History = {
    open: () => Promise.resolve(clone),
    readPeople: () => Promise.resolve(directory),
    async *readChanges() {
      yield* changes;
    },
  };
  const cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'UTC' };
  const bounds = { from: '2026-01-01T00:00:00Z', to: '2026-07-01T00:00:00Z' };
  return collect(
    { clone, people: directory, person: whom, cycle, bounds },
    { history, framework: smallFramework, terminal },
  );
}

describe('what the window holds', () => {
  test('work that was merged after it is not credited', async () => {
    const { evidence } = await collected(person, [late, crane]);
    expect(evidence.map(({ subject }) => subject.number)).toEqual([1]);
  });

  test.each([
    ['one person', person],
    ['everyone', null],
  ])('a colleague’s revert after it still takes the credit back, for %s', async (_, whom) => {
    const { evidence, undoings } = await collected(whom, [revert, late, crane]);
    expect(evidence.map(({ subject }) => subject.number)).toEqual([1]);
    expect(withoutReverted(evidence, undoings).evidence).toEqual([]);
  });
});
