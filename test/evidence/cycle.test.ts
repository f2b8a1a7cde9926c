import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dayOf, holds, monthsOf, monthsUpTo, startOfDay } from '../../src/evidence/cycle.ts';
import type { Cycle } from '../../src/evidence/cycle.ts';

describe('a cycle', () => {
  const oslo: Cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'Europe/Oslo' };

  test.each([
    ['its first moment', '2025-12-31T23:00:00Z', true],
    ['the moment before', '2025-12-31T22:59:59.999Z', false],
    ['its last moment, in summer time', '2026-06-30T21:59:59.999Z', true],
    ['the first moment after', '2026-06-30T22:00:00Z', false],
  ])('holds by half-open days of its own zone: %s', (_, at, inside) => {
    expect(holds(oslo, at)).toBe(inside);
  });

  test('lets nobody lose a moment that another zone would put elsewhere', () => {
    const at = '2026-06-30T23:30:00Z';
    expect(holds({ ...oslo, timeZone: 'America/New_York' }, at)).toBe(true);
    expect(holds({ ...oslo, timeZone: 'Asia/Tokyo' }, at)).toBe(false);
  });

  test.each([
    ['2026-06-30', 6, '2026-01-01', '2026-07-01'],
    ['2024-02-29', 6, '2023-09-01', '2024-03-01'],
    ['2026-02-28', 12, '2025-03-01', '2026-03-01'],
    ['2026-08-30', 6, '2026-02-28', '2026-08-31'],
    ['2026-12-31', 3, '2026-10-01', '2027-01-01'],
    ['2026-06-14', 1, '2026-05-15', '2026-06-15'],
  ])('up to %s over %d months', (lastDay, months, from, to) => {
    expect(monthsUpTo(lastDay, months, 'UTC')).toEqual({ from, to, timeZone: 'UTC' });
  });

  test.each([
    ['2026-01-01', '2026-04-01', ['2026-01', '2026-02', '2026-03']],
    ['2025-11-15', '2026-02-02', ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['2026-03-31', '2026-04-01', ['2026-03']],
    ['2024-02-29', '2024-03-01', ['2024-02']],
    ['2026-03-01', '2026-03-01', []],
  ])('from %s to %s touches its months', (from, to, months) => {
    expect(monthsOf({ from, to, timeZone: 'UTC' })).toEqual(months);
  });
});

describe('a day in a zone', () => {
  test.each([
    ['2024-02-29', 'Europe/Oslo', '2024-02-28T23:00:00Z'],
    ['2026-03-29', 'Europe/Oslo', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Oslo', '2026-03-29T22:00:00Z'],
    ['2026-07-01', 'Asia/Kathmandu', '2026-06-30T18:15:00Z'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ])('%s starts in %s at %s', (day, timeZone, start) => {
    expect(startOfDay(day, timeZone)).toBe(start);
    expect(dayOf(start, timeZone)).toBe(day);
  });

  test.each([
    ['2026-03-29T00:59:59Z', 'Europe/Oslo', '2026-03-29'],
    ['2026-10-25T22:59:59Z', 'Europe/Oslo', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Oslo', '2026-10-26'],
    ['2026-01-01T00:30:00Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['2025-12-31T10:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
  ])('%s falls in %s on %s', (at, timeZone, day) => {
    expect(dayOf(at, timeZone)).toBe(day);
  });

  test('a zone or a day that does not exist is refused', () => {
    expect(() => startOfDay('2026-02-30', 'Europe/Oslo')).toThrow(/day/u);
    expect(() => startOfDay('2026-02-28', 'Europe/Atlantis')).toThrow(/zone|Atlantis/iu);
  });
});

describe('cycles that follow each other', () => {
  const zones = [
    'UTC',
    'Europe/Oslo',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Africa/Cairo',
    'America/Santiago',
  ];
  const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 0, 1) - 1 });

  test('hold every moment of five years exactly once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(1, 3, 6),
        fc.integer({ min: 0, max: 27 }),
        moment,
        (timeZone, months, day, time) => {
          const at = new Date(time).toISOString();
          const holding = consecutive(timeZone, months, day).filter((cycle) => holds(cycle, at));
          expect(holding).toHaveLength(1);
          const [cycle] = holding;
          if (cycle === undefined) return;
          expect(Date.parse(startOfDay(cycle.from, timeZone))).toBeLessThanOrEqual(time);
          expect(Date.parse(startOfDay(cycle.to, timeZone))).toBeGreaterThan(time);
          expect(monthsOf(cycle)).toContain(dayOf(at, timeZone).slice(0, 7));
        },
      ),
      { numRuns: 400 },
    );
  });
});

function consecutive(timeZone: string, months: number, day: number): readonly Cycle[] {
  const first = Temporal.PlainDate.from('2023-01-01').add({ days: day });
  return Array.from({ length: Math.ceil(84 / months) }, (_, index) => {
    const end = first.add({ months: months * (index + 1) }).subtract({ days: 1 });
    return monthsUpTo(end.toString(), months, timeZone);
  });
}
