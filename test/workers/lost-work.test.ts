import { beforeEach, describe, expect, test } from '@jest/globals';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { incidentFacts, linkedChange, priya } from '../fixtures/conversations.ts';
import { ada as adaWrote, changeFacts } from '../fixtures/facts.ts';
import { unread } from '../../workers/complete.ts';
import { gather } from '../../workers/gather.ts';
import { mentionsOf } from '../../workers/mentioned.ts';
import { report } from '../../workers/report.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, installation, liveRules, orders, rulesHome, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

async function activitiesOf(person: number) {
  const { activities } = await rig.store.evidence.ofPerson({
    account: harbour,
    person,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2026-07-01T00:00:00Z',
  });
  return activities.map(({ key }) => key);
}

function comments() {
  return rig.world.people.comments(orders.id, 412);
}

describe('work that cannot be done rests', () => {
  test('what GitHub refuses is not asked again with every sweep, only after an hour', async () => {
    await rig.at('2026-02-03T10:00:00Z');
    rig.world.failNext('subject', new GiveUp('The app lacks a permission here.'));
    await rig.tell(notableChange());
    const asked = rig.world.calls('subject');
    for (const minute of ['01', '02', '30']) await rig.at(`2026-02-03T10:${minute}:00Z`);
    expect(rig.world.calls('subject')).toBe(asked);
    await rig.at('2026-02-03T12:00:00Z');
    expect(await activitiesOf(ada.id)).toHaveLength(1);
    expect(await rig.store.failures.list(10)).toEqual([]);
  });

  test('a new delivery does not wait for that', async () => {
    rig.world.failNext('subject', new GiveUp('The app lacks a permission here.'));
    await rig.tell(notableChange());
    await rig.tell(notableChange());
    expect(await activitiesOf(ada.id)).toHaveLength(1);
  });

  test('without the app no report is tried, and nothing of the cycle is closed', async () => {
    rig.world.installations = [];
    await rig.ports.queue.add('organisation', { account: harbour });
    await rig.settle();
    await rig.at('2026-07-02T08:00:00Z');
    expect((await rig.store.cycles.list(harbour)).map(({ closedAt }) => closedAt)).toEqual([null]);
    expect(await rig.store.publications.held(harbour)).toEqual([]);
  });
});

test('a comment that was lost with the queue is written all the same', async () => {
  await rig.tell(notableChange({ title: 'Rename a variable', body: '' }));
  rig.world.setSubject(orders.id, notableChange(), '2026-02-03T10:00:00Z');
  const touched = { account: harbour, installation, repository: orders.id, kind: 'change' } as const;
  const id = await rig.store.subjects.touch({ ...touched, number: 412, changedAt: null });
  await gather(id, { ...rig.ports, queue: { ...rig.ports.queue, add: async () => undefined } });
  expect(comments()).toEqual([]);
  await rig.at('2026-02-03T12:00:00Z');
  await rig.at('2026-02-03T14:00:00Z');
  expect(comments()).toHaveLength(1);
  expect(await rig.store.publications.held(harbour)).toEqual([]);
});

describe('rules and people change in between', () => {
  test('a first rules file that no webhook told of is found', async () => {
    rig.world.rules.set(installation, { kind: 'no-file', repository: rulesHome });
    await rig.ports.queue.add('organisation', { account: harbour });
    await rig.settle();
    expect((await rig.store.accounts.find(harbour))?.rules).toBeNull();
    await rig.at('2026-01-06T08:00:00Z');
    rig.world.rules.set(installation, {
      kind: 'file',
      repository: rulesHome,
      text: liveRules,
      url: 'https://example.org/rules',
    });
    await rig.at('2026-01-06T08:30:00Z');
    expect((await rig.store.accounts.find(harbour))?.rules).not.toBeNull();
  });

  test('somebody who joins the roster later is credited with what they did before', async () => {
    await rig.setRules(liveRules.replace('teams: [payments] }\nmanagers', 'people: [bertil] }\nmanagers'));
    await rig.tell(notableChange());
    await rig.tell(notableChange({ key: 'github:7#413', number: 413, author: priya }));
    expect(await activitiesOf(ada.id)).toEqual([]);
    const asked = rig.world.calls('subject');
    await rig.setRules(liveRules);
    await rig.at('2026-02-03T11:00:00Z');
    expect(await activitiesOf(ada.id)).toHaveLength(1);
    expect(rig.world.calls('subject')).toBe(asked + 1);
  });

  test('a repository that is heard before it is known is read once it is', async () => {
    const billing = { id: 30, name: 'harbour/billing', visibility: 'private', archived: false } as const;
    rig.world.addRepository(billing);
    const repository = { key: 'github:30', name: billing.name, private: true };
    await rig.tell(notableChange({ key: 'github:30#9', number: 9, repository }));
    expect(await activitiesOf(ada.id)).toEqual([]);
    const known = rig.world.organisations.get(installation);
    if (known !== undefined)
      rig.world.organisations.set(installation, { ...known, repositories: [...known.repositories, billing] });
    await rig.setRules(liveRules);
    await rig.at('2026-02-03T11:00:00Z');
    expect(await activitiesOf(ada.id)).toHaveLength(1);
  });

  test('issues that a wider rule counts as incidents are read then', async () => {
    const linked = [linkedChange(adaWrote)];
    await rig.tell(incidentFacts({ labels: ['sev1'], linked }));
    expect(await activitiesOf(ada.id)).toEqual([]);
    await rig.setRules(`${liveRules}incidents: { labels: [incident, SEV1] }\n`);
    await rig.at('2026-03-20T11:00:00Z');
    expect(await activitiesOf(ada.id)).toHaveLength(1);
  });
});

const reports = () => rig.world.people.issues(adasReports.id).map(({ body }) => body);

describe('a write-up that is merged after the incident was read', () => {
  const writeUp = { number: 450, title: 'Post-mortem of the card declines', closes: false };
  const mergedAt = '2026-03-20T10:00:00Z';

  test('is credited, though no webhook of the incident tells of it', async () => {
    await rig.at('2026-03-14T12:00:00Z');
    const open = linkedChange(adaWrote, { ...writeUp, mergedAt: null });
    await rig.tell(incidentFacts({ author: priya, linked: [open] }));
    expect(await activitiesOf(ada.id)).toEqual([]);
    const merged = linkedChange(adaWrote, { ...writeUp, mergedAt });
    rig.world.setSubject(
      orders.id,
      incidentFacts({ author: priya, linked: [merged] }),
      '2026-03-14T12:00:00Z',
    );
    await rig.at(mergedAt);
    await rig.tell(
      notableChange({ key: 'github:7#450', number: 450, title: writeUp.title, body: 'For #377.', mergedAt }),
    );
    await rig.at('2026-03-20T10:01:00Z');
    expect(await activitiesOf(ada.id)).toContain('github:7#377/responder/github:101');
    const asked = rig.world.calls('subject');
    await rig.at('2026-03-20T10:02:00Z');
    expect(rig.world.calls('subject')).toBe(asked);
  });

  test.each<readonly [string, readonly string[]]>([
    ['For #377 and #377, see (#12).', ['harbour/orders#377', 'harbour/orders#12']],
    [
      'harbour/gateway#5, https://github.com/harbour/portal/issues/8',
      ['harbour/gateway#5', 'harbour/portal#8'],
    ],
    ['#412 is this one; a#3, ##4, #0 and #12345678 are nothing.', []],
    ['', []],
  ])('“%s”', (body, expected) => {
    const found = mentionsOf(changeFacts({ title: 'Write it down', number: 412, body }));
    expect(found.map(({ repository, number }) => `${repository}#${number}`)).toEqual(expected);
  });
});

describe('the end of a cycle after a silence', () => {
  test('GitHub is asked about the last days before the reports are written', async () => {
    rig.world.setSubject(
      orders.id,
      notableChange({ mergedAt: '2026-06-30T10:00:00Z' }),
      '2026-06-30T10:00:00Z',
    );
    await rig.at('2026-07-01T00:00:00Z');
    expect(reports().at(-1)).toContain('Timeouts for the search');
  });

  test('what cannot be read delays it by a day; then it is written and says so', async () => {
    await rig.at('2026-06-30T08:00:00Z');
    const [cycle] = await rig.store.cycles.list(harbour);
    const unreadable = { account: harbour, installation, repository: orders.id, kind: 'change' } as const;
    await rig.store.subjects.touch({ ...unreadable, number: 412, changedAt: '2026-06-30T07:00:00Z' });
    const writeAt = (time: string) =>
      report(
        { cycle: cycle?.id ?? 0, person: ada.id },
        { ...rig.ports, clock: { now: () => new Date(time) } },
      );
    await expect(writeAt('2026-07-01T21:59:00Z')).rejects.toThrow(RetryLater);
    await writeAt('2026-07-01T22:00:00Z');
    expect(reports().at(-1)).toContain('1 pull request or issue of the organisation could not be read');
    expect(reports().at(-1)).toContain('could not be asked about the last days of this period');
  });

  test('what another organisation waits for delays nothing', async () => {
    await rig.at('2026-06-30T08:00:00Z');
    const elsewhere = { account: 9001, installation: 56, repository: 70, kind: 'change' } as const;
    await rig.store.deliveries.record({
      id: 'elsewhere',
      event: 'installation',
      action: 'created',
      account: 9001,
      installation: 56,
      repository: null,
      subject: null,
      comment: null,
      actor: null,
      updatedAt: null,
      receivedAt: '2026-06-30T08:00:00Z',
    });
    await rig.store.accounts.noticed(9001, '2026-06-30T08:00:00Z');
    await rig.store.subjects.touch({ ...elsewhere, number: 1, changedAt: '2026-06-30T08:00:00Z' });
    const [cycle] = await rig.store.cycles.list(harbour);
    expect(cycle === undefined ? null : await unread(cycle, rig.ports)).toBe(0);
    expect(await rig.store.subjects.dirty(10)).toHaveLength(1);
  });

  test('what GitHub refuses to write is kept with its reason, and tried again', async () => {
    rig.world.failNext('ensureIssue', new GiveUp('Issues are switched off there.'));
    await rig.at('2026-06-20T08:00:00Z');
    const held = await rig.store.publications.held(harbour);
    expect(held.map(({ person, heldBecause }) => [person, heldBecause])).toContainEqual([
      ada.id,
      'Issues are switched off there.',
    ]);
    await rig.at('2026-06-20T10:00:00Z');
    expect(reports()).toHaveLength(1);
  });
});

describe('a comment', () => {
  test('that was never written is not taken back', async () => {
    await rig.setRules(liveRules.replace('mode: live', 'mode: preview'));
    await rig.tell(notableChange());
    await rig.tell(notableChange({ title: 'Rename a variable', body: '' }));
    await rig.setRules(liveRules);
    await rig.at('2026-02-03T12:00:00Z');
    await rig.at('2026-02-03T14:00:00Z');
    expect(comments()).toEqual([]);
  });

  test('that GitHub refuses is kept with its reason', async () => {
    rig.world.failNext('ensureComment', new GiveUp('The conversation is locked.'));
    await rig.tell(notableChange());
    const [held] = await rig.store.publications.held(harbour);
    expect(held?.heldBecause).toBe('The conversation is locked.');
  });
});
