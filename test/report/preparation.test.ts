import { describe, expect, test } from '@jest/globals';
import type { Material } from '../../src/report/compose.ts';
import { compose } from '../../src/report/compose.ts';
import { prepMarkdown } from '../../src/report/prep-markdown.ts';
import { selfAssessment } from '../../src/report/self-assessment.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { architect } from './people/architect.ts';
import { away } from './people/away.ts';
import { incidentFixer } from './people/incident-fixer.ts';
import { newcomer } from './people/newcomer.ts';
import { quietReviewer } from './people/quiet-reviewer.ts';
import { framework } from './quarter.ts';

const everyone: readonly (readonly [string, Material])[] = [
  ['quiet reviewer', quietReviewer],
  ['incident fixer', incidentFixer],
  ['architect', architect],
  ['newcomer', newcomer],
  ['engineer who was away', away],
];

describe('the self-assessment', () => {
  test.each(everyone)('of the %s has a paragraph for each piece, and drops nothing', (_, material) => {
    const report = compose(material, framework);
    const { paragraphs, dropped } = selfAssessment(report);
    expect(paragraphs).toHaveLength(report.worthKnowing.length);
    expect(dropped).toBe(0);
    for (const paragraph of paragraphs)
      expect(paragraph).toMatch(/\bI (?:wrote|co-wrote|reviewed|was|took|had)\b/u);
  });

  test.each([
    ['co-author', 'I co-wrote ['],
    ['asked an agent', 'I had an agent write ['],
    ['author', 'I wrote ['],
  ] as const)('says who wrote it: %s', (part, expected) => {
    const item = evidenceOf(1, { strength: 0.9 });
    const material = materialFrom([{ ...item, activity: { ...item.activity, part } }]);
    expect(selfAssessment(compose(material, framework)).paragraphs.join()).toContain(expected);
  });

  test('a title that says “I” or denies something is a quotation, and turns nothing around', () => {
    const titles = [
      'I no longer trust the cache',
      'Do not ask the database twice',
      'We never wait for the mail server',
    ];
    const items = titles.map((title, index) => evidenceOf(index + 1, { title, strength: 0.9 }));
    const { paragraphs } = selfAssessment(compose(materialFrom(items), framework));
    expect(paragraphs).toHaveLength(3);
  });
});

describe('the preparation', () => {
  test('asks one question of each piece that lacks something, with its link', () => {
    const text = prepMarkdown(
      compose(materialFrom([evidenceOf(1, { strength: 0.9 })]), framework),
      framework,
    );
    const items = text.split('\n').filter((line) => line.includes(' lacks '));
    expect(items).toEqual([
      expect.stringMatching(
        /^- Let hall 1 be booked \(\[#\u200B1\]\(https:[^)]+\)\) lacks a figure\. \*What was different afterwards, and for whom\?\*$/u,
      ),
    ]);
  });

  test('has a box for each piece it would lead with, all ticked', () => {
    const report = compose(architect, framework);
    const boxes = prepMarkdown(report, framework).match(/^- \[[x ]\]/gmu) ?? [];
    expect(boxes).toEqual([...report.worthKnowing, ...report.easyToMiss].map(() => '- [x]'));
  });

  test('what is not led with keeps its row', () => {
    const ids = new Set(compose(architect, framework).worthKnowing.map(({ id }) => id));
    const { worthKnowing, areas } = compose({ ...architect, notLed: ids }, framework);
    expect(worthKnowing.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(areas.flatMap(({ rows }) => rows).filter(({ id }) => ids.has(id))).toHaveLength(ids.size);
  });
});
