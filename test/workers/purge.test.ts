import { beforeEach, expect, test } from '@jest/globals';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, liveRules, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(notableChange());
});

const firstHalf = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };

/** Ends of cycles are passed through as in life, so that each is written before the next begins. */
async function until(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    await rig.at(moment);
    await rig.at(moment.replace('T08', 'T20'));
  }
}

function record() {
  return rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...firstHalf });
}

async function isShrunk(): Promise<boolean> {
  const subject = await rig.store.subjects.touch({
    account: harbour,
    installation: 55,
    repository: 7,
    kind: 'change',
    number: 412,
    changedAt: '1970-01-01T00:00:00Z',
  });
  return rig.store.subjects.isShrunk(subject);
}

test('facts are whole for 90 days after their cycle; then evidence and the report stay as they were', async () => {
  await until('2026-07-02T08:00:00Z');
  const report = rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
  expect(report).toContain('Timeouts for the search');
  await until('2026-09-28T08:00:00Z');
  expect(await isShrunk()).toBe(false);
  await until('2026-10-02T08:00:00Z', '2026-10-04T08:00:00Z');
  expect(await isShrunk()).toBe(true);
  expect((await record()).activities).not.toEqual([]);
  expect(rig.world.people.issues(adasReports.id).map(({ body }) => body)).toContain(report);
  const purged = (await rig.store.log.about(harbour, 'facts')).map(({ did, details }) => ({ did, details }));
  expect(purged).toEqual([{ did: 'purged', details: { before: '2026-06-30T22:00:00.000Z', rows: 1 } }]);
});

test('what is shrunk is not read anew, whatever GitHub tells of it later', async () => {
  await until('2026-07-02T08:00:00Z', '2026-10-02T08:00:00Z', '2026-10-04T08:00:00Z');
  const before = (await record()).activities;
  await rig.tell(notableChange({ title: 'Renamed long after' }));
  expect(await isShrunk()).toBe(true);
  expect((await record()).activities).toEqual(before);
});

test('what is too old is not kept where it was not kept before', async () => {
  await until('2026-07-02T08:00:00Z', '2026-10-02T08:00:00Z');
  await rig.tell(notableChange({ key: 'github:7#413', number: 413 }));
  const keys = (await record()).activities.map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('github:7#413'))).toEqual([]);
});

test('evidence goes when two further cycles have ended; the report that stands is not touched', async () => {
  await until('2026-07-02T08:00:00Z');
  const report = rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
  await until('2026-10-02T08:00:00Z', '2027-01-02T08:00:00Z', '2027-06-30T08:00:00Z');
  expect((await record()).activities).not.toEqual([]);
  await until('2027-07-02T08:00:00Z', '2027-07-04T08:00:00Z');
  expect((await record()).activities).toEqual([]);
  expect(rig.world.people.issues(adasReports.id).map(({ body }) => body)).toContain(report);
});

test('of somebody who left, nothing is kept after the days that the rules give', async () => {
  await rig.setRules(`${liveRules}retention: { leavers_days: 30 }\n`);
  rig.world.organisations.set(55, {
    ...(rig.world.organisations.get(55) ?? { repositories: [], teams: [], owners: [], members: [] }),
    teams: [{ slug: 'payments', name: 'Payments', members: [] }],
  });
  await until('2026-03-01T08:00:00Z', '2026-03-30T08:00:00Z');
  expect((await record()).activities).not.toEqual([]);
  await until('2026-04-02T08:00:00Z', '2026-04-04T08:00:00Z');
  expect((await record()).activities).toEqual([]);
  expect(await rig.store.people.find(harbour, ada.id)).toBeNull();
  await rig.tell(notableChange({ title: 'Told again' }));
  expect((await record()).activities).toEqual([]);
});
