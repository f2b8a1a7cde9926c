import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comment } from '../../demo/github/actions.ts';
import { sendWebhooks } from '../../demo/github/webhooks.ts';
import { differencesBetween, snapshotOf } from '../../demo/play/compare.ts';
import { shuffled } from '../../demo/play/random.ts';
import { replayHistory } from '../../demo/play/replay.ts';
import { playedUntil, tiny } from './play-story.ts';

describe('comparing', () => {
  const before = { 'table evidence': ['{"a":1}', '{"a":2}'], 'table marks': ['x'] };

  test('the same is no difference, in whatever order its rows come', () => {
    expect(differencesBetween(before, { ...before, 'table evidence': ['{"a":2}', '{"a":1}'] })).toEqual([]);
  });

  test.each([
    ['a row is gone', { ...before, 'table evidence': ['{"a":1}'] }, '{"a":2}', 'nothing'],
    [
      'a row is there twice',
      { ...before, 'table evidence': ['{"a":1}', '{"a":2}', '{"a":2}'] },
      'nothing',
      '{"a":2}',
    ],
    ['one byte differs', { ...before, 'table evidence': ['{"a":1}', '{"a":3}'] }, '{"a":2}', '{"a":3}'],
  ])('%s', (_, after, expected, found) => {
    expect(differencesBetween(before, after)).toEqual([{ where: 'table evidence', expected, found }]);
  });

  test('a table that is gone or new', () => {
    const after = { 'table marks': ['x'], 'table more': ['y'] };
    expect(differencesBetween(before, after).map(({ where }) => where)).toEqual([
      'table evidence',
      'table evidence',
      'table more',
    ]);
  });

  test('of long rows the place is shown at which they part', () => {
    const [one, other] = ['A', 'B'].map((letter) => `${'same '.repeat(500)}${letter}${' rest'.repeat(500)}`);
    const [difference] = differencesBetween({ t: [one ?? ''] }, { t: [other ?? ''] });
    expect(difference?.expected).toContain('A');
    expect(difference?.found).toContain('B');
    expect(difference?.found.length).toBeLessThan(400);
  });

  test('whatever the rows: none differ from themselves, and every planted one is found', () => {
    const rows = fc.array(fc.string(), { maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.string(), fc.integer(), (some, planted, seed) => {
        expect(differencesBetween({ t: some }, { t: shuffled(some, seed) })).toEqual([]);
        expect(differencesBetween({ t: some }, { t: [...some, planted] })).toHaveLength(1);
      }),
    );
  });
});

function inOrder(some: readonly number[]): readonly number[] {
  return some.toSorted((one, other) => one - other);
}

test('shuffling loses nothing, and is the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (all, seed) => {
      expect(shuffled(all, seed)).toEqual(shuffled(all, seed));
      expect(inOrder(shuffled(all, seed))).toEqual(inOrder(all));
    }),
  );
  const many = Array.from({ length: 50 }, (_, index) => index);
  expect(shuffled(many, 1)).not.toEqual(shuffled(many, 2));
});

/** An application that hears webhooks in this process, and does what it is told to with each. */
function stageWith(onDelivery: (name: string, count: number) => void) {
  const cast = playedUntil(tiny);
  const { world } = cast;
  const heard: string[] = [];
  const webhooks = sendWebhooks(world, {
    fetch: (_url, request) => {
      const name = new Headers(request?.headers).get('x-github-delivery') ?? '';
      heard.push(name);
      onDelivery(name, heard.length);
      return Promise.resolve(new Response());
    },
  });
  const rows: string[] = ['a'];
  const deliveries: string[] = [];
  const control = { moveTo: () => Promise.resolve(), workUntil: () => Promise.resolve() };
  const readTables = () => Promise.resolve({ evidence: [...rows], deliveries: [...deliveries, ...heard] });
  return { world, webhooks, control, readTables, seed: 3, heard, rows };
}

describe('replaying', () => {
  test('sends every delivery again under its name, then all in another order under new names', async () => {
    const stage = stageWith(() => undefined);
    const history = stage.world.state.deliveries.map(({ guid }) => guid);
    const steps: number[] = [];
    expect(await replayHistory(stage, (done) => void steps.push(done))).toEqual([]);
    const [again, anew] = [stage.heard.slice(0, history.length), stage.heard.slice(history.length)];
    expect(again).toEqual(history);
    expect(anew).toHaveLength(history.length);
    expect(new Set([...history, ...anew]).size).toBe(2 * history.length);
    expect(steps).toEqual([1, 2]);
    const payloads = (from: number) =>
      stage.world.state.deliveries
        .slice(from, from + history.length)
        .map(({ payload }) => JSON.stringify(payload));
    expect(payloads(2 * history.length)).not.toEqual(payloads(0));
    expect(payloads(2 * history.length).toSorted()).toEqual(payloads(0).toSorted());
  });

  test('finds a row that a repeated delivery adds', async () => {
    const stage = stageWith((_name, count) => {
      if (count === 2) stage.rows.push('a');
    });
    const found = await replayHistory(stage, () => undefined);
    expect(found.map(({ where, found: row }) => [where, row])).toEqual([
      ['table evidence, sent again', 'a'],
      ['table evidence, sent anew, shuffled', 'a'],
    ]);
  });

  test('finds a text that is posted once more', async () => {
    let history = Number.POSITIVE_INFINITY;
    const stage = stageWith((_name, count) => {
      if (count === history + 1)
        comment(stage.world, 'groundwork[bot]', { repository: 'pier/client', number: 3, body: 'Again.' });
    });
    history = stage.world.state.deliveries.length;
    const found = await replayHistory(stage, () => undefined);
    expect(found.map(({ where }) => where)).toEqual(['what stands on GitHub, sent anew, shuffled']);
    expect(found[0]?.found).toContain('Again.');
  });

  test('finds a delivery that is refused the second time', async () => {
    const stage = stageWith(() => undefined);
    const webhooks = sendWebhooks(stage.world, {
      fetch: () => Promise.resolve(new Response(null, { status: 503 })),
    });
    const found = await replayHistory({ ...stage, webhooks }, () => undefined);
    expect(found).toHaveLength(stage.world.state.deliveries.filter(({ status }) => status === 503).length);
    expect(found[0]?.found).toBe('answered with 503');
  });
});

test('what was heard more often is no difference in itself', () => {
  const { state } = playedUntil(tiny).world;
  const once = snapshotOf({ deliveries: ['1'], evidence: [] }, state);
  const twice = snapshotOf({ deliveries: ['1', '2'], evidence: [] }, state);
  expect(differencesBetween(once, twice)).toEqual([]);
});
