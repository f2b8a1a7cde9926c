import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cycleAfter, cycleAt, prepareAt } from '../../src/people/cycles.ts';
import type { BegunCycle } from '../../src/people/cycles.ts';
import type { Rules } from '../../src/people/rules.ts';

type CycleRules = Rules['cycle'];

function rules(length: CycleRules['length'], startsInMonth = 1, timeZone = 'UTC'): CycleRules {
  return { length, startsInMonth, timeZone, prepareDaysBefore: 14 };
}

describe('the cycle of a moment', () => {
  test.each([
    [rules('half-year'), '2026-01-01T00:00:00Z', '2026-H1', '2026-01-01', '2026-07-01'],
    [rules('half-year'), '2026-06-30T23:59:59.999Z', '2026-H1', '2026-01-01', '2026-07-01'],
    [rules('half-year'), '2026-07-01T00:00:00Z', '2026-H2', '2026-07-01', '2027-01-01'],
    [rules('quarter'), '2028-02-29T12:00:00Z', '2028-Q1', '2028-01-01', '2028-04-01'],
    [rules('quarter'), '2026-12-31T12:00:00Z', '2026-Q4', '2026-10-01', '2027-01-01'],
    [rules('year'), '2026-12-31T12:00:00Z', '2026', '2026-01-01', '2027-01-01'],
    // A year of reviews is called after the calendar year in which it begins.
    [rules('half-year', 4), '2026-03-31T12:00:00Z', '2025-H2', '2025-10-01', '2026-04-01'],
    [rules('half-year', 4), '2026-04-01T00:00:00Z', '2026-H1', '2026-04-01', '2026-10-01'],
    [rules('half-year', 4), '2027-01-15T00:00:00Z', '2026-H2', '2026-10-01', '2027-04-01'],
    [rules('quarter', 11), '2027-01-31T00:00:00Z', '2026-Q1', '2026-11-01', '2027-02-01'],
    [rules('year', 12), '2026-11-30T00:00:00Z', '2025', '2025-12-01', '2026-12-01'],
    // The zone decides which day it is.
    [
      rules('half-year', 1, 'Asia/Kolkata'),
      '2026-06-30T18:29:59.999Z',
      '2026-H1',
      '2026-01-01',
      '2026-07-01',
    ],
    [rules('half-year', 1, 'Asia/Kolkata'), '2026-06-30T18:30:00Z', '2026-H2', '2026-07-01', '2027-01-01'],
    [
      rules('half-year', 1, 'America/Los_Angeles'),
      '2026-07-01T06:59:59Z',
      '2026-H1',
      '2026-01-01',
      '2026-07-01',
    ],
  ] as const)('%j at %s is %s', (cycle, at, name, from, to) => {
    expect(cycleAt(cycle, at)).toMatchObject({ name, from, to, timeZone: cycle.timeZone });
  });

  test('begins and ends with the first moment of a day in the zone', () => {
    expect(cycleAt(rules('half-year', 1, 'Europe/Oslo'), '2026-03-01T00:00:00Z')).toEqual({
      name: '2026-H1',
      from: '2026-01-01',
      to: '2026-07-01',
      timeZone: 'Europe/Oslo',
      startsAt: '2025-12-31T23:00:00.000Z',
      endsAt: '2026-06-30T22:00:00.000Z',
    });
  });

  test('an evening that comes twice does not lie in two cycles', () => {
    // In St. John's, 1 November 2009 began, and after a minute clocks went back to 23:01 of 31 October.
    const year = rules('year', 11, 'America/St_Johns');
    expect(cycleAt(year, '2009-11-01T02:29:59Z').name).toBe('2008');
    expect(cycleAt(year, '2009-11-01T02:30:30Z').name).toBe('2009');
    expect(cycleAt(year, '2009-11-01T02:45:00Z').name).toBe('2009');
  });
});

describe('when engineers are asked to prepare', () => {
  test.each([
    [rules('half-year'), '2026-03-01T00:00:00Z', '2026-06-17T00:00:00.000Z'],
    [
      { ...rules('quarter', 1, 'Europe/Oslo'), prepareDaysBefore: 1 },
      '2026-03-01T00:00:00Z',
      '2026-03-30T22:00:00.000Z',
    ],
    [
      { ...rules('quarter', 3, 'Europe/Oslo'), prepareDaysBefore: 60 },
      '2026-04-30T00:00:00Z',
      '2026-04-01T22:00:00.000Z',
    ],
  ] as const)('%j at %s: from %s on', (cycle, at, expected) => {
    expect(prepareAt(cycle, cycleAt(cycle, at))).toBe(expected);
  });
});

function begun(name: string, startsAt: string, endsAt: string, timeZone = 'UTC'): BegunCycle {
  const [from, to] = [startsAt, endsAt].map((day) => (day.length > 10 ? day : `${day}T00:00:00.000Z`));
  return { name, startsAt: from ?? '', endsAt: to ?? '', timeZone };
}

const firstHalf = begun('2026-H1', '2026-01-01', '2026-07-01');

describe('rules that change in mid-cycle', () => {
  test.each<readonly [string, CycleRules, readonly BegunCycle[], string, BegunCycle]>([
    ['a first one', rules('half-year'), [], '2026-05-01', firstHalf],
    ['one that runs, by the same rules', rules('half-year'), [firstHalf], '2026-05-01', firstHalf],
    ['made shorter: it ends as planned', rules('quarter'), [firstHalf], '2026-05-01', firstHalf],
    ['made longer: it ends as planned', rules('year'), [firstHalf], '2026-05-01', firstHalf],
    [
      'begun in another month, with the same name',
      rules('half-year', 4),
      [firstHalf],
      '2026-05-01',
      firstHalf,
    ],
    [
      'the next one is of the new length',
      rules('quarter'),
      [firstHalf],
      '2026-07-01',
      begun('2026-Q3', '2026-07-01', '2026-10-01'),
    ],
    [
      'where the new ones begin elsewhere, the first is what is left',
      rules('half-year', 4),
      [firstHalf],
      '2026-07-01',
      begun('2026-H1-from-2026-07-01', '2026-07-01', '2026-10-01'),
    ],
    [
      'what is left runs on under its name',
      rules('half-year', 4),
      [firstHalf, begun('2026-H1-from-2026-07-01', '2026-07-01', '2026-10-01')],
      '2026-09-30',
      begun('2026-H1-from-2026-07-01', '2026-07-01', '2026-10-01'),
    ],
    [
      'then all is as the rules say',
      rules('half-year', 4),
      [firstHalf, begun('2026-H1-from-2026-07-01', '2026-07-01', '2026-10-01')],
      '2026-10-01',
      begun('2026-H2', '2026-10-01', '2027-04-01'),
    ],
    [
      'a name that was used is not used again',
      rules('half-year', 7),
      [firstHalf, begun('2026-H2', '2026-07-01', '2027-01-01')],
      '2027-01-01',
      begun('2026-H2-from-2027-01-01', '2027-01-01', '2027-07-01'),
    ],
    [
      'another time zone moves the hours of the one that runs',
      rules('half-year', 1, 'Europe/Oslo'),
      [firstHalf],
      '2026-05-01',
      begun('2026-H1', '2025-12-31T23:00:00.000Z', '2026-06-30T22:00:00.000Z', 'Europe/Oslo'),
    ],
    [
      'another time zone in the hours between two',
      rules('half-year', 1, 'America/New_York'),
      [firstHalf],
      '2026-07-01',
      begun('2026-H1', '2026-01-01T05:00:00.000Z', '2026-07-01T04:00:00.000Z', 'America/New_York'),
    ],
    [
      'an app that slept for long begins where it wakes',
      rules('half-year'),
      [begun('2024-H1', '2024-01-01', '2024-07-01')],
      '2026-05-01',
      firstHalf,
    ],
  ])('%s', (_, cycle, known, day, expected) => {
    expect(cycleAfter(cycle, known, `${day}T00:00:00.000Z`)).toEqual(expect.objectContaining(expected));
  });
});

const zones = [
  'UTC',
  'Europe/Oslo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
];

describe('every cycle touches the next', () => {
  const anyRules = fc.record({
    length: fc.constantFrom('quarter', 'half-year', 'year'),
    startsInMonth: fc.integer({ min: 1, max: 12 }),
    timeZone: fc.constantFrom(...zones),
    prepareDaysBefore: fc.integer({ min: 1, max: 60 }),
  });
  // From 2005, so that Samoa's missing day and St. John's minute past midnight are among them.
  const anyMoment = fc
    .integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) })
    .map((time) => new Date(time).toISOString());

  test('a moment lies in its cycle, and its cycle’s ends lie where they should', () => {
    fc.assert(
      fc.property(anyRules, anyMoment, (cycle, at) => {
        const found = cycleAt(cycle, at);
        expect(found.startsAt <= at && at < found.endsAt).toBe(true);
        const next = cycleAt(cycle, found.endsAt);
        expect([next.startsAt, next.from]).toEqual([found.endsAt, found.to]);
        expect(next.name > found.name).toBe(true);
        const justBefore = Temporal.Instant.from(found.startsAt).subtract({ milliseconds: 1 }).toString();
        expect(cycleAt(cycle, justBefore)).toMatchObject({ endsAt: found.startsAt, to: found.from });
        const asked = prepareAt(cycle, found);
        expect(asked < found.endsAt && found.startsAt < asked).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('however often the rules change, each day belongs to one, and no name comes twice', () => {
    const moves = fc.array(
      fc.record({
        length: fc.constantFrom<CycleRules['length']>('quarter', 'half-year', 'year'),
        startsInMonth: fc.integer({ min: 1, max: 12 }),
        days: fc.integer({ min: 1, max: 250 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, (list) => {
        const known: BegunCycle[] = [];
        let now = Temporal.PlainDate.from('2026-01-15');
        for (const { length, startsInMonth, days } of list)
          for (let day = 0; day < days; day += 1) {
            now = now.add({ days: 1 });
            const found = cycleAfter(rules(length, startsInMonth), known, `${now.toString()}T00:00:00.000Z`);
            if (known.every(({ name }) => name !== found.name)) known.push(found);
            expect(known.at(-1)).toEqual(found);
          }
        expect(new Set(known.map(({ name }) => name)).size).toBe(known.length);
        known.slice(1).forEach(({ startsAt }, index) => expect(startsAt).toBe(known[index]?.endsAt));
      }),
      { numRuns: 12 },
    );
  });
});
