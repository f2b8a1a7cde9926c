import { expect, test } from '@jest/globals';
import type { OverlayRow } from '../../../src/ports/store.ts';
import { activityOf, gatheringOf, scene, firstHalf, fresh } from './scene.ts';
import type { Opened } from './scene.ts';

function saying(person: number, changes: Partial<OverlayRow> = {}): OverlayRow {
  return {
    origin: `comment:${fresh()}:1`,
    person,
    saidBy: person,
    about: null,
    verb: 'context',
    words: { text: 'The import was mine, the fix was Grace’s.' },
    saidAt: '2026-03-05T10:00:00.000Z',
    ...changes,
  };
}

export function overlayContract(opened: Opened): void {
  test('what people said survives that the evidence is derived again, and even that it is gone', async () => {
    const { subject, account, person } = await scene(opened());
    const activity = activityOf(`${person}/incident`, person);
    await opened().evidence.save(gatheringOf(subject, [activity]));
    const words = saying(person, { about: `${activity.key}/performance-and-reliability`, verb: 'contest' });
    await opened().overlay.add(account, words);
    await opened().evidence.save(gatheringOf(subject, []));
    expect(await opened().evidence.ofPerson({ account, person, ...firstHalf })).toEqual({
      activities: [],
      overlay: [words],
      undoings: [],
    });
    await opened().evidence.save(gatheringOf(subject, [activity]));
    expect(await opened().evidence.ofPerson({ account, person, ...firstHalf })).toEqual({
      activities: [activity],
      overlay: [words],
      undoings: [],
    });
  });

  test('the same words heard twice are one row, and the first stay', async () => {
    const { account, person } = await scene(opened());
    const first = saying(person);
    expect(await opened().overlay.add(account, first)).toBe(true);
    expect(await opened().overlay.add(account, { ...first, words: 'changed' })).toBe(false);
    const { overlay } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(overlay).toEqual([first]);
  });

  test('of one person all is given, whenever it was said, and nothing of anybody else', async () => {
    const { subject, account, person } = await scene(opened());
    const activity = activityOf(`${person}/incident`, person);
    await opened().evidence.save(gatheringOf(subject, [activity]));
    const late = '2026-08-01T00:00:00.000Z';
    const rows = [
      saying(person, { about: activity.key, saidAt: late, verb: 'tick', origin: `late/1/${person}` }),
      saying(person, { about: null, saidAt: late, verb: 'away', origin: `late/2/${person}` }),
      saying(person, { about: null, verb: 'note' }),
      saying(person, { about: null, verb: 'kudos', saidBy: fresh(), saidAt: '2026-03-06T10:00:00.000Z' }),
      saying(fresh(), { about: activity.key }),
    ] as const;
    for (const row of rows) await opened().overlay.add(account, row);
    const expected = [rows[2], rows[3], rows[0], rows[1]];
    expect((await opened().evidence.ofPerson({ account, person, ...firstHalf })).overlay).toEqual(expected);
    expect(await opened().overlay.ofPerson(account, person)).toEqual(expected);
    expect(await opened().overlay.ofPerson(account, fresh())).toEqual([]);
  });

  test('what concerns somebody is what was said of them and what they said of others', async () => {
    const { account, person } = await scene(opened());
    const other = fresh();
    const rows = [saying(person), saying(other, { saidBy: person }), saying(other)] as const;
    for (const row of rows) await opened().overlay.add(account, row);
    const found = await opened().overlay.concerning(account, person);
    expect(found.map(({ origin }) => origin).toSorted()).toEqual([rows[0].origin, rows[1].origin].toSorted());
    expect(await opened().overlay.concerning(fresh(), person)).toEqual([]);
  });

  test('accounts are kept apart', async () => {
    const { account, person } = await scene(opened());
    await opened().overlay.add(fresh(), saying(person));
    expect((await opened().evidence.ofPerson({ account, person, ...firstHalf })).overlay).toEqual([]);
  });

  test('words may be null, and hold what no database takes', async () => {
    const { account, person } = await scene(opened());
    await opened().overlay.add(account, saying(person, { words: null, origin: `\0${person}` }));
    const { overlay } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(overlay).toMatchObject([{ words: null, origin: `\uFFFD${person}` }]);
  });
}
