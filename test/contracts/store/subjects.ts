import { expect, test } from '@jest/globals';
import type { ChangeFacts, Facts, IssueFacts } from '../../../src/evidence/facts.ts';
import type { TouchedSubject } from '../../../src/ports/store.ts';
import {
  activityOf,
  changeFacts,
  deliveryOf,
  dirtySubjects,
  evidenceOf,
  firstHalf,
  fresh,
  gatheringOf,
  issueFacts,
  scene,
  subjectOf,
} from './scene.ts';
import type { Opened } from './scene.ts';

function touchedOf(changes: Partial<TouchedSubject> = {}): TouchedSubject {
  return {
    account: fresh(),
    installation: 48_211,
    repository: 1_296_269,
    kind: 'change',
    number: 412,
    changedAt: '2026-03-02T09:15:09.250Z',
    ...changes,
  };
}

function merged(number: number, mergedAt: string | null): ChangeFacts {
  return changeFacts({ number, mergedAt });
}

function raised(number: number, openedAt: string): IssueFacts {
  return issueFacts({ number, openedAt });
}

export function subjectsContract(opened: Opened): void {
  test.each([['2026-03-02T09:15:09.250Z'], [null]])(
    'what no webhook told of is made when it is touched (changed at %s), and is dirty',
    async (changedAt) => {
      const touched = touchedOf({ changedAt });
      const id = await opened().subjects.touch(touched);
      const { account, installation, repository, kind, number } = touched;
      const row = { id, account, installation, repository, kind, number, gatheredAt: null };
      expect(await opened().subjects.find(id)).toMatchObject(row);
      expect(await opened().subjects.touch({ ...touched, installation: 50_000 })).toBe(id);
      expect(await opened().subjects.find(id)).toMatchObject({ ...row, installation: 50_000 });
    },
  );

  test('facts that name somebody are found by their key, those of this account alone', async () => {
    const { subject, account } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, []));
    expect(await opened().subjects.naming(account, 'github:583231')).toEqual([subject.id]);
    expect(await opened().subjects.naming(account, 'github:58323')).toEqual([]);
    expect(await opened().subjects.naming(fresh(), 'github:583231')).toEqual([]);
  });

  test('what a webhook told of is the same subject, and keeps the mark of a later delivery', async () => {
    const subject = await subjectOf(opened(), deliveryOf());
    const { account } = subject;
    expect(await opened().subjects.touch(touchedOf({ account, changedAt: '2026-03-01T00:00:00Z' }))).toBe(
      subject.id,
    );
    expect((await opened().subjects.find(subject.id))?.dirtyAt).toBe(subject.dirtyAt);
  });

  test.each<[string, boolean, string | null]>([
    ['before the gathering', false, '2026-03-02T09:15:09.249Z'],
    ['when the gathering was asked for', false, '2026-03-02T09:15:09.250Z'],
    ['after it', true, '2026-03-02T09:15:09.251Z'],
    ['nobody knows when', true, null],
  ])('changed %s, it is dirty: %s', async (_, expected, changedAt) => {
    const { subject, account } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, []));
    await opened().subjects.touch(touchedOf({ account, changedAt }));
    expect((await dirtySubjects(opened(), account)).map(({ id }) => id)).toEqual(
      expected ? [subject.id] : [],
    );
  });

  test('touched and gathered, it is clean, also when it is touched with the same time again', async () => {
    const touched = touchedOf();
    const { account } = touched;
    await opened().deliveries.record(deliveryOf({ account, subject: { kind: 'issue', number: 1 } }));
    const id = await opened().subjects.touch(touched);
    const subject = await opened().subjects.find(id);
    await opened().evidence.save(gatheringOf(subject!, []));
    await opened().subjects.touch(touched);
    expect((await dirtySubjects(opened(), account)).map((row) => row.id)).not.toContain(id);
  });

  test('a gathering that began before a change of unknown time cannot pass for one that saw it', async () => {
    const { subject, account } = await scene(opened());
    await opened().subjects.touch(touchedOf({ account, changedAt: null }));
    await opened().evidence.save(gatheringOf(subject, []));
    expect(await dirtySubjects(opened(), account)).toHaveLength(1);
  });

  test('what waits for a branch is found by it until it has arrived', async () => {
    const { subject, account } = await scene(opened());
    const { repository } = subject;
    const onBranch = { kind: 'change', base: 'ledger', intoDefaultBranch: false } as const;
    const waiting = () => opened().subjects.waitingFor({ account, repository, branch: 'ledger' });
    const save = async (facts: Partial<ChangeFacts>) =>
      opened().evidence.save({ ...gatheringOf(subject, []), facts: changeFacts({ ...onBranch, ...facts }) });
    expect(await waiting()).toEqual([]);
    await save({});
    expect(await waiting()).toEqual([subject.number]);
    const elsewhere = { account, repository, branch: 'main' };
    expect(await opened().subjects.waitingFor(elsewhere)).toEqual([]);
    expect(await opened().subjects.waitingFor({ ...elsewhere, branch: 'ledger', repository: 1 })).toEqual([]);
    await save({ arrived: { number: 420, at: '2026-03-09T08:00:00Z' } });
    expect(await waiting()).toEqual([]);
    await save({});
    await opened().subjects.forget(subject.id, subject.dirtyAt);
    expect(await waiting()).toEqual([]);
  });

  test('what is forgotten leaves nothing behind but its row, and what people said', async () => {
    const { subject, account, person } = await scene(opened());
    const activity = activityOf(`${person}/merged`, person);
    const facts = changeFacts();
    await opened().evidence.save(
      gatheringOf(subject, [activity], { facts, undoes: { what: { number: 7 } } }),
    );
    await opened().watches.ensure({ subject: subject.id, days: 30, dueAt: '2026-04-01T00:00:00Z' });
    await opened().watches.settle({ subject: subject.id, days: 30 }, 'held', '2026-04-01T00:00:00Z');
    const said = { person, saidBy: person, about: activity.key, verb: 'context', words: 'It was mine.' };
    const overlay = { origin: `comment:${fresh()}:1`, ...said, saidAt: '2026-03-05T10:00:00.000Z' };
    await opened().overlay.add(account, overlay);
    await opened().subjects.forget(subject.id, subject.dirtyAt);
    expect(await opened().subjects.facts(subject.id)).toBeNull();
    const { repository } = subject;
    expect(
      await opened().subjects.factsBetween({
        account,
        repository,
        from: firstHalf.startsAt,
        to: firstHalf.endsAt,
      }),
    ).toEqual([]);
    expect(await opened().evidence.ofPerson({ account, person, ...firstHalf })).toEqual({
      activities: [],
      overlay: [overlay],
      undoings: [],
    });
    expect(await dirtySubjects(opened(), account)).toEqual([]);
    // Gathered again, it is as new: nothing of its watches came back.
    await opened().evidence.save(gatheringOf(subject, [activity], { facts }));
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities).toEqual([
      { ...activity, evidence: [evidenceOf(`${activity.key}/performance-and-reliability`)] },
    ]);
  });

  test('what changed while it was being forgotten is dirty; what was gathered later stays', async () => {
    const { subject, account } = await scene(opened());
    const later = await subjectOf(opened(), deliveryOf({ account }));
    await opened().subjects.forget(subject.id, subject.dirtyAt);
    expect(await dirtySubjects(opened(), account)).toHaveLength(1);
    await opened().evidence.save(gatheringOf(later, []));
    await opened().subjects.forget(subject.id, subject.dirtyAt);
    expect(await opened().subjects.facts(subject.id)).not.toBeNull();
    await opened().subjects.forget(8_000_000_000, subject.dirtyAt);
  });

  test('facts of a stretch of time: changes by their merge, issues by their opening, half-open, earliest first', async () => {
    const account = fresh();
    const keep = async (number: number, facts: Facts, other = {}) => {
      const subject = { kind: facts.kind, number };
      const row = await subjectOf(opened(), deliveryOf({ account, subject, ...other }));
      await opened().evidence.save(gatheringOf(row, [], { facts }));
    };
    await keep(1, merged(1, '2026-03-31T23:59:59.999Z'));
    await keep(2, merged(2, '2026-03-01T00:00:00Z'));
    await keep(3, merged(3, '2026-02-28T23:59:59.999Z'));
    await keep(4, merged(4, '2026-04-01T00:00:00Z'));
    await keep(5, merged(5, null));
    await keep(6, raised(6, '2026-03-15T00:00:00Z'));
    await keep(7, raised(7, '2026-04-15T00:00:00Z'));
    await keep(8, merged(8, '2026-03-15T00:00:00Z'), { repository: 1_296_270 });
    await keep(9, merged(9, '2026-03-15T00:00:00Z'), { account: fresh() });
    const month = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
    const found = await opened().subjects.factsBetween({ account, repository: 1_296_269, ...month });
    expect(found.map(({ number }) => number)).toEqual([2, 6, 1]);
    // Its time is what was gathered last.
    await keep(3, merged(3, '2026-03-02T00:00:00Z'), { receivedAt: '2026-05-01T00:00:00Z' });
    const again = await opened().subjects.factsBetween({ account, repository: 1_296_269, ...month });
    expect(again.map(({ number }) => number)).toEqual([2, 3, 6, 1]);
  });
}
