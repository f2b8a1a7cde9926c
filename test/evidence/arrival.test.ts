import { describe, expect, test } from '@jest/globals';
import { activitiesOf } from '../../src/evidence/activity.ts';
import { awaitedBranch, broughtBranch, countsSince } from '../../src/evidence/arrival.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

function keysOf(change: ChangeFacts): readonly string[] {
  return activitiesOf(change).map(({ key }) => key);
}

const arrived = { number: 420, at: '2026-03-19T08:00:00Z' };
const onSide = { base: 'ledger-1', head: 'ledger-2', intoDefaultBranch: false };
const unmerged = { mergedAt: null, mergedBy: null };

describe('what merged work waits for, since when it counts, and what it brought', () => {
  test.each<[string, Partial<ChangeFacts>, string | null, string | null, string | null]>([
    ['into the default branch', {}, null, '2026-03-03T08:00:00Z', 'search-by-customer'],
    ['from a fork', { head: null }, null, '2026-03-03T08:00:00Z', null],
    ['into a branch of its own', onSide, 'ledger-1', '2026-03-03T08:00:00Z', null],
    ['there, arrived', { ...onSide, arrived }, null, '2026-03-19T08:00:00Z', 'ledger-2'],
    ['there, not merged', { ...onSide, ...unmerged }, null, null, null],
    ['into a lasting branch', { ...onSide, base: 'develop' }, null, '2026-03-03T08:00:00Z', null],
    ['into a release branch', { ...onSide, base: 'release/2.4' }, null, '2026-03-03T08:00:00Z', null],
    ['not merged', unmerged, null, null, null],
  ])('%s', (_, parts, awaited, since, brought) => {
    const change = changeFacts(parts);
    expect([awaitedBranch(change), countsSince(change), broughtBranch(change)]).toEqual([
      awaited,
      since,
      brought,
    ]);
  });
});

describe('work on a branch', () => {
  const waiting = changeFacts({ ...onSide, title: 'Bound the wait for the ledger with a timeout' });

  test('is left out with the reason until it arrives, and evidence afterwards', () => {
    const before = creditChange(waiting, smallFramework);
    const after = creditChange({ ...waiting, arrived }, smallFramework);
    expect(before.evidence).toEqual([]);
    expect(before.leftOut).toMatchObject({ kind: 'merge' });
    expect(after.leftOut).toBeNull();
    expect(after.evidence.length).toBeGreaterThan(0);
    expect(after.evidence[0]?.subject.arrivedWith).toBe(420);
  });

  test('is the same activity before and after, at another time', () => {
    expect(keysOf({ ...waiting, arrived })).toEqual(keysOf(waiting));
    expect(activitiesOf({ ...waiting, arrived })[0]?.at).toBe(arrived.at);
  });
});
