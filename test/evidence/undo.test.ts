import { describe, expect, test } from '@jest/globals';
import { creditChange } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { withoutReverted } from '../../src/evidence/undo.ts';
import { ada, bertil, changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const added = changeFacts({
  number: 20,
  title: 'Add a crane',
  commit: '5'.repeat(40),
  author: ada,
  mergedAt: '2026-03-02T08:00:00Z',
});

function revert(overrides: Partial<ChangeFacts>): ChangeFacts {
  return changeFacts({
    key: 'clone:harbour#21',
    number: 21,
    title: 'Take the crane down again',
    body: `This reverts commit ${'5'.repeat(40)}.`,
    commit: '6'.repeat(40),
    author: bertil,
    mergedAt: '2026-03-07T08:00:00Z',
    ...overrides,
  });
}

function standing(changes: readonly ChangeFacts[]) {
  const credited = changes.map((change) => creditChange(change, smallFramework));
  const evidence = credited
    .flatMap((one) => one.evidence)
    .filter(({ activity }) => activity.person.key === ada.key);
  return withoutReverted(
    evidence,
    credited.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])),
  );
}

describe('what a revert takes back', () => {
  test('stands while nothing reverts it', () => {
    const { evidence, reverted } = standing([added]);
    expect(evidence.map(({ subject }) => subject.number)).toEqual([20]);
    expect(reverted).toEqual([]);
  });

  test.each([
    ['named by its commit', {}],
    ['named by its title', { title: 'Revert "Add a crane"', body: '' }],
    ['named by its number', { title: 'Revert "Add a crane" (#20)', body: 'Reverts #20' }],
  ])('%s, it loses its credit and is listed with who took it back', (_, overrides) => {
    const { evidence, reverted } = standing([added, revert(overrides)]);
    expect(evidence).toEqual([]);
    expect(reverted.map(({ subject, reason }) => [subject.number, reason])).toEqual([
      [20, 'It was reverted by #21.'],
    ]);
  });

  test('a revert from before it takes nothing back: work that lands again stands', () => {
    const before = revert({ title: 'Revert "Add a crane"', body: '', mergedAt: '2026-02-20T08:00:00Z' });
    expect(standing([before, added]).evidence).toHaveLength(1);
  });

  const back = revert({
    key: 'clone:harbour#22',
    number: 22,
    title: 'Revert "Take the crane down again"',
    body: `This reverts commit ${'6'.repeat(40)}.`,
    commit: '7'.repeat(40),
    mergedAt: '2026-03-09T08:00:00Z',
  });
  const down = revert({
    key: 'clone:harbour#23',
    number: 23,
    title: 'Revert "Revert "Take the crane down again""',
    body: `This reverts commit ${'7'.repeat(40)}.`,
    commit: '8'.repeat(40),
    mergedAt: '2026-03-11T08:00:00Z',
  });

  test('a revert of the revert gives the credit back to whoever did the work', () => {
    const { evidence, reverted } = standing([added, revert({}), back]);
    expect(evidence.map(({ subject }) => subject.number)).toEqual([20]);
    expect(reverted).toEqual([]);
  });

  test('and a third one takes it away again, in whatever order they are read', () => {
    expect(standing([down, added, back, revert({})]).evidence).toEqual([]);
    expect(standing([back, revert({}), down, added]).evidence).toEqual([]);
  });

  test('a revert of something else takes nothing back', () => {
    const other = revert({ body: `This reverts commit ${'7'.repeat(40)}.` });
    expect(standing([added, other]).evidence).toHaveLength(1);
  });
});
