import { describe, expect, test } from '@jest/globals';
import { assert, nat, property, record } from 'fast-check';
import { april } from '../../demo/invented/april.ts';
import { inventedRepository } from '../../demo/invented/build.ts';
import { changed } from '../../demo/invented/change.ts';
import type { Change } from '../../demo/invented/change.ts';
import { areaKeys, expectations } from '../../demo/invented/expected.ts';
import { february } from '../../demo/invented/february.ts';
import { inventedChanges } from '../../demo/invented/history.ts';
import { january } from '../../demo/invented/january.ts';
import { june } from '../../demo/invented/june.ts';
import { march } from '../../demo/invented/march.ts';
import { may } from '../../demo/invented/may.ts';
import { bots, engineers, jun, noor } from '../../demo/invented/people.ts';
import type { Identity } from '../../demo/invented/people.ts';
import { falseMetrics, traps } from '../../demo/invented/traps.ts';
import { firstContents, withEdits } from '../../demo/invented/tree.ts';

const careful = [...january, ...february, ...march, ...april, ...may, ...june];
const numbered = inventedChanges.filter((change) => change.number !== null);
const textOf = new Map(numbered.map((change) => [change.number, `${change.title}\n${change.body}`]));

function instants(of: readonly { readonly at: string }[]): readonly number[] {
  return of.map((one) => Date.parse(one.at));
}

function everybodyIn(change: Change): readonly Identity[] {
  const inBranch = change.style === 'merge' ? change.branch.commits.map((commit) => commit.by) : [];
  return [change.by, ...(change.with ?? []), ...inBranch];
}

function monthsOf(person: Identity): ReadonlySet<string> {
  const own = inventedChanges.filter((change) => everybodyIn(change).some((one) => one.name === person.name));
  return new Set(own.map((change) => change.at.slice(5, 7)));
}

function alike(text: string): string {
  return text.toLowerCase().split(/\s/u).filter(Boolean).join(' ');
}

function expectNoTwins(texts: readonly string[]): void {
  const seen = texts.filter((text) => text !== '').map(alike);
  expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
}

describe('the half year', () => {
  test('holds every change between its first and its last day, one after the other', () => {
    const all = instants(inventedChanges);
    const from = Date.parse(`${inventedRepository.from}T00:00:00Z`);
    const to = Date.parse(`${inventedRepository.to}T00:00:00Z`);
    expect(all.filter((at) => !(at >= from && at < to))).toEqual([]);
    expect(all.filter((at, index) => index > 0 && at <= (all[index - 1] ?? Infinity))).toEqual([]);
  });

  test('has every branch finished before it is merged', () => {
    for (const change of inventedChanges) {
      if (change.style !== 'merge') continue;
      const all = instants([...change.branch.commits, change]);
      expect(all.toSorted((one, other) => one - other)).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('gives no number, title or description twice', () => {
    expect(new Set(numbered.map((change) => change.number)).size).toBe(numbered.length);
    expectNoTwins(inventedChanges.map((change) => change.title));
    expectNoTwins(inventedChanges.map((change) => change.body));
  });

  test('is mostly careful work beside ordinary traffic, of every month', () => {
    expect(inventedChanges.length).toBeGreaterThanOrEqual(90);
    expect(careful.length).toBeGreaterThanOrEqual(45);
    expect(inventedChanges.length - careful.length).toBeGreaterThanOrEqual(40);
    expect([january, february, march, april, may, june].map((month) => month.length >= 7)).not.toContain(
      false,
    );
  });

  test('knows who was there when', () => {
    expect([...monthsOf(noor)].toSorted()).toEqual(['04', '05', '06']);
    expect([...monthsOf(jun)].toSorted()).toEqual(['01', '02', '03', '06']);
    for (const person of [...engineers, ...bots]) expect(monthsOf(person).size).toBeGreaterThanOrEqual(3);
  });

  test('never credits a bot with careful work', () => {
    const names = new Set(bots.map((bot) => bot.name));
    expect(careful.filter((change) => everybodyIn(change).some((one) => names.has(one.name)))).toEqual([]);
  });

  test('looks ahead to a later change by two weeks at most', () => {
    const mergedAt = new Map(numbered.map((change) => [change.number, Date.parse(change.at)]));
    const twoWeeks = 14 * 24 * 60 * 60 * 1000;
    for (const change of numbered) {
      const named = [...change.body.matchAll(/(?<![a-z])#(\d{1,6})/gu)].map((match) => Number(match[1]));
      const ahead = named.map((number) => (mergedAt.get(number) ?? 0) - Date.parse(change.at));
      expect(ahead.filter((distance) => distance > twoWeeks)).toEqual([]);
    }
  });
});

describe('the expectations', () => {
  test.each([...expectations.keys(), ...traps.keys(), ...falseMetrics.keys()])(
    '#%i is a change of the story',
    (number) => {
      expect(textOf.has(number)).toBe(true);
    },
  );

  test('every careful change is expected to be something', () => {
    expect(careful.filter((change) => change.number === null || !expectations.has(change.number))).toEqual(
      [],
    );
  });

  test('every area, and both answers to "notable?", occur often enough to be measured', () => {
    const all = [...expectations.values()];
    for (const area of areaKeys)
      expect(all.filter((one) => one.areas.includes(area)).length).toBeGreaterThanOrEqual(8);
    for (const area of areaKeys)
      expect(all.filter((one) => one.areas[0] === area).length).toBeGreaterThanOrEqual(5);
    expect(all.filter((one) => !one.notable).length).toBeGreaterThanOrEqual(15);
    expect(traps.size).toBeGreaterThanOrEqual(20);
  });

  test('every metric, true or false, is a span of one line of its change', () => {
    const spans = [
      ...[...expectations].flatMap(([number, one]) => one.metrics.map((span) => [number, span] as const)),
      ...[...traps].flatMap(([number, one]) => one.neverMetrics.map((span) => [number, span] as const)),
      ...[...falseMetrics].flatMap(([number, all]) => all.map((span) => [number, span] as const)),
    ];
    const lost = spans.filter(([number, span]) => {
      const found =
        textOf
          .get(number)
          ?.split('\n')
          .some((line) => line.includes(span)) ?? false;
      return !found || span.length > 160;
    });
    expect(lost).toEqual([]);
  });

  test('no trap contradicts what is expected of the same change', () => {
    for (const [number, trap] of traps) {
      const expected = expectations.get(number);
      if (expected === undefined) continue;
      expect(expected.notable).toBe(false);
      expect(expected.areas.filter((area) => trap.neverAreas.includes(area))).toEqual([]);
      expect(expected.metrics.filter((span) => trap.neverMetrics.includes(span))).toEqual([]);
    }
  });
});

describe('the invented files', () => {
  const at = '2026-01-02T03:04:05Z';

  test('keep every line that a change does not take, in order, and grow by what it states', () => {
    const counts = record({ size: nat(60), additions: nat(40), taken: nat(60) });
    assert(
      property(counts, ({ size, additions, taken }) => {
        const deletions = Math.min(taken, size);
        const before = firstContents('a/b.go', '2026-01-01T00:00:00Z', size);
        const after = withEdits(new Map([['a/b.go', before]]), [changed('a/b.go', additions, deletions)], at);
        const lines = after.get('a/b.go')?.split('\n').slice(0, -1) ?? [];
        const old = before.split('\n').slice(0, -1);
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines).toHaveLength(size - deletions + additions);
        expect(old.filter((line) => lines.includes(line))).toEqual(
          lines.filter((line) => old.includes(line)),
        );
        expect(lines.filter((line) => !old.includes(line))).toHaveLength(additions);
      }),
    );
  });
});
