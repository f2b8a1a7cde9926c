import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Metric, Place } from '../../src/evidence/claim.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { askMarkdown } from '../../src/report/asking-markdown.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { quarterOfWork } from './golden-facts.ts';
import { framework, materialOf } from './quarter.ts';

const areas = framework.pack.areas.map(({ key }) => key);

function titlesOf(evidence: Parameters<typeof materialFrom>[0]): readonly string[] {
  return compose(materialFrom(evidence), framework).worthKnowing.map(({ win }) => win.text);
}

function measuredBy(text: string, place: Place): Metric {
  return {
    text,
    quote: { text, place },
    grade: 'author',
    before: '23',
    after: '6',
    change: null,
    direction: 'less',
  };
}

describe('the stories told', () => {
  test('the notable ones, the strongest first', () => {
    const evidence = [
      evidenceOf(1, { title: 'Ordinary' }),
      evidenceOf(2, { title: 'Good', area: 'design', strength: 0.6 }),
      evidenceOf(3, { title: 'Best', area: 'api', strength: 0.9 }),
      evidenceOf(4, { title: 'Better', area: 'quality', strength: 0.7 }),
    ];
    expect(titlesOf(evidence)).toEqual(['Best', 'Better', 'Good']);
  });

  test('five at most', () => {
    const evidence = Array.from({ length: 9 }, (_, index) => evidenceOf(index + 1, { strength: 0.7 }));
    expect(titlesOf(evidence)).toHaveLength(5);
  });

  test('no area crowds out another that is nearly as strong', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      evidenceOf(index + 1, { area: 'api', strength: 0.8 }),
    );
    const other = evidenceOf(7, { title: 'Write down who decides', area: 'collaboration', strength: 0.7 });
    expect(titlesOf([...many, other])).toContain('Write down who decides');
  });

  test('an area alone is still told whole', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      evidenceOf(index + 1, { area: 'api', strength: 0.8 }),
    );
    expect(titlesOf(many)).toHaveLength(5);
  });

  test('changes that share a ticket are one story, with every one of them linked', () => {
    const steps = [1, 2, 3, 4, 5].map((number) =>
      evidenceOf(number, { tickets: ['SEAT-88'], strength: 0.6 }),
    );
    const { worthKnowing } = compose(materialFrom(steps), framework);
    expect(worthKnowing.map(({ references }) => references.map(({ label }) => label))).toEqual([
      ['#1', '#2', '#3', '#4', '#5'],
    ]);
  });

  test.each([
    ['says so where most stories are not notable', [evidenceOf(1), evidenceOf(2)], true],
    [
      'says nothing where most are',
      [evidenceOf(1), evidenceOf(2, { strength: 0.6 }), evidenceOf(3, { strength: 0.6 })],
      false,
    ],
    ['says nothing where there is none', [], false],
  ])('filled up: %s', (_, evidence, filledUp) => {
    expect(compose(materialFrom(evidence), framework).filledUp).toBe(filledUp);
  });

  test('what was told is not easy to miss; what was not told is, twice for each kind at most', () => {
    const unseen = { kind: 'runbook', quote: { text: 'docs/runbooks/a.md', place: { in: 'path' } } } as const;
    const strong = [1, 2, 3, 4, 5].map((number) => evidenceOf(number, { strength: 0.9, unseen }));
    const quiet = [6, 7, 8].map((number) => evidenceOf(number, { unseen }));
    const { worthKnowing, easyToMiss } = compose(materialFrom([...strong, ...quiet]), framework);
    expect(worthKnowing.map(({ references }) => references[0]?.label)).toEqual([
      '#1',
      '#2',
      '#3',
      '#4',
      '#5',
    ]);
    expect(easyToMiss.map(({ reference }) => reference.label)).toEqual(['#6', '#7']);
  });

  test('what is easy to miss keeps its figure, unless its title says it', () => {
    const unseen = { kind: 'runbook', quote: { text: 'docs/runbooks/a.md', place: { in: 'path' } } } as const;
    const strong = [1, 2, 3, 4, 5].map((number) => evidenceOf(number, { strength: 0.9 }));
    const measured = evidenceOf(6, {
      unseen,
      metrics: [measuredBy('Pages at night: 23 → 6', { in: 'body', from: 0 })],
    });
    const titled = evidenceOf(7, {
      unseen,
      title: 'Pages: 23 → 6',
      metrics: [measuredBy('Pages: 23 → 6', { in: 'title' })],
    });
    const lines = reportMarkdown(
      compose(materialFrom([...strong, measured, titled]), framework),
      framework,
    ).split('\n');
    const sentence = framework.pack.unseen.find(({ key }) => key === 'runbook')?.title ?? 'none';
    const easy = lines.filter((line) => line.startsWith(`- **${sentence}.**`)).join('\n');
    expect(easy).toContain('Let hall 6 be booked ○ “Pages at night: 23 → 6” (');
    expect(easy.match(/23 → 6/gu)).toHaveLength(2);
  });
});

describe('what is asked', () => {
  const asked = [
    evidenceOf(1, { stands: 'asked', strength: 0.9, title: 'Perhaps an outage' }),
    evidenceOf(2, { stands: 'told', title: 'Surely an endpoint' }),
  ];

  test('is in no list of what is told', () => {
    const report = compose(materialFrom(asked), framework);
    const told = [
      ...report.worthKnowing.map(({ win }) => win.text),
      ...report.easyToMiss.map(({ win }) => win.text),
      ...report.areas.flatMap(({ rows }) => rows.map(({ win }) => win.text)),
    ];
    expect(new Set(told)).toEqual(new Set(['Surely an endpoint']));
    expect(report.asked.map(({ win }) => win.text)).toEqual(['Perhaps an outage']);
  });

  test('is not asked of a change that is told in another area', () => {
    const both = [evidenceOf(1, { area: 'api' }), evidenceOf(1, { area: 'design', stands: 'asked' })];
    expect(compose(materialFrom(both), framework).asked).toEqual([]);
  });

  test('is asked of the newest five by title, and of the others by number', () => {
    const days = ['02', '05', '03', '07', '04', '06', '01'];
    const many = days.map((day, index) =>
      evidenceOf(index + 1, { stands: 'asked', at: `2026-02-${day}T10:00:00Z` }),
    );
    const markdown = reportMarkdown(compose(materialFrom(many), framework), framework);
    const titled = markdown.split('\n').filter((line) => line.includes(': perhaps API'));
    expect(titled.map((line) => /hall (\d)/u.exec(line)?.[1])).toEqual(['3', '5', '2', '6', '4']);
    const rest = markdown.split('\n').find((line) => line.startsWith('- Also: '));
    expect([...(rest ?? '').matchAll(/pull\/(\d)/gu)].map(([, number]) => number)).toEqual(['7', '1']);
  });

  test('a blank area is a question; one with two pieces is not', () => {
    const { questions } = compose(materialFrom([evidenceOf(1), evidenceOf(2)]), framework);
    const others = areas.filter((area) => area !== 'api');
    expect(questions.flatMap((one) => (one.about === 'area' ? [one.area] : []))).toEqual(others);
  });

  test('a story without a figure is a question; one with a figure is not', () => {
    const metric = {
      text: 'p95 from 1.8 s to 210 ms',
      quote: { text: 'p95 from 1.8 s to 210 ms', place: { in: 'body', from: 0 } },
      grade: 'author',
      before: '1.8 s',
      after: '210 ms',
      change: null,
      direction: 'less',
    } as const;
    const evidence = [evidenceOf(1, { strength: 0.9, metrics: [metric] }), evidenceOf(2, { strength: 0.8 })];
    const text = askMarkdown(compose(materialFrom(evidence), framework), framework).replaceAll('\u200B', '');
    expect(text).toContain(
      '[#2](https://seatmap.example/tickets/pull/2) (“Let hall 2 be booked”) states no figure.',
    );
    expect(text).not.toContain('[#1](');
  });
});

describe('nothing at all', () => {
  const report = compose(materialFrom([]), framework);

  test('tells nothing, asks of every area and judges nobody', () => {
    expect(report).toMatchObject({ worthKnowing: [], easyToMiss: [], asked: [], leftOut: [] });
    expect(report.spread.lastQuarter).toBeNull();
    expect(report.questions).toEqual(
      framework.pack.areas.map(({ key, question }) => ({ about: 'area', area: key, rows: 0, question })),
    );
  });

  test('claims to have looked nothing up', () => {
    const markdown = reportMarkdown(report, framework);
    expect(markdown).toContain('Nothing stands above that could be looked up.');
    expect(markdown).not.toContain('## By area');
    expect(markdown).not.toContain('## How it spread');
  });
});

describe('the same evidence', () => {
  const material = materialOf(quarterOfWork);
  const markdown = reportMarkdown(compose(material, framework), framework);

  test('gives the same report in whatever order it is read', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...material.evidence], { minLength: material.evidence.length }),
        (evidence) => {
          expect(
            reportMarkdown(compose({ ...material, evidence: evidenceOfOne(evidence) }, framework), framework),
          ).toBe(markdown);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('gives the same report even where moments and strengths are equal', () => {
    const twins = Array.from({ length: 12 }, (_, index) =>
      evidenceOf(index + 1, {
        area: index % 2 === 0 ? 'api' : 'design',
        strength: 0.7,
        shared: ['Tove Brandt'],
      }),
    );
    const expected = reportMarkdown(compose(materialFrom(twins), framework), framework);
    fc.assert(
      fc.property(fc.shuffledSubarray(twins, { minLength: twins.length }), (evidence) => {
        expect(reportMarkdown(compose(materialFrom(evidence), framework), framework)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('has one hash, and one piece more has another', () => {
    const one = compose(material, framework).ledger.evidenceSet;
    const other = compose({ ...material, evidence: evidenceOfOne(material.evidence.slice(1)) }, framework)
      .ledger.evidenceSet;
    expect(one).toMatch(/^[0-9a-f]{64}$/u);
    expect(other).not.toBe(one);
  });

  test('left-out changes in another order give the same report', () => {
    const reversed = { ...material, leftOut: material.leftOut.toReversed() };
    expect(reportMarkdown(compose(reversed, framework), framework)).toBe(markdown);
  });
});
