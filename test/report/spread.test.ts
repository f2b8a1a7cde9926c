import { describe, expect, test } from '@jest/globals';
import { compose } from '../../src/report/compose.ts';
import { spellCycle, spellDay, shortMonth } from '../../src/report/dates.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { asOf, spreadOf } from '../../src/report/spread.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { firstQuarter, framework } from './quarter.ts';

function at(...moments: readonly string[]) {
  return moments.map((moment, index) => evidenceOf(index + 1, { at: moment }));
}

function countsOf(moments: readonly string[], timeZone: string): readonly number[] {
  const { rows } = spreadOf(at(...moments), framework, { ...firstQuarter, timeZone });
  return rows.find(({ area }) => area === 'api')?.counts ?? [];
}

describe('months', () => {
  test.each([
    ['the last second of a month', 'UTC', '2026-01-31T23:59:59Z', [1, 0, 0]],
    ['the first second of a month', 'UTC', '2026-02-01T00:00:00Z', [0, 1, 0]],
    ['late in UTC, already the next month in Oslo', 'Europe/Oslo', '2026-01-31T23:30:00Z', [0, 1, 0]],
    ['early in UTC, still the month before in Lima', 'America/Lima', '2026-03-01T04:30:00Z', [0, 1, 0]],
    ['the first moment of the window', 'UTC', '2026-01-01T00:00:00Z', [1, 0, 0]],
    ['the last moment of the window', 'UTC', '2026-03-31T23:59:59Z', [0, 0, 1]],
  ])('%s', (_, timeZone, moment, counts) => {
    expect(countsOf([moment], timeZone)).toEqual(counts);
  });

  test('a window may begin and end within a month', () => {
    const cycle = { from: '2025-12-15', to: '2026-02-02', timeZone: 'UTC' };
    expect(spreadOf([], framework, cycle).months).toEqual(['2025-12', '2026-01', '2026-02']);
  });

  test('what is only asked is not counted', () => {
    const spread = spreadOf([evidenceOf(1, { stands: 'asked' })], framework, firstQuarter);
    expect(spread.lastQuarter).toBeNull();
    expect(spread.rows.flatMap(({ counts }) => counts).every((count) => count === 0)).toBe(true);
  });
});

describe('the last quarter of the window', () => {
  const early = '2026-01-10T10:00:00Z';
  const late = '2026-03-30T10:00:00Z';

  function shareText(lateOnes: number, earlyOnes: number): string {
    const moments = [
      ...Array.from({ length: lateOnes }, () => late),
      ...Array.from({ length: earlyOnes }, () => early),
    ];
    return reportMarkdown(compose(materialFrom(at(...moments)), framework), framework);
  }

  test.each([
    [
      'half',
      1,
      1,
      '**50 % of the evidence is from the last quarter of this window.** Look at the earlier months',
    ],
    [
      'more than two fifths',
      41,
      59,
      '**41 % of the evidence is from the last quarter of this window.** Look',
    ],
  ])('%s of it in the last quarter is a warning', (_, lateOnes, earlyOnes, line) => {
    expect(shareText(lateOnes, earlyOnes)).toContain(line);
  });

  test('two fifths is told without a warning', () => {
    const markdown = shareText(2, 3);
    expect(markdown).toContain(' 40 % of the evidence is from the last quarter of this window.');
    expect(markdown).not.toContain('Look at the earlier months');
  });

  test('nothing in it is told too', () => {
    expect(shareText(0, 3)).toContain('Nothing was found in the last quarter of this window.');
  });

  test.each([
    ['2026-02-10T10:00:00Z', false],
    ['2026-03-30T23:59:59Z', false],
    ['2026-03-31T00:00:00Z', true],
    ['2026-04-01T00:00:00Z', true],
  ])('read on %s, before its last day nothing is said of it', (now, isSaid) => {
    const report = asOf(now, compose(materialFrom(at(early)), framework));
    const markdown = reportMarkdown(report, framework);
    expect(markdown).toContain('■■■ five or more.');
    expect(markdown.includes('the last quarter of this window')).toBe(isSaid);
  });

  test('little in it is not called nothing', () => {
    expect(shareText(1, 400)).not.toContain('Nothing was found in the last quarter');
  });

  test.each([
    ['the day before it begins', '2026-03-08T23:59:59Z', 0],
    ['its first day', '2026-03-09T00:00:00Z', 1],
  ])('%s', (_, moment, share) => {
    // 90 days from 1 January: three quarters of them are over after 67 days.
    expect(spreadOf(at(moment), framework, firstQuarter).lastQuarter).toBe(share);
  });
});

describe('dates as people say them', () => {
  test.each([
    ['2026-03-03', '3 March 2026'],
    ['2024-02-29', '29 February 2024'],
    ['2025-12-31', '31 December 2025'],
  ])('%s is %s', (day, spelled) => {
    expect(spellDay(day)).toBe(spelled);
  });

  test.each([
    ['2026-01-01', '2026-07-01', '1 January – 30 June 2026'],
    ['2025-11-15', '2026-05-15', '15 November 2025 – 14 May 2026'],
    ['2025-07-01', '2026-01-01', '1 July – 31 December 2025'],
    ['2026-03-03', '2026-03-04', '3 March 2026'],
  ])('from %s up to %s is %s', (from, to, spelled) => {
    expect(spellCycle({ from, to, timeZone: 'UTC' })).toBe(spelled);
  });

  test('months are short in a table', () => {
    expect(['2026-01', '2026-09', '2025-12'].map(shortMonth)).toEqual(['Jan', 'Sep', 'Dec']);
  });
});

describe('days without a record', () => {
  const half = { from: '2026-01-01', to: '2026-07-01', timeZone: 'UTC' };

  test.each([
    ['half of a month and more', [{ from: '2026-03-02', to: '2026-05-04' }], ['2026-03', '2026-04']],
    ['less than half of it', [{ from: '2026-03-02', to: '2026-03-14' }], []],
    [
      'half of it in two parts',
      [
        { from: '2026-04-01', to: '2026-04-09' },
        { from: '2026-04-20', to: '2026-04-27' },
      ],
      ['2026-04'],
    ],
    [
      'the same days told twice',
      [
        { from: '2026-04-01', to: '2026-04-09' },
        { from: '2026-04-01', to: '2026-04-09' },
      ],
      [],
    ],
    ['only days of another cycle', [{ from: '2025-03-01', to: '2025-05-01' }], []],
    ['the end of the cycle and beyond', [{ from: '2026-06-10', to: '2026-09-01' }], ['2026-06']],
  ])('%s is away', (_, away, months) => {
    expect(spreadOf([], framework, half, { away }).awayMonths).toEqual(months);
  });

  test('are told by day, and stand in the table as what they are', () => {
    const more = { cycle: half, away: [{ from: '2026-03-02', to: '2026-05-04' }] };
    const markdown = reportMarkdown(
      compose(materialFrom(at('2026-01-10T10:00:00Z'), more), framework),
      framework,
    );
    expect(markdown).toContain('| API & service delivery | ■ | · | away | away | · | · |');
    expect(markdown).toContain('✎ Away 2 March – 3 May 2026.');
  });

  test.each([
    ['2026-02-10', '**100 % of the evidence'],
    ['2026-05-18', null],
  ])(
    'a record that begins on %s says so, and warns of its end only where it is long enough',
    (keptFrom, warning) => {
      const material = materialFrom(at('2026-06-20T10:00:00Z'), { cycle: half, keptFrom });
      const markdown = reportMarkdown(compose(material, framework), framework);
      expect(markdown).toContain('– not kept: the record begins on ');
      expect(markdown).toContain('| – |');
      expect(markdown.includes('last quarter')).toBe(warning !== null);
      expect(markdown).toContain(warning ?? '');
    },
  );
});
