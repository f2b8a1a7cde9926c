import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { CommentFacts, LinkedIssue } from '../../src/evidence/facts.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { impactOf } from '../../src/evidence/story.ts';
import { ada, bertil, changeFacts, dependabot } from '../fixtures/facts.ts';

const impact = (overrides: Parameters<typeof changeFacts>[0]) => impactOf(readChange(changeFacts(overrides)));

function comment(body: string, author = bertil, at = '2026-03-05T08:00:00Z'): CommentFacts {
  return { key: 'github:7#412/comment/1', author, body, at, url: null };
}

function issue(title: string): LinkedIssue {
  return { key: 'github:7#400', number: 400, title, labels: [], author: null, url: null };
}

describe('why it mattered, as the description says', () => {
  test.each([
    [
      'a heading on the same line is no part of it',
      '**Problem.** Three teams change fares here, and each change waits for the freeze of the month.',
      'Three teams change fares here, and each change waits for the freeze of the month.',
    ],
    [
      'whom it hurt, under a heading that asks for it',
      '### Background\n\nEvery booking waits for the tide, our pool ran dry, and the port stood still for an hour.\n\n### What\n\nA deadline.',
      'Every booking waits for the tide, our pool ran dry, and the port stood still for an hour.',
    ],
    [
      'what no longer happens',
      'Clerks no longer wait for the night run to see a berth they sold.',
      'Clerks no longer wait for the night run to see a berth they sold.',
    ],
  ])('%s', (_, body, expected) => {
    expect(impact({ title: 'Sell a berth', body })?.text).toBe(expected);
  });

  test.each([
    ['how the end was checked', 'Removes the old importer.\n\nThe night run is green without it.'],
    [
      'an item of a list of contents',
      'The page tells:\n\n- when to wake the people on-call, and what to tell them at night',
    ],
    [
      'how long a thing lives',
      'Keys live for 7 days, and each is of one harbour, so that two may pick the same.',
    ],
    [
      'what leads to the next step',
      'Fills the rows for step 2, so that step 3 can read them and step 4 can drop them.',
    ],
    [
      'words that announce a list',
      'Three things that our customers could not have without this:\n\n- calls can be stopped',
    ],
    ['what would have been', 'It would have been better for our customers to hear of it early.'],
    [
      'the state before, with nobody in it',
      '## Why\n\nLists were sorted by the code of the shelf and by nothing else.',
    ],
  ])('never %s', (_, body) => {
    expect(impact({ title: 'Sort the lists', body })).toBeNull();
  });
});

describe('why it mattered, as others say', () => {
  const thanks = 'Since this went out our import no longer times out at night.';

  test('another person after the merge: their word', () => {
    expect(impact({ comments: [comment(`Thank you, Ada. ${thanks}`)] })).toEqual({
      text: thanks,
      quote: { text: thanks, place: { in: 'comment', key: 'github:7#412/comment/1', from: 16 } },
      grade: 'peer',
    });
  });

  test.each([
    ['the author', comment(thanks, ada)],
    ['a bot', comment(thanks, dependabot)],
    ['before the merge', comment(thanks, bertil, '2026-03-02T12:00:00Z')],
    ['a worry', comment('Would customers lose refunds because the job is stopped in between?')],
    ['a fault', comment('Customers lost refunds in production because of this, please look.')],
  ])('but not %s', (_, one) => {
    expect(impact({ comments: [one] })).toBeNull();
  });

  test('the description goes first', () => {
    const body = 'Harbours change a fare on their own, so that other teams need not release with us.';
    expect(
      impact({ body, comments: [comment(thanks)], closes: [issue('Customers lose refunds at night')] }),
    ).toMatchObject({
      text: body,
      grade: 'author',
    });
  });
});

describe('the issue that it closed', () => {
  test('tells whom it hurt, by its title', () => {
    const title = 'Customers lose a refund when the job is stopped';
    expect(impact({ closes: [issue('Tidy up the ledger job'), issue(title)] })).toEqual({
      text: title,
      quote: { text: title, place: { in: 'issue', key: 'github:7#400' } },
      grade: 'record',
    });
  });

  test.each([
    'Sort lists by walking path',
    'Refactor the client of the ledger service',
    'Do customers lose refunds at night?',
  ])('and not: %s', (title) => {
    expect(impact({ closes: [issue(title)] })).toBeNull();
  });
});

const parts = fc.constantFrom(
  '## Why\n',
  '**Problem.** ',
  '- ',
  '\n\n',
  ' ',
  'Customers lost refunds in production.',
  'so that callers need not wait',
  '<!-- why -->',
  '`a` ',
  '\r\n',
  '**',
);

test('an impact stands word for word where it says', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 12 })), { maxLength: 30 }), (all) => {
      const body = all.join('');
      const found = impact({ title: 'Book both steps', body });
      if (found === null) return;
      const { text, place } = found.quote;
      expect(place.in === 'body' && body.startsWith(text, place.from)).toBe(true);
      expect(text.length).toBeLessThanOrEqual(320);
    }),
    { numRuns: 300 },
  );
});
