import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { bertil as bertilWrote, changeFacts } from '../fixtures/facts.ts';
import { ada, adasReports, bertil, harbour, installation, liveRules, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

function change(number: number, more: Partial<ChangeFacts> = {}): ChangeFacts {
  return changeFacts({
    key: `github:7#${number}`,
    number,
    title: 'Timeouts for the search of orders',
    body: 'Before this, callers waited without end when the database was slow.',
    mergedAt: '2026-02-03T10:00:00Z',
    ...more,
  });
}

const plain = { title: 'Rename a variable', body: '' } as const;
const withoutAda = liveRules.replace('[payments] }', '[payments], leave_out: [ada-lindqvist] }');

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

async function reportOf(): Promise<string> {
  await rig.at('2026-07-02T08:00:00Z');
  return rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
}

async function lasting(): Promise<readonly number[]> {
  const spans = await rig.store.roster.spans(harbour);
  return spans.filter(({ endsAt }) => endsAt === null).map(({ person }) => person);
}

describe('changes that are evidence of nothing', () => {
  test('are listed in the report, each with why; those of others are not', async () => {
    await rig.tell(change(412));
    await rig.tell(change(413, { ...plain, title: 'Rename another variable' }));
    await rig.tell(change(414, { title: 'Bump left-pad from 1.0.0 to 1.0.1', body: '' }));
    await rig.tell(change(415, { ...plain, title: 'Rename a file of mine', author: bertilWrote }));
    const report = await reportOf();
    const [told = '', leftOut = ''] = report.split('<b>Left out</b>');
    expect(told).toContain('Timeouts for the search of orders');
    expect(leftOut).toContain('2 merged changes');
    expect(leftOut).toMatch(/Rename another variable: Nothing in its words or paths says/u);
    expect(leftOut).toMatch(/Bump left-pad/u);
    expect(report).not.toContain('Rename a file of mine');
  });

  test('go again where the change says more by then', async () => {
    await rig.tell(change(412, plain));
    await rig.tell(change(412));
    expect(await reportOf()).not.toContain('<b>Left out</b>');
  });

  test('are not kept of anybody who is not on the roster', async () => {
    await rig.setRules(liveRules.replace('teams: [payments] }\nmanagers', 'people: [bertil] }\nmanagers'));
    await rig.at('2026-02-04T10:00:00Z');
    await rig.tell(change(412, { ...plain, mergedAt: '2026-02-04T09:00:00Z' }));
    const cycle = { startsAt: '2026-02-04T08:30:00Z', endsAt: '2026-07-01T00:00:00Z' };
    const record = await rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...cycle });
    expect(record.activities).toEqual([]);
  });

  test('of repositories that the rules leave out by now are not listed', async () => {
    await rig.tell(change(412, plain));
    await rig.setRules(`${liveRules}repositories: { leave_out: [orders] }\n`);
    expect(await reportOf()).not.toContain('Rename a variable');
  });
});

function rename(id: number, login: string): void {
  const known = rig.world.organisations.get(installation);
  if (known === undefined) return;
  const renamed = <Member extends { readonly id: number }>(member: Member) =>
    member.id === id ? { ...member, login } : member;
  rig.world.organisations.set(installation, {
    ...known,
    members: known.members.map(renamed),
    teams: known.teams.map((team) => ({ ...team, members: team.members.map(renamed) })),
  });
}

describe('whoever is left out', () => {
  test.each([
    ['having been an engineer before', liveRules],
    ['from the first day on', withoutAda],
  ])('stays so under another login, %s', async (_, first) => {
    rig = await startRig(first);
    await rig.setRules(withoutAda);
    rename(ada.id, 'ada-l');
    await rig.at('2026-02-01T08:00:00Z');
    await rig.setRules(withoutAda);
    expect(await lasting()).toEqual([bertil.id]);
    await rig.setRules(liveRules);
    expect(await lasting()).toEqual([ada.id, bertil.id]);
  });

  test('another person of that login is not meant by number, but by the login', async () => {
    await rig.setRules(withoutAda);
    rename(ada.id, 'ada-l');
    rename(bertil.id, 'ada-lindqvist');
    await rig.setRules(withoutAda);
    expect(await lasting()).toEqual([]);
  });

  test.each(['live', 'preview'])('what waits unposted about them is dropped, in %s', async (mode) => {
    const inMode = (rules: string) => rules.replace('mode: live', `mode: ${mode}`);
    rig = await startRig(inMode(liveRules));
    rig.world.readers.set(adasReports.id, []);
    await rig.at('2026-06-20T08:00:00Z');
    await rig.tell(change(412, { mergedAt: '2026-06-19T10:00:00Z' }));
    const ofAda = async () =>
      (await rig.store.publications.held(harbour)).filter(({ person }) => person === ada.id);
    const texts = async () =>
      Promise.all((await ofAda()).map(({ key }) => rig.store.publications.heldText(harbour, key)));
    expect((await texts()).join('')).toContain('Your review period');
    await rig.setRules(inMode(withoutAda));
    await rig.at('2026-06-20T10:00:00Z');
    await rig.at('2026-06-20T12:00:00Z');
    expect((await texts()).join('')).toBe('');
    expect(new Set((await ofAda()).map(({ heldBecause }) => heldBecause))).toEqual(
      new Set(['The rules leave out whom it was about, so its text was dropped.']),
    );
    expect(rig.world.people.issues(adasReports.id)).toEqual([]);
  });
});

describe('rules that change in mid-cycle', () => {
  test('the cycle that runs ends as planned, with one report; the next is of the new length', async () => {
    await rig.tell(change(412));
    await rig.setRules(liveRules.replace('cycle: {', 'cycle: { length: quarter,'));
    await rig.at('2026-04-02T08:00:00Z');
    await rig.at('2026-06-18T08:00:00Z');
    const posted = () => rig.world.people.issues(adasReports.id).map(({ title }) => title);
    expect(posted()).toEqual(['Your review period 2026-H1: what the record holds']);
    await rig.at('2026-07-02T08:00:00Z');
    expect(posted().slice(1)).toEqual(['Evidence report: ada-lindqvist, 2026-H1']);
    expect((await rig.store.cycles.list(harbour)).map(({ name }) => name)).toEqual(['2026-H1', '2026-Q3']);
  });

  test('newcomers are read from the first day of the cycle that runs', async () => {
    await rig.setRules(
      liveRules
        .replace('teams: [payments] }\nmanagers', 'people: [bertil] }\nmanagers')
        .replace('cycle: {', 'cycle: { length: quarter,'),
    );
    await rig.tell(change(412));
    await rig.at('2026-05-02T08:00:00Z');
    await rig.setRules(liveRules.replace('cycle: {', 'cycle: { length: quarter,'));
    await rig.at('2026-05-02T10:00:00Z');
    expect(await reportOf()).toContain('Timeouts for the search of orders');
  });
});
