import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actsOf } from '../../demo/play/acts.ts';
import type { Act } from '../../demo/play/acts.ts';
import { stretchesOf } from '../../demo/play/schedule.ts';
import { story } from '../../demo/story/organisation.ts';
import { kindsOf, tiny } from './play-story.ts';

const acts = actsOf(tiny);

describe('the acts of a story', () => {
  test('begin with what an owner does before anybody works', () => {
    const first = acts.slice(0, 4);
    expect(kindsOf(first)).toEqual([
      'write rules',
      'make reports repository',
      'make reports repository',
      'install',
    ]);
    expect(first.map(({ by, at }) => `${by} ${at}`)).toEqual(Array(4).fill('egon 2026-01-01T08:00:00Z'));
  });

  test('hold everything that is told, each once, by whom it was', () => {
    const told = acts.filter(({ deed }) => 'handle' in deed && deed.handle === 'faster-boats');
    expect(told.map(({ deed, by, at }) => `${at.slice(8, 16)} ${by} ${deed.kind}`)).toEqual([
      '13T10:00 ben-o review',
      '13T11:00 ana push',
      '13T12:01 ben-o review',
      '14T08:00 dina comment',
      '14T09:00 ana edit',
      '14T10:00 ben-o merge',
    ]);
    const counts = Object.entries(Object.groupBy(kindsOf(acts), (kind) => kind));
    expect(Object.fromEntries(counts.map(([kind, all]) => [kind, all?.length]))).toEqual({
      'write rules': 1,
      'make reports repository': 3,
      install: 1,
      happening: 2,
      'rename repository': 1,
      'open pull': 4,
      'open issue': 1,
      label: 1,
      review: 2,
      reply: 1,
      resolve: 1,
      push: 1,
      comment: 2,
      edit: 1,
      merge: 1,
      close: 1,
      reopen: 1,
    });
  });

  test('of the real story are in order, and none is lost', () => {
    const all = actsOf(story);
    const times = all.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(kindsOf(all).filter((kind) => kind === 'open pull')).toHaveLength(story.pulls.length);
    expect(kindsOf(all).filter((kind) => kind === 'merge')).toHaveLength(
      story.pulls.filter(({ merged }) => merged !== undefined).length,
    );
  });

  test('of one moment stand as they would have to: opened, reviewed, merged', () => {
    const at = '2026-02-02T10:00:00Z';
    const pull = {
      handle: 'at-once',
      repository: 'boats',
      by: 'ana',
      at,
      title: 'At once',
      body: '',
      files: [],
      edited: { at, body: 'x' },
      reviews: [{ by: 'ben-o', at, state: 'approved' as const }],
      merged: { at, by: 'ben-o' },
    };
    const kinds = kindsOf(actsOf({ ...tiny, pulls: [pull], issues: [], happenings: [] })).slice(-4);
    expect(kinds).toEqual(['open pull', 'review', 'edit', 'merge']);
  });
});

function work(at: string): Act {
  return { at, by: 'ana', deed: { kind: 'comment', handle: 'x', body: 'y' } };
}

describe('stretches', () => {
  const end = '2026-06-30T22:00:00Z';

  test('take a few days at a time, and end where the organisation changes', () => {
    const stretches = stretchesOf(acts, '2026-01-21T00:00:00Z').filter((one) => one.acts.length > 0);
    expect(stretches.map((one) => `${one.ends.slice(8, 16)} ${one.acts.length}`)).toEqual([
      '01T08:00 4',
      '05T09:00 1',
      '14T10:00 13',
      '16T08:00 2',
      '19T08:00 4',
      '20T14:00 1',
    ]);
  });

  test('work of a day on which somebody joins waits for it', () => {
    const [join] = acts.filter(({ deed }) => deed.kind === 'happening' && deed.happening.kind === 'joins');
    const day = [work('2026-01-19T07:00:00Z'), join, work('2026-01-19T09:00:00Z')].filter(
      (act) => act !== undefined,
    );
    expect(stretchesOf(day, '2026-01-20T00:00:00Z').map((one) => one.acts.length)).toEqual([1, 1, 1, 0]);
  });

  test('a silence has a moment a week, and the last moment is the end', () => {
    const moments = stretchesOf(acts.slice(0, 4), end).map(({ ends }) => Date.parse(ends));
    const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7 * 24 * 3_600_000);
    expect(moments.at(-1)).toBe(Date.parse(end));
  });

  test('whatever the times: every act once, in order, none after the moment of its stretch', () => {
    const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-30'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), (times) => {
        const made = times
          .toSorted((one, other) => one.getTime() - other.getTime())
          .map((at): Act => ({
            at: at.toISOString(),
            by: 'ana',
            deed: { kind: 'merge', handle: at.toISOString() },
          }));
        const stretches = stretchesOf(made, end);
        expect(stretches.flatMap((one) => one.acts)).toEqual(made);
        for (const one of stretches) for (const act of one.acts) expect(act.at <= one.ends).toBe(true);
      }),
    );
  });
});
