import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { creditIncident } from '../../src/evidence/incident.ts';
import { piecesOf } from '../../src/evidence/piece.ts';
import { creditReviews } from '../../src/evidence/review.ts';
import { conversation, incidentFacts, linkedChange, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';
import { merged } from './piece-sample.ts';

/** One step of a change that was split: by ticket, by number, by what it closes, as a stack. */
const ways: readonly ((step: number, of: number) => readonly Evidence[])[] = [
  (step) => merged(step, `PIER-7: Add a berth, side ${step}`),
  (step, of) => merged(step, of === 1 ? 'Add a berth' : `Add a berth (${step}/${of})`),
  (step) => merged(step, `Add a berth, part ${step}`),
  (step) => merged(step, 'Add a berth', { body: 'Part of #90' }),
  (step) => merged(step, 'Add a berth', { body: step === 1 ? '' : `Stacked on #${step - 1}` }),
  (step, of) =>
    merged(step, 'Add a berth', { body: step === of ? '' : `Before #${step + 1} comes, needs #${step + 1}` }),
];

describe('pieces of a change that was split', () => {
  test('are as many, however finely a change is split', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.integer({ min: 1, max: 28 }), (way, parts) => {
        const split = Array.from({ length: parts }, (_, index) => way(index + 1, parts)).flat();
        const pieces = piecesOf([...split, ...merged(30, 'Add a crane')]);
        expect(pieces).toHaveLength(2);
        expect(pieces.map(({ areas }) => areas)).toEqual([['delivery'], ['delivery']]);
        const [whole] = piecesOf(way(1, 1));
        expect(pieces.find(({ changes }) => changes.length === parts)?.strength).toBe(whole?.strength);
      }),
      { numRuns: 300 },
    );
  });
});

function reviewOf(number: number, told: Partial<ChangeFacts>): readonly Evidence[] {
  const defect = conversation(
    [
      said(
        ada,
        'Two workers can take the same berth here, because the lock is released before the update. A retry then books it twice.',
      ),
      said(bertil, 'Good catch, you are right, fixed.', '2026-03-02T11:00:00Z'),
    ],
    { outdated: true },
  );
  const facts = changeFacts({
    key: `github:7#${number}`,
    number,
    author: bertil,
    threads: [defect],
    ...told,
  });
  return creditReviews(facts, smallFramework, { incidentLabels: [], teamsOf: () => [], reading: null });
}

describe('reviews and incidents', () => {
  const own = merged(1, 'PAY-1: Add a berth');

  test('a review of a change of the same work belongs to its piece, which own work leads', () => {
    const review = reviewOf(2, { title: 'PAY-1: Add a crane' });
    const [piece, ...others] = piecesOf([...own, ...review]);
    expect(others).toEqual([]);
    expect(piece?.changes.map(({ activity }) => activity.kind).toSorted()).toEqual(['change', 'review']);
    expect(piece?.lead.activity.kind).toBe(review[0]?.notable === null ? 'change' : 'review');
    expect(piece?.areas.toSorted()).toEqual(['care', 'delivery']);
  });

  test('reviews of a colleague’s steps are one piece, of other work another', () => {
    const reviews = [2, 3].flatMap((number) => reviewOf(number, { title: `Move the quay (${number}/9)` }));
    const other = reviewOf(4, { title: 'Paint the crane' });
    expect(
      piecesOf([...own, ...reviews, ...other])
        .map(({ changes }) => changes.length)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 1, 2]);
  });

  test('an incident belongs with its fix, also where only GitHub links them', () => {
    const incident = creditIncident(
      incidentFacts({ linked: [linkedChange(ada, { number: 8, key: 'github:7#8' })] }),
      smallFramework,
      { incidentLabels: ['incident'] },
    );
    const fix = merged(8, 'Add a category');
    expect(piecesOf([...incident, ...fix])).toHaveLength(1);
    expect(piecesOf([...incident, ...merged(9, 'Add a category')])).toHaveLength(2);
  });
});
