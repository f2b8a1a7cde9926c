import { describe, expect, test } from '@jest/globals';
import type { PurgedKind, Store } from '../../../src/ports/store.ts';
import {
  activityOf,
  changeFacts,
  deliveryOf,
  evidenceOf,
  everything,
  firstHalf,
  fresh,
  gatheringOf,
  issueFacts,
  scene,
  subjectOf,
} from './scene.ts';
import type { Opened } from './scene.ts';

const summer = '2026-07-01T00:00:00Z';
const always = { startsAt: '2000-01-01T00:00:00Z', endsAt: '2100-01-01T00:00:00Z' };

function old(store: Store, kind: PurgedKind, account: number, limit = 100): Promise<number> {
  return store.purge.old(kind, { account, before: summer, limit });
}

/** One change merged on that day, with evidence of one person. */
async function merged(store: Store, mergedAt: string, number = 412, account = fresh()) {
  const subject = await subjectOf(
    store,
    deliveryOf({ account, receivedAt: mergedAt, subject: { kind: 'change', number } }),
  );
  const person = fresh();
  await store.people.remember({ account, id: person, login: 'ada' });
  const activity = activityOf(`${person}/${number}`, person, { happenedAt: mergedAt });
  await store.evidence.save(gatheringOf(subject, [activity], { facts: changeFacts({ number, mergedAt }) }));
  return { subject, account, person, activity };
}

const [spring, autumn] = ['2026-03-02T09:00:00.000Z', '2026-09-02T09:00:00.000Z'];

export function purgeContract(opened: Opened): void {
  describe('facts', () => {
    test('the evidence and its quotes outlive them, and so does their hash', async () => {
      const { subject, account, person, activity } = await merged(opened(), spring);
      expect(await opened().subjects.isShrunk(subject.id)).toBe(false);
      expect(await old(opened(), 'facts', account)).toBe(1);
      expect(await old(opened(), 'facts', account)).toBe(0);
      expect(await opened().subjects.facts(subject.id)).toBeNull();
      expect(await opened().subjects.isShrunk(subject.id)).toBe(true);
      const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
      expect(activities).toEqual([activity]);
    });

    test('nobody else’s, nothing newer, and nothing over which is still watched', async () => {
      const { account } = await merged(opened(), autumn);
      expect(await old(opened(), 'facts', account)).toBe(0);
      const watched = await merged(opened(), spring);
      const watch = { subject: watched.subject.id, days: 90, dueAt: summer } as const;
      await opened().watches.ensure(watch);
      expect(await old(opened(), 'facts', watched.account)).toBe(0);
      await opened().watches.settle(watch, { kind: 'held' }, summer);
      expect(await old(opened(), 'facts', fresh())).toBe(0);
      expect(await old(opened(), 'facts', watched.account)).toBe(1);
    });

    test('an incident in which somebody still had a part later stays whole', async () => {
      const { subject, account, person } = await scene(opened());
      const late = activityOf(`${person}/late`, person, { happenedAt: autumn });
      await opened().evidence.save(gatheringOf(subject, [late], { facts: issueFacts({ openedAt: spring }) }));
      expect(await old(opened(), 'facts', account)).toBe(0);
      expect(await old(opened(), 'subjects', account)).toBe(0);
    });

    test('what is read again stands whole again', async () => {
      const { subject, account, activity } = await merged(opened(), spring);
      await old(opened(), 'facts', account);
      await opened().evidence.save(gatheringOf(subject, [activity], { facts: changeFacts() }));
      expect(await opened().subjects.isShrunk(subject.id)).toBe(false);
    });

    test('left as it is, it is clean, and its record stays', async () => {
      const { subject, account, person, activity } = await merged(opened(), spring);
      await old(opened(), 'facts', account);
      await opened().subjects.touch({ ...subject, installation: 1, changedAt: autumn });
      await opened().subjects.leave(subject.id, autumn);
      expect(await opened().subjects.find(subject.id)).toMatchObject({ gatheredAt: autumn, dirtyAt: autumn });
      const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
      expect(activities).toEqual([activity]);
    });
  });

  describe('subjects', () => {
    test('go with everything that was derived of them, a few at a time, oldest first', async () => {
      const account = fresh();
      const ones = [
        await merged(opened(), spring, 1, account),
        await merged(opened(), '2026-04-02T09:00:00.000Z', 2, account),
        await merged(opened(), autumn, 3, account),
      ];
      const left = async () => {
        const found = await Promise.all(ones.map(({ subject }) => opened().subjects.find(subject.id)));
        return found.map((subject) => subject?.number ?? null);
      };
      expect(await old(opened(), 'subjects', account, 1)).toBe(1);
      expect(await left()).toEqual([null, 2, 3]);
      expect(await old(opened(), 'subjects', account)).toBe(1);
      expect(await left()).toEqual([null, null, 3]);
      const [first] = ones;
      const record = await opened().evidence.ofPerson({ account, person: first?.person ?? 0, ...always });
      expect(record.activities).toEqual([]);
    });

    test('those of which nothing is kept go, too; those that are still to be read stay', async () => {
      const read = await subjectOf(opened(), deliveryOf({ receivedAt: spring }));
      await opened().subjects.forget(read.id, read.dirtyAt);
      const unread = await subjectOf(opened(), deliveryOf({ receivedAt: spring }));
      expect(await old(opened(), 'subjects', read.account)).toBe(1);
      expect(await old(opened(), 'subjects', unread.account)).toBe(0);
      expect(await opened().subjects.find(read.id)).toBeNull();
      expect(await opened().subjects.find(unread.id)).not.toBeNull();
    });
  });

  test('words go, but not those that hold until they are taken back', async () => {
    const { account, person } = await scene(opened());
    const said = { person, saidBy: person, about: null, words: null };
    const rows = [
      { ...said, origin: 'a', verb: 'context', saidAt: spring },
      { ...said, origin: 'b', verb: 'pause', saidAt: spring },
      { ...said, origin: 'c', verb: 'context', saidAt: autumn },
    ] as const;
    for (const row of rows) await opened().overlay.add(account, row);
    expect(await old(opened(), 'words', account)).toBe(1);
    const { overlay } = await opened().evidence.ofPerson({ account, person, ...always });
    expect(overlay.map(({ origin }) => origin)).toEqual(['b', 'c']);
  });

  test('texts that never were posted go; that they were meant stays', async () => {
    const account = fresh();
    const intent = { account, key: 'report/2025/7', kind: 'report', person: 7, repository: 1, number: null };
    await opened().publications.ensure(intent);
    const held = { account, key: intent.key, reason: 'Preview.', text: 'Words', at: spring };
    await opened().publications.hold(held);
    expect(await old(opened(), 'held texts', account)).toBe(1);
    expect(await opened().publications.heldText(account, intent.key)).toBeNull();
    expect(await opened().publications.find(account, intent.key)).toMatchObject({ heldBecause: null });
  });

  test('deliveries, calls and answers of a model, and the log itself', async () => {
    const account = fresh();
    const delivery = deliveryOf({ account, receivedAt: spring });
    await opened().deliveries.record(delivery);
    const call = {
      account,
      question: 'a1'.repeat(32),
      model: 'm',
      outcome: 'answered',
      tokensIn: 1,
      tokensOut: 1,
      estimated: false,
      cost: null,
      dropped: 0,
      at: spring,
    } as const;
    await opened().model.record(call);
    await opened().model.keep(account, call.question, { spans: null }, spring);
    expect(await old(opened(), 'deliveries', account)).toBe(1);
    expect(await old(opened(), 'model calls', account)).toBe(1);
    expect(await old(opened(), 'model answers', account)).toBe(1);
    expect((await opened().deliveries.record(delivery)).new).toBe(true);
    expect(await opened().model.lastCall(account)).toBeNull();
    expect(await opened().model.answer(account, call.question)).toBeNull();
    const row = { account, actor: null, did: 'purged', about: 'facts', person: null, details: {} } as const;
    for (let time = 0; time < 3; time += 1) await opened().log.add(row);
    const later = { account, before: '2100-01-01T00:00:00Z', limit: 2 };
    expect(await opened().purge.old('log', later)).toBe(2);
    expect(await opened().log.about(account, 'facts')).toHaveLength(1);
  });

  test('who had their record erased stays known by number, from the first time, until it is done', async () => {
    const account = fresh();
    const { erasures } = opened();
    await erasures.begin(account, 7, spring);
    await erasures.begin(account, 7, autumn);
    expect(await erasures.list(account)).toEqual([{ account, person: 7, askedAt: spring, doneAt: null }]);
    await erasures.done(account, 7, autumn);
    await erasures.done(account, 7, '2027-01-01T00:00:00Z');
    expect(await erasures.list(account)).toEqual([{ account, person: 7, askedAt: spring, doneAt: autumn }]);
    expect(await erasures.list(fresh())).toEqual([]);
  });

  test('failures that nobody saw to', async () => {
    const job = `gather/${fresh()}`;
    await opened().failures.record({ job, reason: 'It was refused.', at: '2001-01-01T00:00:00Z' });
    const order = { account: fresh(), before: '2001-02-01T00:00:00Z', limit: 100 };
    expect(await opened().purge.old('failures', order)).toBe(1);
    expect((await opened().failures.list(everything)).map((failure) => failure.job)).not.toContain(job);
  });

  describe('one person', () => {
    test('all of theirs goes, and nothing of anybody else', async () => {
      const { subject, account, person } = await scene(opened());
      const other = fresh();
      const engineers = [
        { id: person, login: 'ada', teams: [] },
        { id: other, login: 'bo', teams: [] },
      ];
      await opened().roster.replace(account, engineers, spring);
      const activities = [
        activityOf(`${person}/x`, person),
        activityOf(`${other}/x`, other, { evidence: [evidenceOf(`${other}/x/e`)] }),
      ];
      await opened().evidence.save(gatheringOf(subject, activities));
      const said = { about: null, verb: 'context', words: 'Words', saidAt: spring };
      await opened().overlay.add(account, { ...said, origin: '1', person, saidBy: person });
      await opened().overlay.add(account, { ...said, origin: '2', person: other, saidBy: person });
      await opened().overlay.add(account, { ...said, origin: '3', person: other, saidBy: other });
      const key = `report/2026-H1/${person}`;
      await opened().publications.ensure({
        account,
        key,
        kind: 'report',
        person,
        repository: 1,
        number: null,
      });
      await opened().publications.hold({ account, key, reason: 'Preview.', text: 'Words', at: spring });
      expect(await opened().purge.person(account, person, false)).toBe(1);
      expect(await opened().purge.person(account, person, false)).toBe(0);
      expect(await opened().evidence.ofPerson({ account, person, ...always })).toMatchObject({
        activities: [],
        overlay: [],
      });
      const others = await opened().evidence.ofPerson({ account, person: other, ...always });
      expect(others.activities.map((activity) => activity.key)).toEqual([`${other}/x`]);
      expect(others.overlay.map(({ origin }) => origin)).toEqual(['3']);
      expect((await opened().roster.spans(account)).map((span) => span.person)).toEqual([other]);
      expect(await opened().people.find(account, person)).toBeNull();
      expect(await opened().publications.heldText(account, key)).toBeNull();
    });

    test('who is left out stays known by number and login alone; the same number elsewhere is untouched', async () => {
      const { account, person } = await scene(opened());
      const elsewhere = fresh();
      await opened().people.remember({ account: elsewhere, id: person, login: 'ada' });
      await opened().purge.person(account, person, true);
      expect(await opened().people.find(account, person)).toEqual({ account, id: person, login: 'ada' });
      expect(await opened().people.find(elsewhere, person)).not.toBeNull();
    });
  });
}
