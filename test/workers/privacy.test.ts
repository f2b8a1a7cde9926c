import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { gather } from '../../workers/gather.ts';
import { fromRecord } from '../../workers/rows.ts';
import { readerFake } from '../fakes/reader.ts';
import { conversation, priya, said } from '../fixtures/conversations.ts';
import { ada as adaWrote, bertil as bertilWrote } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import {
  ada,
  adasReports,
  bertil,
  harbour,
  installation,
  liveRules,
  mira,
  olu,
  orders,
  startRig,
} from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

const posted = () => rig.world.people.issues(adasReports.id);
const held = async () =>
  (await rig.store.publications.held(harbour)).filter(({ person }) => person === ada.id);

describe('who is written about', () => {
  test('whoever is left out in mid-cycle: nothing more, and their comment is taken back', async () => {
    await rig.tell(notableChange());
    await rig.setRules(liveRules.replace('[payments] }', '[payments], leave_out: [Ada-Lindqvist] }'));
    await rig.at('2026-06-20T08:00:00Z');
    await rig.tell(notableChange({ title: 'Timeouts for the search of all orders' }));
    await rig.at('2026-07-02T08:00:00Z');
    expect(posted()).toEqual([]);
    expect(await held()).toEqual([]);
    const [comment] = rig.world.people.comments(orders.id, 412);
    expect(comment?.body).not.toContain('Worth remembering');
    expect((await rig.store.cycles.due('2026-07-03T00:00:00Z')).map(({ name }) => name)).toEqual([]);
  });

  test('whoever cannot read it themselves: it is kept, and the reason says why', async () => {
    await rig.tell(notableChange());
    rig.world.readers.set(adasReports.id, [mira, olu]);
    await rig.at('2026-07-02T08:00:00Z');
    expect(posted()).toEqual([]);
    expect((await held()).at(-1)?.heldBecause).toContain('cannot read it themselves');
  });

  test('whoever left the roster: the days on it', async () => {
    await rig.tell(notableChange());
    await rig.at('2026-04-01T08:00:00Z');
    await rig.setRules(liveRules.replace('teams: [payments] }\nmanagers', 'people: [bertil] }\nmanagers'));
    await rig.tell(
      notableChange({
        key: 'github:7#500',
        number: 500,
        title: 'Bound the retries',
        mergedAt: '2026-05-01T10:00:00Z',
      }),
    );
    await rig.at('2026-07-02T08:00:00Z');
    const report = posted().at(-1)?.body ?? '';
    expect(report).toContain('Timeouts for the search');
    expect(report).not.toContain('Bound the retries');
  });
});

describe('who reads', () => {
  test('the managers of the day of writing, not those of a day long past', async () => {
    const nora = { id: 111, login: 'nora' };
    const known = rig.world.organisations.get(installation);
    if (known !== undefined)
      rig.world.organisations.set(installation, { ...known, members: [...known.members, nora] });
    const managers = `managers:
  - { login: mira, teams: [payments], to: 2026-07-01 }
  - { login: nora, teams: [payments], from: 2026-07-01 }`;
    await rig.setRules(liveRules.replace('managers: [{ login: mira, teams: [payments] }]', managers));
    await rig.tell(notableChange());
    await rig.at('2026-06-30T08:00:00Z');
    expect(posted()).toHaveLength(1);
    rig.world.readers.set(adasReports.id, [ada, nora, olu]);
    await rig.at('2026-07-02T08:00:00Z');
    expect(posted().at(-1)?.body).toContain('nora (manager)');
    expect(posted().at(-1)?.body).not.toContain('mira');
  });

  test('the app itself is no stranger', async () => {
    rig.world.readers.set(adasReports.id, [ada, mira, olu, { id: 990, login: 'groundwork[bot]' }]);
    await rig.at('2026-06-20T08:00:00Z');
    expect(posted()).toHaveLength(1);
  });

  test('where reports lie in another organisation, its owners are named; ours are strangers there', async () => {
    const vera = { id: 121, login: 'vera' };
    const place = {
      id: 90,
      name: 'harbour-reviews/reviews-ada-lindqvist',
      visibility: 'private',
      archived: false,
    } as const;
    rig.world.addRepository(place);
    const account = {
      account: 9001,
      login: 'harbour-reviews',
      type: 'organization',
      suspended: false,
    } as const;
    rig.world.installations = [
      ...rig.world.installations,
      { id: 56, ...account, permissions: {}, events: [] },
    ];
    rig.world.organisations.set(56, { repositories: [place], teams: [], owners: [vera], members: [vera] });
    await rig.ports.queue.add('organisation', { account: 9001 });
    await rig.settle();
    await rig.setRules(`${liveRules}publication: { owner: harbour-reviews }\n`);
    rig.world.readers.set(place.id, [ada, mira, vera, olu]);
    await rig.at('2026-07-01T08:00:00Z');
    expect((await held()).at(-1)?.heldBecause).toContain('olu');
    rig.world.readers.set(place.id, [ada, mira, vera]);
    await rig.at('2026-07-01T10:00:00Z');
    const [report] = rig.world.people.issues(place.id);
    expect(report?.body).toContain('vera (owner)');
    expect(report?.body).not.toContain('olu');
  });
});

/** In doubt, so that a model is asked about it. */
function doubtful(number: number, changes: Partial<ChangeFacts>): ChangeFacts {
  return notableChange({ key: `github:7#${number}`, number, title: `Limit ${number}`, body: '', ...changes });
}

describe('what is read and shown', () => {
  test('a model reads nobody’s work but that of the people on the roster', async () => {
    const reader = readerFake();
    const changes = [
      doubtful(412, {}),
      doubtful(413, { author: priya, coAuthors: [] }),
      doubtful(414, { author: priya, coAuthors: [bertilWrote] }),
    ];
    for (const change of changes) {
      rig.world.setSubject(orders.id, change, '2026-02-03T10:00:00Z');
      const subject = { account: harbour, installation, repository: orders.id, kind: 'change' } as const;
      const number = change.number ?? 0;
      const id = await rig.store.subjects.touch({ ...subject, number, changedAt: null });
      await gather(id, { ...rig.ports, reader });
    }
    expect(reader.asked.map(({ texts }) => texts.title)).toEqual(['Limit 412', 'Limit 414']);
  });

  test('nothing of a repository that the rules leave out by now', async () => {
    await rig.tell(notableChange());
    await rig.setRules(`${liveRules}repositories: { leave_out: [orders] }\n`);
    await rig.at('2026-07-01T08:00:00Z');
    expect(posted()).not.toEqual([]);
    expect(
      posted()
        .map(({ body }) => body)
        .join('\n'),
    ).not.toContain('Timeouts for the search');
  });

  test('what became of a change says nothing of its reviewers, and a review of it stands', async () => {
    const remark = said(
      bertilWrote,
      'Two workers can take the same row here, because the lock is released before the update. We would pay out twice.',
    );
    const thread = conversation([remark, said(adaWrote, 'Good catch.', '2026-03-02T11:00:00Z')], {
      outdated: true,
    });
    await rig.tell(notableChange({ threads: [thread] }));
    const revert = notableChange({
      key: 'github:7#413',
      number: 413,
      title: 'Revert "Timeouts for the search of orders"',
      body: 'Reverts harbour/orders#412',
      mergedAt: '2026-03-04T10:00:00Z',
    });
    await rig.tell(revert);
    await rig.at('2026-05-20T08:00:00Z');
    const cycle = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };
    const outcomes = async (person: number) =>
      fromRecord(await rig.store.evidence.ofPerson({ account: harbour, person, ...cycle }))
        .filter(({ subject }) => subject.number === 412)
        .flatMap(({ outcome }) => outcome.map(({ kind }) => kind));
    expect(await outcomes(ada.id)).toContain('reverted');
    expect(await outcomes(bertil.id)).toEqual([]);
    await rig.at('2026-07-02T08:00:00Z');
    const texts = await Promise.all(
      (await rig.store.publications.held(harbour))
        .filter(({ person, kind }) => person === bertil.id && kind === 'report')
        .map(({ key }) => rig.store.publications.heldText(harbour, key)),
    );
    expect(texts.join('\n')).toContain('lock is released before the update');
    expect(texts.join('\n')).not.toContain('Left out');
  });
});
