import { describe, expect, test } from '@jest/globals';
import { plainSubject } from '../../src/evidence/evidence.ts';
import { runOf, seriesOf, stepOf } from '../../src/evidence/piece/series.ts';
import { changeFacts } from '../fixtures/facts.ts';

describe('a title that says which step it is', () => {
  test.each<readonly [title: string, index: number, of: number | null]>([
    ['Move the ledger (2/4)', 2, 4],
    ['[3/4] Move the ledger', 3, 4],
    ['Move the ledger (PR 1/3): accounts', 1, 3],
    ['Move the ledger (part 2 of 3)', 2, 3],
    ['Update the licences (Batch 14 of 17) (#27)', 14, 17],
    ['1/5: berths', 1, 5],
    ['Move the ledger, part 3', 3, null],
    ['Move the ledger - Part II', 2, null],
    ['Move the ledger (phase 2) (#90)', 2, null],
    ['Ledger part two: postings', 2, null],
    ['feat(ledger): Part 3 — postings', 3, null],
    ['Move the ledger: step 4', 4, null],
  ])('%s', (title, index, of) => {
    expect(stepOf(title)).toMatchObject({ index, of });
  });

  test.each([
    'Move the ledger',
    'Read the tide at 1/2 of the way',
    'Update what is tested (08/10)',
    'Halve the wait (4/2)',
    'Prepare 0.58.1 - round 2',
    'Go back on step 1 of the form without a draft',
    'Check that phase 2 is current before the switch',
    'Add HTTP/2',
    'Upgrade to v2',
    'Take part in the survey',
    'Import parts 3 to 500',
    'Support partial 3 captures',
  ])('none: %s', (title) => {
    expect(stepOf(title)).toBeNull();
  });
});

function subject(title: string, name = 'harbour/orders') {
  return plainSubject(changeFacts({ title, repository: { key: name, name, private: true } }));
}

function share(one: string, other: string): boolean {
  return new Set(seriesOf(subject(one))).intersection(new Set(seriesOf(subject(other)))).size > 0;
}

describe('a whole', () => {
  test.each([
    ['Move the ledger (1/3)', 'Move the ledger (2/3)'],
    ['feat: move the ledger, part 1', 'fix: Move the ledger, part 2 (#9)'],
    ['Ledger part 1: accounts', 'Ledger part 2: postings'],
    ['[1/3] Ledger: accounts', '[2/3] Ledger: postings'],
    ['Move the ledger', 'Move the ledger, phase 2'],
  ])('is shared by "%s" and "%s"', (one, other) => {
    expect(share(one, other)).toBe(true);
  });

  test.each([
    ['Move the ledger (1/3)', 'Move the ledger (2/4)'],
    ['Move the ledger, part 1', 'Move the cranes, part 2'],
    ['Part 1: accounts', 'Part 2: postings'],
    ['fix: part 1', 'fix: part 2'],
  ])('is not shared by "%s" and "%s"', (one, other) => {
    expect(share(one, other)).toBe(false);
  });

  test('is of one repository', () => {
    const [one, other] = ['harbour/orders', 'harbour/tides'].map((name) =>
      seriesOf(subject('Move the ledger (1/3)', name)),
    );
    expect(one).not.toEqual(other);
  });

  test('may have steps whose titles share nothing but the number', () => {
    expect(runOf(subject('Name the accounts (1/3)'))).toEqual(runOf(subject('Read the postings (2/3)')));
    expect(runOf(subject('Name the accounts, part 1'))).toEqual([]);
  });
});
