import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BODY_LIMIT, readMessage } from '../../src/git/message.ts';
import { cut } from '../../src/git/text.ts';

describe('the body keeps what people say', () => {
  test.each([
    ['Signed-off-by: Ada <ada@example.org>', ''],
    ['Why.\n\nReviewed-by: Grace <g@example.org>\nChange-Id: I123', 'Why.'],
    ['Why.\n\ngit-svn-id: https://svn.example/trunk@12 abc', 'Why.'],
    ['Why.\n\n(cherry picked from commit 1234567)', 'Why.'],
    ['Impact: the export takes 3 minutes, not 20', 'Impact: the export takes 3 minutes, not 20'],
    ['Fixes: the long wait', 'Fixes: the long wait'],
    ['Signed-off-by is missing from old commits', 'Signed-off-by is missing from old commits'],
    ['Reviewed-by-nobody: so far', 'Reviewed-by-nobody: so far'],
    ['One\r\ntwo\r\n', 'One\ntwo'],
    ['    indented code', 'indented code'],
  ])('%p', (body, kept) => {
    expect(readMessage(`Title\n\n${body}`).body).toBe(kept);
  });
});

describe('co-authors', () => {
  test.each([
    ['Co-authored-by: Grace Hopper <grace@example.org>', [['Grace Hopper', 'grace@example.org']]],
    ['co-authored-by: <grace@example.org>', [['', 'grace@example.org']]],
    [
      '  Co-Authored-By: G <g@x>\r\nCo-authored-by: H <h@x>',
      [
        ['G', 'g@x'],
        ['H', 'h@x'],
      ],
    ],
    ['Co-authored-by: Grace Hopper', []],
    ['Thanks! Co-authored-by: G <g@x>', []],
    ['Co-authored-by: A <B <c@x>', []],
  ])('%p', (body, people) => {
    const { coAuthors } = readMessage(`Title\n\n${body}`);
    expect(coAuthors.map(({ name, address }) => [name, address])).toEqual(people);
  });
});

describe('closed issues', () => {
  test.each([
    ['Fixes #12', [[null, 12]]],
    [
      'closes: #12, resolves GH-13',
      [
        [null, 12],
        [null, 13],
      ],
    ],
    ['Closes acme/orders#4', [['acme/orders', 4]]],
    ['Resolved https://github.com/acme/orders/issues/4', [['acme/orders', 4]]],
    ['fixed #12 and Fixed #12', [[null, 12]]],
    ['Prefixes #12', []],
    ['See #12', []],
    ['Closes #12345678901', []],
    ['fix 12 tests', []],
    ['Closes https://github.com/acme/orders/pull/4', []],
  ])('%p', (body, issues) => {
    const { closes } = readMessage(`Title\n\n${body}`);
    expect(closes.map(({ repository, number }) => [repository, number])).toEqual(issues);
  });
});

describe('any text', () => {
  test('gives a body within the limit, made of lines of the message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { subject, body } = readMessage(text);
        expect(body.length).toBeLessThanOrEqual(BODY_LIMIT);
        expect(text).toContain(subject);
        for (const line of body.split('\n')) expect(text).toContain(line);
      }),
    );
  });

  test('is never cut within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.isWellFormed()).toBe(true);
        expect(text.startsWith(short)).toBe(true);
        expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, limit) - 1);
      }),
    );
  });
});
