import { beforeEach, describe, expect, test } from '@jest/globals';
import { RetryLater } from '../../src/errors.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { incidentFacts, linkedChange, priya } from '../fixtures/conversations.ts';
import { dependabot, bertil as bertilWrote } from '../fixtures/facts.ts';
import { emptyRules } from '../../src/people/rules-file.ts';
import { rulesOf } from '../../workers/stored.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, liveRules, mira, olu, orders, rulesHome, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

function comments(number = 412) {
  return rig.world.people.comments(orders.id, number);
}

async function recordOf(person = ada.id) {
  return rig.store.evidence.ofPerson({
    account: harbour,
    person,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2026-07-01T00:00:00Z',
  });
}

describe('notice first', () => {
  test('the notice stands before anything is gathered', async () => {
    expect(rig.world.people.issues(rulesHome.id).map(({ title }) => title)).toHaveLength(1);
    expect((await rig.store.accounts.find(harbour))?.noticedAt).toBe('2026-01-05T08:00:00.000Z');
  });

  test('without a place for it nothing is gathered, however much is told', async () => {
    const silent = await startRig();
    silent.world.rules.clear();
    const fresh = await startRigWithoutRules();
    await fresh.tell(notableChange());
    expect(fresh.world.calls('subject')).toBe(0);
    expect(fresh.said.join('\n')).toContain('.github');
  });

  test('it is posted once, however often rules are read', async () => {
    for (let round = 0; round < 3; round += 1) await rig.setRules(liveRules);
    expect(rig.world.people.issues(rulesHome.id)).toHaveLength(1);
  });

  test('wrong rules leave the last good ones in force, are told, and the issue is closed once they are right', async () => {
    await rig.setRules('mode: life\n');
    const [, problems] = rig.world.people.issues(rulesHome.id);
    expect(problems?.body).toContain('mode');
    await rig.tell(notableChange());
    expect(comments()).toHaveLength(1);
    await rig.setRules(liveRules);
    expect(rig.world.people.issues(rulesHome.id)[1]?.state).toBe('closed');
  });
});

async function startRigWithoutRules(): Promise<Rig> {
  const bare = await startRig('');
  bare.world.rules.set(55, { kind: 'no-repository' });
  // As if the app had just been installed on an organisation without a `.github` repository.
  const fresh = await startRig('mode: preview\n');
  fresh.world.rules.clear();
  await fresh.store.accounts.removed(harbour, '2999-01-01T00:00:00Z');
  await fresh.ports.queue.add('organisation', { account: harbour });
  await fresh.settle();
  return fresh;
}

describe('a merged pull request', () => {
  test('becomes evidence of its author, and one comment', async () => {
    await rig.tell(notableChange());
    expect((await recordOf()).activities.map(({ kind }) => kind)).toEqual(['change']);
    expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('Worth remembering')]);
  });

  test('told ten times, in any order, it changes nothing', async () => {
    for (let time = 0; time < 10; time += 1) await rig.tell(notableChange());
    expect(comments()).toHaveLength(1);
    expect((await recordOf()).activities).toHaveLength(1);
    const writes = rig.world.writes();
    await rig.tell(notableChange());
    expect(rig.world.writes()).toBe(writes);
  });

  test('the same delivery twice is read once', async () => {
    await rig.tell(notableChange(), 'one');
    const reads = rig.world.calls('subject');
    await rig.tell(notableChange(), 'one');
    expect(rig.world.calls('subject')).toBe(reads);
  });

  test('edited, its comment is edited in place', async () => {
    await rig.tell(notableChange());
    await rig.tell(notableChange({ title: 'Timeouts and limits for the search of orders', body: '' }));
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).not.toContain('callers waited');
  });

  test('no longer notable, the comment takes itself back', async () => {
    await rig.tell(notableChange());
    await rig.tell(notableChange({ title: 'Rename a variable', body: '' }));
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).not.toContain('Worth remembering');
  });

  test('a comment that a person edited is left alone', async () => {
    await rig.tell(notableChange());
    rig.world.people.editComment(comments()[0]?.id ?? 0, 'We prefer it in our own words.');
    await rig.tell(notableChange({ body: 'Callers waited for a minute.' }));
    expect(comments().map(({ body }) => body)).toEqual(['We prefer it in our own words.']);
  });

  test('gone again, nothing of it is kept', async () => {
    const change = notableChange();
    await rig.tell(change);
    rig.world.removeSubject(orders.id, change);
    await rig.store.subjects.touch({
      account: harbour,
      installation: 55,
      repository: orders.id,
      kind: 'change',
      number: 412,
      changedAt: null,
    });
    await rig.at('2026-02-04T08:00:00Z');
    expect((await recordOf()).activities).toEqual([]);
  });

  test.each<readonly [string, Partial<ChangeFacts>]>([
    ['by somebody who is not on the roster', { author: priya }],
    ['by a bot', { author: dependabot }],
    ['not merged', { mergedAt: null }],
  ])('%s: no evidence, no comment', async (_, more) => {
    await rig.tell(notableChange(more));
    expect(comments()).toEqual([]);
    expect((await recordOf()).activities).toEqual([]);
    expect((await recordOf(103)).activities).toEqual([]);
  });

  test.each([
    ['public', { ...orders, visibility: 'public' as const }],
    ['internal', { ...orders, visibility: 'internal' as const }],
    ['archived', { ...orders, archived: true }],
  ])('in a repository that has become %s a moment ago, nothing is posted', async (_, facts) => {
    const repository = rig.world.board.repositories.get(orders.id);
    if (repository !== undefined) repository.facts = facts;
    await rig.tell(notableChange());
    expect(comments()).toEqual([]);
    expect((await recordOf()).activities).toHaveLength(1);
  });

  test('GitHub took the comment but its answer was lost: there is still one', async () => {
    rig.world.loseNextAnswer();
    await rig.tell(notableChange());
    await rig.tell(notableChange());
    expect(comments()).toHaveLength(1);
  });

  test.each([
    ['2026-02-17T10:00:00Z', 1],
    ['2026-02-17T10:00:01Z', 0],
    ['2026-06-20T08:00:00Z', 0],
  ])(
    'read first at %s: %i comments, as only fresh work gets one; it is evidence all the same',
    async (now, count) => {
      await rig.at(now);
      await rig.tell(notableChange());
      expect(comments()).toHaveLength(count);
      expect(await rig.store.publications.held(harbour)).not.toContainEqual(
        expect.objectContaining({ kind: 'comment' }),
      );
      expect((await recordOf()).activities).toHaveLength(1);
    },
  );

  test('a comment that stands is looked after, however old the work is', async () => {
    await rig.tell(notableChange());
    await rig.at('2026-06-10T08:00:00Z');
    await rig.tell(notableChange({ title: 'Rename a variable', body: '' }));
    expect(comments().map(({ body }) => body)).not.toContainEqual(
      expect.stringContaining('Worth remembering'),
    );
    await rig.tell(notableChange());
    expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('Worth remembering')]);
  });

  test('rules that were kept before there was such a key do as by default', async () => {
    const row = await rig.store.accounts.find(harbour);
    const { commentsWithinDays: _, ...older } = rulesOf(row) ?? emptyRules();
    expect(rulesOf({ rules: older })?.commentsWithinDays).toBe(14);
    expect(rulesOf({ rules: older })).toEqual(rulesOf(row));
  });

  test('a limit of GitHub is waited for, and nothing is lost', async () => {
    rig.world.failNext('subject', new RetryLater(new Date(0), 'The limit is reached.'));
    await rig.tell(notableChange());
    await rig.at('2026-02-04T08:00:00Z');
    expect(comments()).toHaveLength(1);
    expect(rig.givenUp).toEqual([]);
  });
});

const reports = () => rig.world.people.issues(adasReports.id);

describe('the end of a cycle', () => {
  test('two weeks before it, the engineer is asked to look; after it, the report follows: one each', async () => {
    await rig.tell(notableChange());
    await rig.at('2026-06-16T08:00:00Z');
    expect(reports()).toEqual([]);
    await rig.at('2026-06-17T08:00:00Z');
    await rig.at('2026-06-18T08:00:00Z');
    expect(reports().map(({ assignees }) => assignees)).toEqual([['ada-lindqvist']]);
    await rig.at('2026-06-30T21:59:00Z');
    expect(reports()).toHaveLength(1);
    await rig.at('2026-06-30T22:01:00Z');
    await rig.at('2026-07-02T08:00:00Z');
    expect(reports()).toHaveLength(2);
    expect(reports()[1]?.body).toContain('mira (manager)');
    expect((await rig.store.cycles.due('2027-01-01T00:00:00Z')).map(({ name }) => name)).not.toContain(
      '2026-H1',
    );
  });

  test('after 30 and 90 days it says what became of the work', async () => {
    await rig.tell(notableChange());
    await rig.at('2026-05-20T08:00:00Z');
    const [activity] = (await recordOf()).activities;
    expect(activity?.evidence[0]?.outcome).toEqual([
      { kind: 'held', days: 30, by: [] },
      { kind: 'held', days: 90, by: [] },
    ]);
  });

  test('work that was taken back is no evidence in the report', async () => {
    await rig.tell(notableChange());
    const revert = notableChange({
      key: 'github:7#413',
      number: 413,
      title: 'Revert "Timeouts for the search of orders"',
      body: 'Reverts harbour/orders#412',
      author: bertilWrote,
      mergedAt: '2026-02-04T10:00:00Z',
    });
    await rig.tell(revert);
    await rig.at('2026-07-01T08:00:00Z');
    const [told = '', leftOut = ''] = (reports().at(-1)?.body ?? '').split('<b>Left out</b>');
    expect(told).not.toContain('Timeouts for the search');
    expect(leftOut).toContain('reverted');
  });

  test('who had a part in an incident finds it in the report', async () => {
    const linked = [linkedChange({ key: 'github:101', label: 'ada-lindqvist', type: 'user' })];
    await rig.tell(incidentFacts({ linked }));
    await rig.at('2026-07-01T08:00:00Z');
    expect(reports().at(-1)?.body).toContain('Card payments declined');
  });
});

const adas = async () =>
  (await rig.store.publications.held(harbour)).filter(({ person }) => person === ada.id);

describe('the audience', () => {
  test.each<readonly [string, (rig: Rig) => void, string]>([
    [
      'somebody else can read it',
      ({ world }) => world.readers.set(adasReports.id, [ada, mira, olu, { id: 102, login: 'bertil' }]),
      'bertil',
    ],
    ['it is public', ({ world }) => setVisibility(world, 'public'), 'public'],
    ['it is internal', ({ world }) => setVisibility(world, 'internal'), 'internal'],
    [
      'it is not there',
      ({ world }) => void world.board.repositories.delete(adasReports.id),
      'reviews-ada-lindqvist',
    ],
  ])('%s: nothing is written, the report is kept, and the reason names it', async (_, change, named) => {
    await rig.tell(notableChange());
    change(rig);
    await rig.at('2026-07-01T08:00:00Z');
    expect(rig.world.people.issues(adasReports.id)).toEqual([]);
    const [report] = (await adas()).filter(({ kind }) => kind === 'report');
    expect(report?.heldBecause).toContain(named);
    expect(await rig.store.publications.heldText(harbour, report?.key ?? '')).toContain('ada-lindqvist');
  });

  test('once it fits, what was kept is posted', async () => {
    await rig.tell(notableChange());
    rig.world.readers.set(adasReports.id, [ada, mira, olu, { id: 102, login: 'bertil' }]);
    await rig.at('2026-07-01T08:00:00Z');
    rig.world.readers.set(adasReports.id, [ada, mira, olu]);
    await rig.at('2026-07-01T10:00:00Z');
    expect(rig.world.people.issues(adasReports.id)).toHaveLength(1);
    expect((await adas()).filter(({ kind }) => kind === 'report')).toEqual([]);
  });
});

function setVisibility(world: Rig['world'], visibility: 'public' | 'internal'): void {
  const repository = world.board.repositories.get(adasReports.id);
  if (repository !== undefined) repository.facts = { ...adasReports, visibility };
}

const previewRules = liveRules.replace('mode: live', 'mode: preview');
const recent = notableChange({ key: 'github:7#413', number: 413, mergedAt: '2026-06-19T10:00:00Z' });

describe('preview', () => {
  test('nothing is posted but the notice; once the rules say live, what was kept follows', async () => {
    const preview = await startRig(previewRules);
    await preview.tell(notableChange());
    await preview.at('2026-06-20T08:00:00Z');
    await preview.tell(recent);
    expect(preview.world.people.comments(orders.id, 412)).toEqual([]);
    expect(preview.world.people.comments(orders.id, 413)).toEqual([]);
    expect(preview.world.people.issues(adasReports.id)).toEqual([]);
    const kinds = (await preview.store.publications.held(harbour)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['comment', 'prep']));
    await preview.setRules(liveRules);
    await preview.at('2026-06-20T10:00:00Z');
    expect(preview.world.people.comments(orders.id, 413)).toHaveLength(1);
    expect(preview.world.people.issues(adasReports.id)).toHaveLength(1);
  });

  test('what was merged long before they say live gets no comment, until the rules want one', async () => {
    const preview = await startRig(previewRules);
    await preview.tell(notableChange());
    await preview.at('2026-06-20T08:00:00Z');
    await preview.setRules(liveRules);
    await preview.at('2026-06-20T10:00:00Z');
    expect(preview.world.people.comments(orders.id, 412)).toEqual([]);
    const [held] = await preview.store.publications.held(harbour);
    expect(held?.heldBecause).toContain('merged more than 14 days ago');
    expect(await preview.store.publications.heldText(harbour, held?.key ?? '')).toContain(
      'Worth remembering',
    );
    await preview.setRules(`${liveRules}comments: { within_days: 366 }\n`);
    await preview.at('2026-06-20T12:00:00Z');
    expect(preview.world.people.comments(orders.id, 412)).toHaveLength(1);
  });
});

describe('what no webhook told', () => {
  test('is asked for and found', async () => {
    rig.world.setSubject(orders.id, notableChange(), '2026-02-03T10:00:00Z');
    await rig.at('2026-02-04T08:00:00Z');
    await rig.at('2026-02-05T09:00:00Z');
    expect((await recordOf()).activities).toHaveLength(1);
  });

  test('failed deliveries are asked for again', async () => {
    rig.world.failedDeliveries = [
      { attempt: '77', id: 'g', event: 'pull_request', deliveredAt: '2026-01-05T07:00:00Z' },
    ];
    await rig.ports.queue.add('sweep', { kind: 'deliveries' });
    await rig.settle();
    expect(rig.world.redelivered).toEqual(['77']);
  });
});
