import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { GiveUp } from '../../../src/errors.ts';
import type { IssueFacts } from '../../../src/evidence/facts.ts';
import {
  deliveryOf,
  subjectOf,
  dirtySubjects,
  issueFacts,
  evidenceOf,
  activityOf,
  gatheringOf,
  scene,
  firstHalf,
  fresh,
} from './scene.ts';
import type { Opened } from './scene.ts';

export function gatheringsContract(opened: Opened): void {
  test('what is saved is read back as it was', async () => {
    const { subject, account, person } = await scene(opened());
    const activity = activityOf(`${person}/incident`, person);
    expect(await opened().evidence.save(gatheringOf(subject, [activity]))).toBe('saved');
    expect(await opened().evidence.ofPerson({ account, person, ...firstHalf })).toEqual({
      activities: [activity],
      overlay: [],
      undoings: [],
    });
    expect((await opened().subjects.facts(subject.id))?.facts).toEqual(issueFacts());
  });

  test('a gathered subject is no work any more, until it changes, also within the same millisecond', async () => {
    const { subject, account } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, []));
    expect(await dirtySubjects(opened(), account)).toEqual([]);
    await opened().deliveries.record(deliveryOf({ account }));
    expect(await dirtySubjects(opened(), account)).toMatchObject([
      { id: subject.id, gatheredAt: subject.dirtyAt },
    ]);
  });

  test('a delivery during the gathering is not missed, whatever the clocks say', async () => {
    const { subject, account } = await scene(opened());
    await opened().deliveries.record(deliveryOf({ account, receivedAt: '2026-03-02T08:00:00Z' }));
    await opened().evidence.save(gatheringOf(subject, []));
    expect(await dirtySubjects(opened(), account)).toHaveLength(1);
  });

  test('a gathering that began earlier and ends later changes nothing', async () => {
    const { subject, account, person } = await scene(opened());
    const later = await subjectOf(opened(), deliveryOf({ account }));
    const newer = activityOf(`${person}/newer`, person);
    await opened().evidence.save(
      gatheringOf(later, [newer], { facts: issueFacts({ title: 'The newer title' }) }),
    );
    const older = gatheringOf(subject, [activityOf(`${person}/older`, person)]);
    expect(await opened().evidence.save(older)).toBe('outdated');
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities.map(({ key }) => key)).toEqual([newer.key]);
    expect((await opened().subjects.facts(subject.id))?.facts.title).toBe('The newer title');
  });

  test('deriving again replaces what was derived, and nothing of other subjects', async () => {
    const { subject, account, person } = await scene(opened());
    const other = await subjectOf(opened(), deliveryOf({ account, subject: { kind: 'issue', number: 9 } }));
    await opened().evidence.save(gatheringOf(other, [activityOf(`${person}/kept`, person)]));
    const old = [activityOf(`${person}/a`, person), activityOf(`${person}/b`, person)];
    await opened().evidence.save(gatheringOf(subject, old));
    await opened().evidence.save(gatheringOf(subject, [activityOf(`${person}/a`, person, { evidence: [] })]));
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities.map(({ key, evidence }) => [key, evidence.length])).toEqual([
      [`${person}/a`, 0],
      [`${person}/kept`, 1],
    ]);
  });

  test('saving is all or nothing: a person who is not on the roster spoils it whole', async () => {
    const { subject, account, person } = await scene(opened());
    const before = activityOf(`${person}/before`, person);
    await opened().evidence.save(gatheringOf(subject, [before]));
    const mixed = [activityOf(`${person}/after`, person), activityOf(`${person}/stranger`, fresh())];
    const changed = gatheringOf(subject, mixed, { facts: issueFacts({ title: 'Changed' }) });
    await expect(opened().evidence.save(changed)).rejects.toThrow(GiveUp);
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities).toEqual([before]);
    expect((await opened().subjects.facts(subject.id))?.facts.title).toBe(issueFacts().title);
  });

  test('a key that is taken is refused, and what was saved before stays', async () => {
    const { subject, account, person } = await scene(opened());
    const twice = [activityOf(`${person}/same`, person), activityOf(`${person}/same`, person)];
    await expect(opened().evidence.save(gatheringOf(subject, twice))).rejects.toBeInstanceOf(Error);
    expect(await dirtySubjects(opened(), account)).toHaveLength(1);
  });

  test('a subject that does not exist is refused', async () => {
    const { subject } = await scene(opened());
    await expect(opened().evidence.save(gatheringOf({ ...subject, id: 8_000_000_000 }, []))).rejects.toThrow(
      GiveUp,
    );
  });

  test('the hash depends on the content alone', async () => {
    const { subject } = await scene(opened());
    const hashAfter = async (facts: IssueFacts) => {
      await opened().evidence.save(gatheringOf(subject, [], { facts }));
      return (await opened().subjects.facts(subject.id))?.hash;
    };
    const first = await hashAfter(issueFacts());
    const reordered = Object.fromEntries(Object.entries(issueFacts()).toReversed()) as unknown as IssueFacts;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashAfter(reordered)).toBe(first);
    expect(await hashAfter(issueFacts({ labels: ['incident', 'drill'] }))).not.toBe(first);
  });

  test('a cycle is half-open, and one person’s record holds nobody else’s', async () => {
    const { subject, account, person } = await scene(opened());
    const colleague = fresh();
    await opened().people.remember({ account, id: colleague, login: 'grace' });
    const at = (name: string, happenedAt: string, who = person) =>
      activityOf(`${person}/${name}`, who, { happenedAt });
    await opened().evidence.save(
      gatheringOf(subject, [
        at('before', '2025-12-31T23:59:59.999Z'),
        at('first', '2026-01-01T00:00:00Z'),
        at('last', '2026-06-30T23:59:59.999Z'),
        at('after', '2026-07-01T00:00:00Z'),
        at('of-colleague', '2026-03-01T00:00:00Z', colleague),
      ]),
    );
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities.map(({ key, happenedAt }) => [key, happenedAt])).toEqual([
      [`${person}/first`, '2026-01-01T00:00:00.000Z'],
      [`${person}/last`, '2026-06-30T23:59:59.999Z'],
    ]);
  });

  test('text that no database takes is kept readable, in place and whole', async () => {
    const { subject, account, person } = await scene(opened());
    const body = 'NUL \0 here, half an emoji \uD83D there, whole \u{1F680}, \u202E turned';
    const activity = activityOf(`${person}/\0\uDC00`, person, {
      details: { 'key \0': [body] },
      evidence: [evidenceOf(`${person}/\0e`, { area: 'a\0b', details: { part: '\uD800' } })],
    });
    await opened().evidence.save(gatheringOf(subject, [activity], { facts: issueFacts({ body }) }));
    const kept = (await opened().subjects.facts(subject.id))?.facts;
    const readable = 'NUL \uFFFD here, half an emoji \uFFFD there, whole \u{1F680}, \u202E turned';
    expect(kept?.body).toBe(readable);
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities[0]).toMatchObject({
      key: `${person}/\uFFFD\uFFFD`,
      details: { 'key \uFFFD': [readable] },
    });
    expect(activities[0]?.evidence[0]).toMatchObject({ area: 'a\uFFFDb', details: { part: '\uFFFD' } });
  });

  test('any text at all comes back with its length and its hash', async () => {
    const { subject } = await scene(opened());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (title) => {
        await opened().evidence.save(gatheringOf(subject, [], { facts: issueFacts({ title }) }));
        const kept = await opened().subjects.facts(subject.id);
        expect(kept?.facts.title).toBe(title.toWellFormed().replaceAll('\0', '\uFFFD'));
        expect(kept?.facts.title).toHaveLength(title.length);
      }),
      { numRuns: 25 },
    );
  });
}
