import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { creditSubject } from '../../src/evidence/credit.ts';
import type { Evidence, Outcome } from '../../src/evidence/evidence.ts';
import type { Actor, ChangeFacts } from '../../src/evidence/facts.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { conversation, jun, priya, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts } from '../fixtures/facts.ts';
import { smallFramework as framework } from '../fixtures/pack.ts';
import { keptMaterial } from './kept.ts';

const context = { incidentLabels: ['incident'], reading: null, teamsOf: () => ['tickets'] };

function merged(number: number, told: Partial<ChangeFacts>): ChangeFacts {
  return changeFacts({
    key: `github:7#${number}`,
    number,
    url: `https://harbour.example/orders/pull/${number}`,
    mergedAt: `2026-03-${String(number).padStart(2, '0')}T08:00:00Z`,
    title: 'Add a timeout',
    ...told,
  });
}

function creditedTo({ key }: Actor, changes: readonly ChangeFacts[]): readonly Evidence[] {
  return changes
    .flatMap((facts) => creditSubject(facts, framework, context).evidence)
    .filter(({ activity }) => activity.person.key === key);
}

function reportOf(evidence: readonly Evidence[]) {
  return compose({ ...keptMaterial([]), evidence: evidenceOfOne(evidence) }, framework);
}

function recordOf(evidence: readonly Evidence[]): string {
  return reportOf(evidence).worthKnowing[0]?.record.join(' ') ?? '';
}

const crane = merged(30, { title: 'Add a limit' });

/** The same work in so many changes: one after the other, each with its number. */
function split(parts: number): readonly ChangeFacts[] {
  return Array.from({ length: parts }, (_, index) =>
    merged(index + 1, { title: parts === 1 ? 'Add a timeout' : `Add a timeout (${index + 1}/${parts})` }),
  );
}

/** How much room a report takes that holds the work in so many changes, and what stands in it. */
function shapeOf(parts: number) {
  const report = reportOf(creditedTo(ada, [...split(parts), crane]));
  const { worthKnowing, areas, spread, asked, easyToMiss, questions, ledger } = report;
  return {
    stories: worthKnowing.map((story) => [story.areas, story.kind]),
    rows: areas.map(({ rows }) => rows.length),
    counts: spread.rows,
    asked: asked.length,
    missed: easyToMiss.map(({ kind }) => kind),
    questions: questions.length,
    dropped: ledger.dropped,
    lines: reportMarkdown(report, framework).split('\n').length,
  };
}

function countsOf(changes: readonly ChangeFacts[]) {
  return reportOf(creditedTo(ada, changes)).spread.rows[0]?.counts;
}

describe('a change that was split', () => {
  test('takes no more room in the report than one, and none of its sentences is dropped', () => {
    const whole = shapeOf(1);
    expect(whole.dropped).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 28 }), (parts) => {
        expect(shapeOf(parts)).toEqual(whole);
      }),
      { numRuns: 27 },
    );
  });

  test('has one row in each area, which names the others', () => {
    const { areas, worthKnowing } = reportOf(creditedTo(ada, split(3)));
    expect(areas.map(({ rows }) => rows.map(({ part }) => part))).toEqual([
      ['with orders#2 and orders#3'],
      ['with orders#2 and orders#3'],
    ]);
    expect(worthKnowing[0]?.references.map(({ label }) => label)).toEqual([
      'orders#1',
      'orders#2',
      'orders#3',
    ]);
    const long = reportOf(creditedTo(ada, split(9))).areas[0]?.rows[0]?.part;
    expect(long).toBe('with orders#2, orders#3, orders#4, orders#5, orders#6 and 3 others');
  });

  test('is asked about once', () => {
    const doubted = creditedTo(ada, split(4)).map((row): Evidence => ({ ...row, stands: 'asked' }));
    expect(reportOf(doubted).asked).toHaveLength(1);
    const half = creditedTo(ada, split(4)).map((row): Evidence =>
      row.subject.number === 1 ? row : { ...row, stands: 'asked' },
    );
    expect(reportOf(half)).toMatchObject({ asked: [] });
    const parts = reportOf(half).areas.flatMap(({ rows }) => rows.map(({ part }) => part));
    expect(parts.toSorted()).toEqual(['', 'with orders#2, orders#3 and orders#4']);
  });

  test('counts once for a month, and in each month in which it went on', () => {
    const steps = [3, 9, 27].map((day, index) => merged(day, { title: `Add a timeout (${index + 1}/3)` }));
    const early = merged(3, { title: 'Add a timeout (1/3)', mergedAt: '2026-02-20T08:00:00Z' });
    expect(countsOf(steps)).toEqual([0, 0, 1]);
    expect(countsOf([early, ...steps.slice(1)])).toEqual([0, 1, 1]);
  });
});

describe('work of several people', () => {
  const one = (told: Partial<ChangeFacts>) => merged(4, { coAuthors: [bertil], ...told });

  test.each<readonly [string, Actor, readonly ChangeFacts[], string]>([
    ['its author', ada, [one({})], 'Shared with bertil (co-author).'],
    ['its co-author', bertil, [one({})], 'Shared with ada-lindqvist. Took part as co-author.'],
    [
      'two co-authors',
      ada,
      [one({ coAuthors: [bertil, jun] })],
      'Shared with bertil (co-author) and jun (co-author).',
    ],
    [
      'the author of several steps',
      ada,
      [one({ title: 'PAY-1: Add a timeout' }), merged(5, { title: 'PAY-1: Add a timeout, too' })],
      'Shared with bertil (co-author of #4).',
    ],
    [
      'who helped with one step and wrote another',
      bertil,
      [
        one({ title: 'PAY-1: Add a timeout' }),
        merged(5, { title: 'PAY-1: Add a timeout, too', author: bertil }),
      ],
      'Shared with ada-lindqvist (#4). Took part in #4 as co-author.',
    ],
  ])('says the part of each: %s', (_, person, changes, sentence) => {
    const evidence = creditedTo(person, changes);
    expect(recordOf(evidence)).toContain(sentence);
    expect(reportOf(evidence).ledger.dropped).toBe(0);
  });

  test('many names and many steps stay short', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((name): Actor => ({
      ...jun,
      key: name,
      label: `p-${name}`,
    }));
    const steps = split(6).map((change) => ({ ...change, coAuthors: people }));
    expect(recordOf(creditedTo(ada, steps))).toContain(
      'Shared with p-a (co-author of 6 changes), p-b (co-author of 6 changes), p-c (co-author of 6 changes) and others.',
    );
    expect(reportOf(creditedTo(ada, steps)).ledger.dropped).toBe(0);
  });

  test('a review of a step of the same work is told in its story', () => {
    const defect = conversation(
      [
        said(
          ada,
          'A port that never answers holds the lock here. Could we bound that wait as well, since the night job needs it?',
        ),
      ],
      { outdated: true },
    );
    const theirs = merged(6, { title: 'PAY-1: Add a berth', author: priya, threads: [defect] });
    const evidence = creditedTo(ada, [merged(5, { title: 'PAY-1: Add a timeout' }), theirs]);
    const { worthKnowing, ledger } = reportOf(evidence);
    expect(worthKnowing).toHaveLength(1);
    expect(worthKnowing[0]?.record.join(' ')).toContain('Also reviewed #6.');
    expect(worthKnowing[0]?.references.map(({ label }) => label).toSorted()).toEqual([
      'orders#5',
      'orders#6',
    ]);
    expect(ledger.dropped).toBe(0);
  });
});

describe('what became of a piece', () => {
  const held: Outcome = { kind: 'held', days: 90, by: [] };
  const disturbed: Outcome = { kind: 'disturbed', days: 30, by: [{ label: '#377', url: null }] };

  test.each<readonly [string, readonly (Outcome | null)[], string]>([
    ['all held', [held, { ...held, days: 30 }], 'No revert and no linked incident seen in 30 days.'],
    [
      'one was named in an incident',
      [held, disturbed],
      '#2: an incident in the 30 days after names it: #377.',
    ],
    ['only the first was looked at', [held, null], '#1: no revert and no linked incident seen in 90 days.'],
  ])('%s', (_, outcomes, sentence) => {
    const evidence = creditedTo(ada, split(2)).map((row): Evidence => {
      const outcome = outcomes[(row.subject.number ?? 1) - 1] ?? null;
      return { ...row, outcome: outcome === null ? [] : [outcome] };
    });
    expect(recordOf(evidence)).toContain(sentence);
    expect(reportOf(evidence).ledger.dropped).toBe(0);
  });

  test('a calm of some is no calm of all', () => {
    const evidence = creditedTo(ada, split(2)).map((row): Evidence => ({
      ...row,
      outcome: row.subject.number === 2 ? [] : [held],
    }));
    expect(recordOf(evidence)).not.toMatch(/(?:^|\. )No revert/u);
  });
});

describe('what is easy to miss', () => {
  test('is found in a step, where the piece is told by another', () => {
    const kind = { kind: 'patience', quote: { text: 'x', place: { in: 'title' } } } as const;
    const strong = [11, 12, 13, 14, 15].flatMap((number) => creditedTo(ada, [merged(number, {})]));
    const quiet = creditedTo(ada, [
      merged(1, { title: 'PAY-1: Add a berth' }),
      merged(2, { title: 'PAY-1: Add a crane' }),
    ]).map((row): Evidence => ({ ...row, unseen: row.subject.number === 2 ? kind : null, notable: null }));
    const { easyToMiss } = reportOf([...strong, ...quiet]);
    expect(easyToMiss.map(({ reference }) => reference.label)).toEqual(['orders#2']);
  });

  test('says where a review carried another team on', () => {
    const defect = conversation(
      [
        said(
          ada,
          'A port that never answers holds the lock here. Could we bound that wait as well, since the night job needs it?',
        ),
      ],
      { outdated: true },
    );
    const theirs = merged(6, { title: 'Add a berth', author: priya, threads: [defect] });
    const strong = [11, 12, 13, 14, 15].flatMap((number) => creditedTo(ada, [merged(number, {})]));
    const linesBetween = (teamsOf: (person: string) => readonly string[]) => {
      const review = creditSubject(theirs, framework, { ...context, teamsOf }).evidence.filter(
        ({ activity }) => activity.kind === 'review',
      );
      return reportMarkdown(
        reportOf([...strong, ...review.map((row) => ({ ...row, notable: null }))]),
        framework,
      );
    };
    expect(linesBetween((person) => [person])).toContain(
      '**A review that carried the work of another team on.**',
    );
    expect(linesBetween(() => ['tickets'])).toContain('**A review that changed something.**');
  });
});
