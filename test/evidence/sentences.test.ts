import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sentencesOf } from '../../src/evidence/sentences.ts';

describe('sentences of a description', () => {
  test.each([
    ['two in a row', 'Orders wait. They no longer do!', ['Orders wait.', 'They no longer do!']],
    ['one over two lines', 'Orders wait\nfor a berth.', ['Orders wait\nfor a berth.']],
    ['items of a list', '- Orders wait\n- [x] Berths do not', ['Orders wait', 'Berths do not']],
    ['numbered items', '1. Orders wait\n2) Berths do not', ['Orders wait', 'Berths do not']],
    ['paragraphs', 'Orders wait\n\nBerths do not', ['Orders wait', 'Berths do not']],
    ['an answer to a quote', '> Orders wait\n\nNot now', ['Orders wait', 'Not now']],
    ['a quoted end', 'He said "wait." Then he went.', ['He said "wait."', 'Then he went.']],
    ['a version', 'Needs 2.4.1 or later. Else it waits.', ['Needs 2.4.1 or later.', 'Else it waits.']],
    ['a short form', 'Some ports, e.g. Bergen, wait.', ['Some ports, e.g. Bergen, wait.']],
    ['a file name', 'Reads berths.json once.', ['Reads berths.json once.']],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(expected);
  });

  test.each([
    ['code in a fence', '```\nlet orders = 1.\n```'],
    ['code in an open fence', '~~~\nOrders wait.'],
    ['a table', '| Port | Wait |\n| --- | --- |'],
    ['indented code', '    orders.wait()'],
    ['blank lines', ' \n\t\n'],
  ])('finds none in %s', (_, text) => {
    expect(sentencesOf(text)).toEqual([]);
  });

  const part = fc.constantFrom(
    'Orders wait',
    '. ',
    '! ',
    '\n',
    '- ',
    '1. ',
    '```',
    '> ',
    '|',
    '    ',
    'e.g. ',
    '"',
    '#',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  test('stand verbatim at their place, in order, without overlaps', () => {
    fc.assert(
      fc.property(text, (body) => {
        let end = 0;
        for (const sentence of sentencesOf(body)) {
          expect(body.slice(sentence.from, sentence.from + sentence.text.length)).toBe(sentence.text);
          expect(sentence.text.trim()).not.toBe('');
          expect(sentence.from).toBeGreaterThanOrEqual(end);
          end = sentence.from + sentence.text.length;
        }
      }),
      { numRuns: 500 },
    );
  });
});
