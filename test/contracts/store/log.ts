import { expect, test } from '@jest/globals';
import type { LogRow, Store } from '../../../src/ports/store.ts';
import { activityOf, firstHalf, fresh, gatheringOf, issueFacts, readingOf, scene } from './scene.ts';
import type { Opened } from './scene.ts';

type Told = Pick<LogRow, 'did' | 'actor' | 'about' | 'person'>;

function told(rows: readonly LogRow[]): readonly Told[] {
  return rows.map(({ did, actor, about, person }) => ({ did, actor, about, person }));
}

async function deedsAbout(store: Store, account: number, key: string): Promise<readonly string[]> {
  return (await store.log.about(account, key)).map(({ did }) => did);
}

const hash = 'b2'.repeat(32);

export function logContract(opened: Opened): void {
  test('what is read anew and found as it was is no row; what changed is one, with its hash', async () => {
    const { subject, account, person } = await scene(opened());
    const { evidence } = opened();
    const gathering = gatheringOf(subject, [activityOf(`${person}/incident`, person)]);
    for (let time = 0; time < 3; time += 1) await evidence.save(gathering);
    const key = gathering.facts.key;
    expect(told(await opened().log.about(account, key))).toEqual([
      { did: 'gathered', actor: null, about: key, person: null },
      { did: 'judged', actor: null, about: key, person },
    ]);
    await evidence.save({ ...gathering, facts: issueFacts({ title: 'Another title' }) });
    expect(await deedsAbout(opened(), account, key)).toEqual(['gathered', 'judged', 'gathered']);
    const [first, , second] = await opened().log.about(account, key);
    expect(first?.details).not.toEqual(second?.details);
  });

  test('whoever loses their evidence is told of, too', async () => {
    const { subject, account, person } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, [activityOf(`${person}/incident`, person)]));
    await opened().evidence.save(gatheringOf(subject, []));
    const rows = await opened().log.ofPerson(account, person);
    expect(rows.map(({ did, details }) => [did, details])).toEqual([
      ['judged', expect.objectContaining({ evidence: [`${person}/incident/performance-and-reliability`] })],
      ['judged', expect.objectContaining({ evidence: [] })],
    ]);
  });

  test('what is forgotten is told of once', async () => {
    const { subject, account } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, []));
    for (let time = 0; time < 2; time += 1) await opened().subjects.forget(subject.id, subject.dirtyAt);
    const about = `github:${subject.repository}#${subject.number}`;
    expect((await deedsAbout(opened(), account, about)).filter((did) => did === 'forgotten')).toHaveLength(1);
  });

  test('a reading that comes too late tells of nothing', async () => {
    const { subject, account, person } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, []));
    const late = { seen: '2020-01-01T00:00:00Z', facts: issueFacts({ title: 'Older' }) };
    await opened().evidence.save(gatheringOf(subject, [activityOf(`${person}/late`, person)], late));
    expect(await deedsAbout(opened(), account, issueFacts().key)).toEqual(['gathered']);
  });

  test('whose words were heard, and not which', async () => {
    const { account, person } = await scene(opened());
    const said = { origin: 'c/1', person, saidBy: person, about: 'key', verb: 'hide', words: 'secret words' };
    for (let time = 0; time < 2; time += 1)
      await opened().overlay.add(account, { ...said, saidAt: firstHalf.startsAt });
    const rows = await opened().log.ofPerson(account, person);
    expect(told(rows)).toEqual([{ did: 'heard', actor: person, about: 'key', person }]);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  test('a text is told of when it is posted or changes, and once when it waits', async () => {
    const account = fresh();
    const person = fresh();
    const key = `report/2026-H1/${person}`;
    const { publications } = opened();
    await publications.ensure({ account, key, kind: 'report', person, repository: 7, number: null });
    const held = { account, key, reason: 'Not yet.', at: firstHalf.startsAt };
    await publications.hold({ ...held, text: 'one' });
    await publications.hold({ ...held, text: 'two' });
    const posting = { account, key, number: 1, githubId: 9, contentHash: hash, postedAt: firstHalf.endsAt };
    await publications.posted(posting);
    await publications.posted(posting);
    await publications.posted({ ...posting, contentHash: 'c3'.repeat(32) });
    const rows = await opened().log.ofPerson(account, person);
    expect(rows.map(({ did, details }) => [did, details])).toEqual([
      ['held', {}],
      ['posted', { hash }],
      ['posted', { hash: 'c3'.repeat(32) }],
    ]);
  });

  test('who joined, who moved, who left', async () => {
    const account = fresh();
    const [ada, bo] = [fresh(), fresh()];
    const { roster, log } = opened();
    const both = [
      { id: ada, login: 'ada', teams: ['orders'] },
      { id: bo, login: 'bo', teams: ['orders'] },
    ];
    await roster.replace(account, both, '2026-01-01T00:00:00Z');
    await roster.replace(account, both, '2026-02-01T00:00:00Z');
    await roster.replace(account, [{ id: ada, login: 'ada', teams: ['billing'] }], '2026-03-01T00:00:00Z');
    expect((await log.ofPerson(account, ada)).map(({ did }) => did)).toEqual(['joined', 'moved']);
    expect((await log.ofPerson(account, bo)).map(({ did }) => did)).toEqual(['joined', 'left']);
  });

  test('rules when they change, and the notice once', async () => {
    const account = fresh();
    const { accounts } = opened();
    await accounts.save(readingOf(account));
    await accounts.save(readingOf(account));
    await accounts.save(readingOf(account, { rules: { mode: 'preview' } }));
    for (let time = 0; time < 2; time += 1) await accounts.noticed(account, '2026-01-05T08:00:00Z');
    expect(await deedsAbout(opened(), account, 'rules')).toEqual(['ruled', 'ruled']);
    expect(await deedsAbout(opened(), account, 'notice')).toEqual(['noticed']);
  });

  test('what the app adds itself stands there as it was given, for its account alone', async () => {
    const [account, person] = [fresh(), fresh()];
    const row = {
      account,
      actor: null,
      did: 'purged',
      about: 'facts',
      person,
      details: { rows: 7 },
    } as const;
    await opened().log.add(row);
    expect(await opened().log.ofPerson(account, person)).toEqual([{ ...row, at: expect.any(String) }]);
    expect(await opened().log.ofPerson(fresh(), person)).toEqual([]);
    expect(await opened().log.about(fresh(), 'facts')).toEqual([]);
  });
}
