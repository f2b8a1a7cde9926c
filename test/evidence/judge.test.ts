import { describe, expect, test } from '@jest/globals';
import { classify, confidence, telling } from '../../src/evidence/classify.ts';
import { judge } from '../../src/evidence/judge.ts';
import { notableOf } from '../../src/evidence/notable.ts';
import type { Signal } from '../../src/evidence/signal.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { changeFacts, dependabot, file } from '../fixtures/facts.ts';
import { smallFramework, smallPack } from '../fixtures/pack.ts';

function signal(rule: string, reason = rule): Signal {
  return { rule, reason, quote: { text: 'x', place: { in: 'title' } } };
}

describe('areas', () => {
  test.each([
    ['told where the weights are sure', ['title.adds'], [['delivery', 'told']]],
    ['asked where they are half sure', ['body.adds'], [['delivery', 'asked']]],
    ['none where they are not', ['title.limit'], []],
    ['none without a signal', [], []],
    ['none for a rule without weights', ['shape.many-files'], []],
    [
      'surest first',
      ['title.waits', 'title.adds', 'body.adds'],
      [
        ['delivery', 'told'],
        ['care', 'told'],
      ],
    ],
  ])('%s', (_, rules, expected) => {
    const areas = classify(
      rules.map((rule) => signal(rule)),
      smallFramework,
    );
    expect(areas.map(({ area, stands }) => [area, stands])).toEqual(expected);
  });

  test('are three at most', () => {
    const areas = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ ...smallPack.areas[0]!, key }));
    const five = Object.fromEntries(areas.map(({ key }, index) => [key, index + 1]));
    const tell = Object.fromEntries(areas.map(({ key }) => [key, 0.5]));
    const wide = compileFramework({ ...smallPack, areas, tell, weights: { always: five } });
    expect(classify([], wide).map(({ area }) => area)).toEqual(['e', 'd', 'c']);
  });

  test('rest on the signals that speak for them, most telling first, each reason once', () => {
    const found = ['title.limit', 'shape.one-file', 'title.waits', 'path.drill.all'].map((rule) =>
      signal(rule),
    );
    const speaking = telling('care', [...found, signal('title.waits', 'title.limit')], smallFramework);
    expect(speaking.map(({ rule }) => rule)).toEqual(['title.waits', 'path.drill.all', 'title.waits']);
  });

  test('confidence is a probability by the weights alone', () => {
    expect(confidence('delivery', [], smallFramework)).toBeCloseTo(1 / (1 + Math.exp(2)), 10);
    expect(confidence('delivery', [signal('title.adds')], smallFramework)).toBeCloseTo(
      1 / (1 + Math.exp(-2)),
      10,
    );
    expect(confidence('no such area', [signal('title.adds')], smallFramework)).toBe(0.5);
  });
});

describe('worth citing', () => {
  const said = { impact: null, metrics: [] };

  test('gives its reasons in one sentence, two at most', () => {
    const found = [signal('title.limit', 'bounds a wait'), signal('title.waits', 'copes with a slow bank')];
    expect(notableOf(found, said, smallFramework)?.reason).toBe(
      'It copes with a slow bank and bounds a wait.',
    );
  });

  test('is nothing that the weights doubt, and nothing without a reason', () => {
    expect(notableOf([signal('title.limit')], said, smallFramework)).toBeNull();
    const eager = compileFramework({ ...smallPack, weights: { always: { notable: 3 } } });
    expect(notableOf([signal('title.adds')], said, eager)).toBeNull();
  });

  test('is never praised for its outline while its content speaks', () => {
    const weights = { 'shape.new-files': { notable: 4 }, 'title.waits': { notable: 3 } };
    const outlined = compileFramework({ ...smallPack, weights });
    const outline = signal('shape.new-files', 'is mostly new files');
    expect(notableOf([outline, signal('title.waits', 'bounds a wait')], said, outlined)?.reason).toBe(
      'It bounds a wait.',
    );
    expect(notableOf([outline], said, outlined)?.reason).toBe('It is mostly new files.');
  });

  test('an impact makes it stronger', () => {
    const quote = { text: 'x', place: { in: 'title' } } as const;
    const impact = { text: 'x', quote, grade: 'author' } as const;
    const plain = notableOf([signal('title.waits')], said, smallFramework);
    const told = notableOf([signal('title.waits')], { ...said, impact }, smallFramework);
    expect(told?.strength).toBeGreaterThan(plain?.strength ?? Infinity);
  });
});

describe('a judgement', () => {
  test('of noise names no area, and keeps the win and the reason', () => {
    const judged = judge(changeFacts({ title: 'Add a timeout', author: dependabot }), smallFramework);
    expect(judged).toMatchObject({ areas: [], notable: null, unseen: null, win: { text: 'Add a timeout' } });
    expect(judged.noise.some(({ erases }) => erases)).toBe(true);
  });

  test('of work only asked about praises nothing', () => {
    const judged = judge(
      changeFacts({ title: 'Berths', body: 'Adds a timeout for slow ports.' }),
      smallFramework,
    );
    expect(judged.areas.map(({ stands }) => stands)).toEqual(['asked']);
    expect(judged).toMatchObject({ notable: null, unseen: null });
  });

  test('finds unseen work by a path of its own files only', () => {
    const drill = judge(
      changeFacts({ title: 'Add berths', files: [file('drills/full-disk.md')] }),
      smallFramework,
    );
    expect(drill.unseen).toEqual({
      kind: 'drill',
      quote: { text: 'drills/full-disk.md', place: { in: 'path' } },
    });
    const generated = { ...file('drills/plan.pb.go'), attribute: 'generated' } as const;
    const other = judge(
      changeFacts({ title: 'Add berths', files: [file('a.go'), generated] }),
      smallFramework,
    );
    expect(other.unseen).toBeNull();
    expect(other.outline.leftOut).toMatchObject([{ kind: 'generated', count: 1 }]);
  });
});

describe('work that is likely worth citing', () => {
  const change = changeFacts({ title: 'Wait', body: 'Adds a longer wait for the tide.' });

  test.each([
    ['has its surest area told', 3, [['delivery', 'told']], true],
    ['but a doubtful one is still asked', -1, [['delivery', 'asked']], false],
  ])('%s', (_, weight, areas, cited) => {
    const weights = {
      always: { delivery: -2, care: -2, notable: 0 },
      'body.adds': { delivery: 1.5, notable: weight },
    };
    const judged = judge(change, compileFramework({ ...smallPack, weights }));
    expect(judged.areas.map(({ area, stands }) => [area, stands])).toEqual(areas);
    expect(judged.notable !== null).toBe(cited);
  });

  test('stays untold where no area is even half sure', () => {
    const weights = { always: { delivery: -2, care: -2 }, 'body.adds': { notable: 3 } };
    const judged = judge(change, compileFramework({ ...smallPack, weights }));
    expect([judged.areas, judged.notable]).toEqual([[], null]);
  });
});
