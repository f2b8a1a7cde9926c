import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leaversOf, limitsOf } from '../../src/people/retention.ts';
import { emptyRules, readRules } from '../../src/people/rules-file.ts';

const usual = emptyRules().retention;
const halves = ['2025-01-01', '2025-07-01', '2026-01-01', '2026-07-01', '2027-01-01'];

/** Half years from the first day of 2025 to `count` of them. */
function cycles(count: number) {
  return halves.slice(0, count).map((first, index) => ({
    name: first,
    startsAt: `${first}T00:00:00.000Z`,
    endsAt: `${halves[index + 1] ?? '2027-07-01'}T00:00:00.000Z`,
    timeZone: 'UTC',
  }));
}

function day(at: string | null): string | null {
  return at === null ? null : at.slice(0, 10);
}

describe('how long what is kept stays', () => {
  test.each<[string, number, string, string | null, string | null]>([
    ['in the first cycle: all stays', 1, '2025-06-30', '2025-01-01', null],
    ['90 days are not over: the ended cycle is whole', 2, '2025-09-28', '2025-01-01', null],
    ['90 days are over: its facts go, its evidence stays', 2, '2025-09-29', '2025-07-01', null],
    ['one further cycle has ended', 3, '2026-03-31', '2025-07-01', '2025-01-01'],
    [
      'two further cycles have ended: evidence of the first goes',
      4,
      '2026-10-01',
      '2026-07-01',
      '2025-07-01',
    ],
    ['on the day after the second: its facts are younger', 4, '2026-07-02', '2026-01-01', '2025-07-01'],
  ])('%s', (_, count, now, facts, evidence) => {
    const limits = limitsOf(usual, cycles(count), `${now}T12:00:00.000Z`);
    expect([day(limits.facts), day(limits.evidence)]).toEqual([facts, evidence]);
  });

  test('months of the log and days of leavers count back from now', () => {
    const limits = limitsOf(usual, [], '2026-07-31T12:00:00.000Z');
    expect([day(limits.log), day(limits.leavers)]).toEqual(['2025-07-31', '2026-02-01']);
    expect([limits.facts, limits.evidence]).toEqual([null, null]);
  });

  test('evidence never goes before the facts that it rests on, nor what an open cycle needs', () => {
    fc.assert(
      fc.property(
        fc.record({
          factsDays: fc.integer({ min: 90, max: 3650 }),
          evidenceCycles: fc.integer({ min: 1, max: 40 }),
          logMonths: fc.integer({ min: 6, max: 120 }),
          leaversDays: fc.integer({ min: 1, max: 3650 }),
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 900 }),
        (retention, count, days) => {
          const now = new Date(Date.UTC(2025, 0, 1 + days)).toISOString();
          const begun = cycles(count).filter(({ startsAt }) => startsAt <= now);
          const { facts, evidence } = limitsOf(retention, begun, now);
          const open = begun.find(({ endsAt }) => now < endsAt);
          expect((facts ?? '') <= (open?.startsAt ?? '9')).toBe(true);
          expect((evidence ?? '') <= (facts ?? '9')).toBe(true);
        },
      ),
    );
  });
});

function at(person: number, startsAt: string, endsAt: string | null) {
  return { person, startsAt, endsAt };
}

describe('who left long enough ago', () => {
  test.each<[string, readonly ReturnType<typeof at>[], readonly number[]]>([
    ['nobody who is there', [at(1, '2020-01-01', null)], []],
    ['who left before', [at(1, '2020-01-01', '2025-12-31')], [1]],
    ['not who left on the day', [at(1, '2020-01-01', '2026-01-01')], []],
    ['not who came back', [at(1, '2020-01-01', '2021-01-01'), at(1, '2025-01-01', null)], []],
    ['each once', [at(2, '2020-01-01', '2021-01-01'), at(2, '2022-01-01', '2023-01-01')], [2]],
  ])('%s', (_, spans, expected) => {
    expect(leaversOf(spans, { leavers: '2026-01-01' })).toEqual(expected);
  });
});

describe('floors in the rules', () => {
  test.each([
    ['facts_days: 89', false],
    ['facts_days: 90', true],
    ['evidence_cycles: 0', false],
    ['evidence_cycles: 1', true],
    ['log_months: 5', false],
    ['log_months: 6', true],
    ['leavers_days: 0', false],
    ['forever: true', false],
  ])('retention: { %s }', (text, isFine) => {
    const { rules, problems } = readRules(`retention: { ${text} }`);
    expect(rules !== null).toBe(isFine);
    expect(problems.map(({ path }) => path.startsWith('retention'))).toEqual(isFine ? [] : [true]);
  });
});
