import { describe, expect, test } from '@jest/globals';
import { readChange } from '../../src/evidence/reading.ts';
import { impactOf, oneLine, winOf } from '../../src/evidence/story.ts';
import { changeFacts } from '../fixtures/facts.ts';

const lostRefunds = `## Why

The ledger job wrote each refund in two steps.
When it was stopped between them, customers lost refunds in production and support had to book them by hand.

## What

Both steps share one transaction now. I will follow up with a test later.
`;

const quietRewrite = `Rewrites the tide solver around integers.

- rename \`Tide\` to \`Reading\`
- inline two functions

Maybe this makes downstream callers faster, not sure, a separate pr will tell.
`;

const templated = `<!-- Tell which users this helps, so that reviewers know. -->

- [ ] This change lets customers notice something new
- [x] Tested

Sorts berths by draught.
`;

const arrangements: readonly (readonly [string, string])[] = [
  ['what stays for a while', 'The old depth alert stays for a month so that we can compare.'],
  [
    'how it was rolled out',
    'Rolled out to rates first; the portal and its consumers since 2 March, as agreed.',
  ],
  ['a sentence that speaks of another', 'Two stay different, so that nobody mends them by mistake.'],
];

describe('no impact', () => {
  test.each(arrangements)('is %s', (_, body) => {
    expect(impactOf(readChange(changeFacts({ title: 'Watch the queue', body })))).toBeNull();
  });

  test('but since what happened, or for how long somebody waited, may be one', () => {
    const body = 'Customers waited for a minute, since each page was counted twice.';
    expect(impactOf(readChange(changeFacts({ title: 'Watch the queue', body })))?.text).toBe(body);
  });
});

describe('the win', () => {
  test('is the title in its own words', () => {
    const reading = readChange(changeFacts({ title: 'fix(ledger): book both steps at once (#412)' }));
    expect(winOf(reading)).toEqual({
      text: 'book both steps at once',
      quote: { text: 'book both steps at once', place: { in: 'title' } },
      grade: 'author',
    });
  });
});

describe('the impact', () => {
  test.each([
    [
      'whom a fault hurt',
      lostRefunds,
      'When it was stopped between them, customers lost refunds in production and support had to book them by hand.',
    ],
    [
      'what it is good for',
      'Splits the fare table in two.\n\nHarbours can change a fare on their own, so that other teams need not release with us.',
      'Harbours can change a fare on their own, so that other teams need not release with us.',
    ],
    [
      'the surest of several sentences',
      'Operators see the queue on a new page. Operators no longer get paged at night, because the job waits for slow ports.',
      'Operators no longer get paged at night, because the job waits for slow ports.',
    ],
  ])('tells %s', (_, body, expected) => {
    expect(impactOf(readChange(changeFacts({ body })))?.text).toBe(expected);
  });

  test.each([
    ['an empty description', ''],
    [
      'a list of what was done',
      'Renames the table.\n\n- moves the loader to its own file\n- adds two columns for tides',
    ],
    ['a guess', quietRewrite],
    ['the words of a template', templated],
    ['a question', 'Does this mean that customers in production no longer lose their refunds?'],
    ['a bare link', 'So that users of the ledger can read it: https://harbour.example/ledger/refunds'],
    ['a remark to a person', 'cc @ada, because customers in production lost refunds and you were on-call'],
    ['a short remark', 'So that users can wait.'],
    ['code', '```\n// so that customers in production no longer lose refunds at night\n```'],
    ['a sentence without an end', `So that customers ${'wait and '.repeat(60)}see`],
  ])('is left open by %s', (_, body) => {
    expect(impactOf(readChange(changeFacts({ body })))).toBeNull();
  });

  test('is quoted verbatim at its place and read as one line', () => {
    const body = `<!-- Why? -->\n\nPreviously a slow port held up all others,\r\nso that customers waited.\n`;
    const impact = impactOf(readChange(changeFacts({ body })));
    const from = body.indexOf('Previously');
    expect(impact?.text).toBe('Previously a slow port held up all others, so that customers waited.');
    expect(impact?.quote.place).toEqual({ in: 'body', from });
    expect(body.slice(from)).toContain(impact?.quote.text);
  });

  test('does not say the title again', () => {
    const title = 'Customers no longer lose a refund at night';
    expect(impactOf(readChange(changeFacts({ title, body: `${title}.` })))).toBeNull();
  });
});

test('one line folds white space and nothing else', () => {
  expect(oneLine('  Orders\r\n\twait  "here" ')).toBe('Orders wait "here"');
});
