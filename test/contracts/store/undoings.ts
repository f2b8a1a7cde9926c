import { expect, test } from '@jest/globals';
import type { Json, Store } from '../../../src/ports/store.ts';
import { changeFacts, deliveryOf, firstHalf, fresh, gatheringOf, issueFacts, subjectOf } from './scene.ts';
import type { Opened } from './scene.ts';

type Revert = { readonly number: number; readonly mergedAt: string | null; readonly repository?: number };

/** A change that takes back another one; gives what it takes back. */
async function revert(store: Store, account: number, told: Revert): Promise<Json> {
  const { number, mergedAt, repository = 1_296_269 } = told;
  const delivery = deliveryOf({ account, repository, subject: { kind: 'change', number } });
  const undoes = { by: number, what: { number: number - 1 } };
  const facts = changeFacts({ number, mergedAt });
  await store.evidence.save(gatheringOf(await subjectOf(store, delivery), [], { facts, undoes }));
  return undoes;
}

export function undoingsContract(opened: Opened): void {
  async function undoings(account: number): Promise<readonly Json[]> {
    return (await opened().evidence.ofPerson({ account, person: fresh(), ...firstHalf })).undoings;
  }

  test('all that was merged since the cycle began, whoever did it, by subject; none of other accounts', async () => {
    const account = fresh();
    const late = await revert(opened(), account, { number: 100, mergedAt: '2026-07-09T00:00:00Z' });
    const first = await revert(opened(), account, { number: 9, mergedAt: '2026-01-01T00:00:00Z' });
    const elsewhere = { number: 2, mergedAt: '2026-02-01T00:00:00Z', repository: 1_296_270 };
    const other = await revert(opened(), account, elsewhere);
    await revert(opened(), account, { number: 8, mergedAt: '2025-12-31T23:59:59.999Z' });
    await revert(opened(), account, { number: 7, mergedAt: null });
    await revert(opened(), fresh(), { number: 6, mergedAt: '2026-02-01T00:00:00Z' });
    expect(await undoings(account)).toEqual([first, late, other]);
  });

  test('gathered again without taking anything back, it takes back nothing', async () => {
    const account = fresh();
    await revert(opened(), account, { number: 9, mergedAt: '2026-03-01T00:00:00Z' });
    const delivery = deliveryOf({ account, subject: { kind: 'change', number: 9 } });
    const again = await subjectOf(opened(), delivery);
    await opened().evidence.save(gatheringOf(again, [], { facts: changeFacts() }));
    expect(await undoings(account)).toEqual([]);
  });

  test('an issue takes nothing back', async () => {
    const subject = await subjectOf(opened(), deliveryOf({ subject: { kind: 'issue', number: 9 } }));
    const undoes = { what: { number: 8 } };
    await opened().evidence.save(gatheringOf(subject, [], { facts: issueFacts(), undoes }));
    expect(await undoings(subject.account)).toEqual([]);
  });

  test('text in it that no database takes is kept readable', async () => {
    const subject = await subjectOf(opened(), deliveryOf());
    const undoes = { what: { title: 'Half \uD83D and \0' } };
    await opened().evidence.save(gatheringOf(subject, [], { facts: changeFacts(), undoes }));
    expect(await undoings(subject.account)).toEqual([{ what: { title: 'Half \uFFFD and \uFFFD' } }]);
  });
}
