import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readTitle } from '../../src/evidence/title.ts';

describe('a title taken apart', () => {
  test.each([
    ['fix(search): keep the order of equal hits', 'fix', 'search', 'keep the order of equal hits'],
    ['feat!: answer in pages', 'feat', null, 'answer in pages'],
    ['Perf : compare keys as integers', 'perf', null, 'compare keys as integers'],
    ['chore(deps, ci): tidy (#88)', 'chore', 'deps, ci', 'tidy'],
    ['[billing] fix: round half cents up', 'fix', null, 'round half cents up'],
    ['PAY-212: feat(ledger): hold a refund', 'feat', 'ledger', 'hold a refund'],
    ['[PAY-212] Hold a refund (#41, #42)', null, null, 'Hold a refund'],
    ['Hold a refund', null, null, 'Hold a refund'],
  ])('%s', (title, type, scope, words) => {
    expect(readTitle(title)).toMatchObject({ whole: title, type, scope, words });
  });

  test.each([
    ['a colon without a space', 'Map std::string to text'],
    ['a time of day', 'Close the books at 18:00 sharp'],
    ['a number in the middle', 'Take (#12) back and try again'],
    ['brackets in the middle', 'Read orders[0] only once'],
    ['two words before the colon', 'Berth table: add a draught'],
  ])('leaves %s alone', (_, title) => {
    expect(readTitle(title)).toMatchObject({ words: title, type: null, scope: null });
  });

  test('keeps something where all of it looks like a prefix', () => {
    expect(readTitle('fix: x').words).toBe('fix: x');
    expect(readTitle('(#12)').words).toBe('(#12)');
    expect(readTitle('').words).toBe('');
  });

  test.each([
    ['PAY-212: hold a refund', ['PAY-212']],
    ['Hold a refund (PAY-212, LEDGER-9)', ['PAY-212', 'LEDGER-9']],
    ['PAY-212 and PAY-212 again', ['PAY-212']],
    ['Read UTF-8 names', []],
    ['Check a SHA-256 of each receipt', []],
    ['Close CVE-2026-1234 in the parser', []],
    ['Print ISO-8601 and RFC-3339 dates', []],
    ['Hold pay-212', []],
    ['Fold A-4 sheets', []],
  ])('tickets of "%s"', (title, tickets) => {
    expect(readTitle(title).tickets).toEqual(tickets);
  });

  const piece = fc.constantFrom(
    'fix',
    '(search)',
    '!',
    ': ',
    '[x]',
    'PAY-1',
    ' (#12)',
    ' ',
    'words',
    '\n',
    '(#',
  );
  const title = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((parts) => parts.join('')),
  );

  test('words are a verbatim part of any title, and are never lost', () => {
    fc.assert(
      fc.property(title, (whole) => {
        const { words, tickets } = readTitle(whole);
        expect(whole).toContain(words);
        expect(words === '').toBe(whole.trim() === '');
        for (const ticket of tickets) expect(whole).toContain(ticket);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a first word that is no kind of change', () => {
  test.each([
    'Runbook: card declines rise suddenly',
    'Payouts: an objective, and alerts that follow it',
    'Fixtures: one harbour for all tests',
  ])('%s stays whole', (title) => {
    expect(readTitle(title)).toMatchObject({ words: title, type: null, scope: null });
  });
});
