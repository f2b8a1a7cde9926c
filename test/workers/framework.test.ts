import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { gapsOfFramework, marked } from '../../workers/framework.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { harbourFramework, smallFrameworks } from '../fixtures/frameworks.ts';
import { ada, adasReports, harbour, liveRules, orders, rulesHome, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const url = 'https://example.org/rules/ladder.yml';
const withLadder = `${liveRules}framework: ladder.yml\n`;

function change(more: Partial<ChangeFacts> = {}): ChangeFacts {
  return changeFacts({
    title: 'Timeouts for the tariff service',
    body: 'Before this, callers waited without end when the database was slow.',
    mergedAt: '2026-02-03T10:00:00Z',
    openedAt: '2026-02-03T08:00:00Z',
    ...more,
  });
}

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

async function evidence() {
  const record = await rig.store.evidence.ofPerson({
    account: harbour,
    person: ada.id,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2026-07-01T00:00:00Z',
  });
  return record.activities.flatMap((activity) => activity.evidence);
}

async function areas(): Promise<readonly string[]> {
  return (await evidence()).map(({ area }) => area).toSorted();
}

async function setLadder(text: string | null, rules = withLadder): Promise<void> {
  if (text === null) rig.frameworkFiles.delete('ladder.yml');
  else rig.frameworkFiles.set('ladder.yml', { text, url });
  await rig.setRules(rules);
}

function problems() {
  return rig.world.people.issues(rulesHome.id).find(({ title }) => title.includes('need a look'));
}

describe('an organisation’s own framework', () => {
  test('judges its work and nobody else’s, in its words', async () => {
    await setLadder(harbourFramework);
    await rig.tell(change());
    expect(await areas()).toEqual(['care', 'tariffs']);
    expect(rig.world.people.comments(orders.id, 412)[0]?.body).toMatch(/steady hands|tariffs/u);
    expect(smallFrameworks.of(smallFrameworks.usual).framework.pack.areas).toHaveLength(2);
  });

  test('has its name and version in the report', async () => {
    await setLadder(harbourFramework);
    await rig.tell(change());
    await rig.at('2026-07-02T08:00:00Z');
    const report = rig.world.people.issues(adasReports.id).find(({ title }) => title.startsWith('Evidence'));
    expect(report?.body).toContain('framework harbour 2.0');
    expect(report?.body).toContain('Tariffs');
  });

  test('with a fault is told where its writers see it, and the last good one goes on', async () => {
    await setLadder(harbourFramework);
    await setLadder(`${harbourFramework}colour: red\n`);
    const body = problems()?.body ?? '';
    expect(body).toContain(`[line 23](${url}#L23)`);
    expect(body).toContain('There is no key `colour` here.');
    expect(body).toContain('the last framework that could be used, `harbour 2.0`');
    await rig.tell(change());
    expect(await areas()).toEqual(['care', 'tariffs']);
    await setLadder(harbourFramework);
    expect(problems()?.state).toBe('closed');
  });

  test('with a fault from the first day leaves the usual one', async () => {
    await setLadder('extends: [');
    expect(problems()?.body).toContain('`small 1.0`');
    await rig.tell(change());
    expect(await areas()).toEqual(['care']);
  });

  test('that is not there is told of the rules, which hold all the same', async () => {
    await setLadder(null);
    expect(problems()?.body).toContain('There is no file `ladder.yml` beside this one.');
    await rig.tell(change());
    expect(rig.world.people.comments(orders.id, 412)).toHaveLength(1);
  });

  test('may be wrong together with the rules: one issue tells both', async () => {
    await setLadder('extends: nothing', `${withLadder}readers: [{ login: nobody-here }]\n`);
    const body = problems()?.body ?? '';
    expect(body).toContain('nobody-here');
    expect(body).toContain('There is no pack `nothing`.');
  });
});

describe('work is judged anew', () => {
  test('when the rules name another framework, without anybody doing anything', async () => {
    await rig.tell(change());
    expect(await areas()).toEqual(['care']);
    await rig.setRules(`${liveRules}framework: platform\n`);
    expect(await areas()).toEqual(['steadiness']);
    const kept = (await evidence()).map(({ details }) => details);
    expect(kept).toEqual([expect.objectContaining({ judgedBy: expect.stringMatching(/^platform 0\.1 /u) })]);
  });

  test('when the own one is changed', async () => {
    await setLadder(harbourFramework);
    await rig.tell(change());
    await setLadder(harbourFramework.replace('tariff*', 'fare*'));
    expect(await areas()).toEqual(['care']);
  });

  test('and not when nothing of it changed', async () => {
    await setLadder(harbourFramework);
    await rig.tell(change());
    // Time goes on: what is read at the very moment of a change is not known to come after it.
    for (const day of ['04', '06']) await rig.at(`2026-02-${day}T08:00:00Z`);
    const reads = rig.world.calls('subject');
    await setLadder(`# a remark\n${harbourFramework}`);
    await rig.setRules(`${withLadder}comments: nowhere\n`);
    expect(rig.world.calls('subject')).toBe(reads);
  });
});

describe('a record in which two frameworks judged', () => {
  const row = { key: 'a', person: 1, kind: 'change', happenedAt: '2026-01-01T00:00:00Z', details: {} };
  const item = {
    key: 'a/care',
    area: 'care',
    signals: [],
    win: null,
    impact: null,
    metrics: [],
    outcome: null,
  };
  const [old, now] = ['small 1.0 00000001', 'small 1.0 00000002'].map((mark) =>
    marked([{ ...row, evidence: [{ ...item, details: { primary: true } }] }], mark),
  );

  test('says how much is still to be read anew', () => {
    const activities = [...(old ?? []), ...(now ?? [])];
    expect(gapsOfFramework({ activities }, 'small 1.0 00000002')).toEqual([
      'One piece of work was judged before the framework changed and is still to be read anew.',
    ]);
    expect(gapsOfFramework({ activities }, 'small 1.0 00000003')[0]).toContain('2 pieces of work');
  });

  test('says nothing where one judged all, or where it is not known', () => {
    const unknown = [{ ...row, evidence: [{ ...item, details: {} }] }];
    expect(gapsOfFramework({ activities: [...(now ?? []), ...unknown] }, 'small 1.0 00000002')).toEqual([]);
  });

  test('holds each piece of evidence once', () => {
    const twice = [
      {
        ...row,
        evidence: [
          { ...item, details: {} },
          { ...item, details: {} },
        ],
      },
    ];
    expect(marked(twice, 'small 1.0 00000001')[0]?.evidence).toHaveLength(1);
  });
});
