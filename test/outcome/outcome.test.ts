import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../src/evidence/facts.ts';
import { outcomeOf } from '../../src/outcome/outcome.ts';
import { conversation, incidentFacts, linkedChange, priya, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts, file } from '../fixtures/facts.ts';

const change = changeFacts({ number: 412, title: 'Search orders by customer', commit: 'a'.repeat(40) });
const later = { key: 'github:7#430', number: 430, mergedAt: '2026-03-20T08:00:00Z' };

function kindAfter(since: readonly Facts[] | null) {
  return outcomeOf(change, { days: 90, since, incidentLabels: ['incident'] }).kind;
}

describe('what became of a change', () => {
  test.each<readonly [string, readonly Facts[] | null, string]>([
    ['nothing happened', [], 'held'],
    ['other work went on', [changeFacts({ ...later, title: 'Sort orders', body: 'After #412.' })], 'held'],
    [
      'it was reverted by title and body',
      [
        changeFacts({
          ...later,
          title: 'Revert "Search orders by customer"',
          body: 'Reverts harbour/orders#412',
        }),
      ],
      'reverted',
    ],
    [
      'another change of nearly the same name was reverted',
      [
        changeFacts({
          ...later,
          title: 'Revert "Search orders by customers"',
          body: 'Reverts harbour/orders#411',
        }),
      ],
      'held',
    ],
    [
      'an incident names it',
      [incidentFacts({ comments: [said(priya, 'This began with #412.')] })],
      'disturbed',
    ],
    [
      'an incident names another',
      [incidentFacts({ comments: [said(priya, 'This began with #4120 or #41.')] })],
      'held',
    ],
    [
      'an issue that is no incident names it',
      [incidentFacts({ labels: [], body: 'Since #412 the page is blue.' })],
      'held',
    ],
    [
      'it is the fix of the incident',
      [
        incidentFacts({
          body: 'Fixed by #412.',
          linked: [linkedChange(priya, { key: change.key, number: 412 })],
        }),
      ],
      'held',
    ],
    ['a drill names it', [incidentFacts({ title: 'Game day: take back #412' })], 'held'],
    [
      'a duplicate names it',
      [incidentFacts({ comments: [said(priya, 'Duplicate of #377. Began with #412.')] })],
      'held',
    ],
    ['nobody could look', null, 'unwatched'],
  ])('%s', (_, since, kind) => {
    expect(kindAfter(since)).toBe(kind);
  });

  const guide = changeFacts({
    number: 413,
    key: 'github:7#413',
    title: 'Add a runbook for card declines',
    files: [file('docs/runbooks/card-declines.md', 64, 0)],
  });
  const naming = 'Followed docs/runbooks/card-declines.md, and it was right.';

  test.each<readonly [string, readonly Facts[], readonly string[]]>([
    ['another change', [changeFacts({ ...later, author: bertil, body: naming })], ['#430']],
    ['an incident', [incidentFacts({ comments: [said(priya, naming)] })], ['#377']],
    [
      'a conversation of a review',
      [changeFacts({ ...later, threads: [conversation([said(priya, `See ${naming}`)])] })],
      ['#430'],
    ],
    ['only its own author', [changeFacts({ ...later, body: naming })], []],
    ['its author in an incident', [incidentFacts({ comments: [said(ada, naming)] })], []],
    ['nobody', [changeFacts({ ...later, author: bertil, body: 'Follows the runbook of declines.' })], []],
    ['another page', [changeFacts({ ...later, author: bertil, body: 'docs/runbooks/declines.md' })], []],
  ])('a document that is linked by %s', (_, since, labels) => {
    const { kind, by } = outcomeOf(guide, { days: 90, since, incidentLabels: ['incident'] });
    expect([kind, by.map(({ label }) => label)]).toEqual(['held', labels]);
  });

  test('a page that every folder has is linked by nobody, and code is no document', () => {
    const since = [
      changeFacts({ ...later, author: bertil, body: 'docs/README.md, src/orders/customer_search.go' }),
    ];
    const files = [file('docs/README.md', 9, 0), file('src/orders/customer_search.go', 9, 0)];
    expect(outcomeOf({ ...change, files }, { days: 90, since, incidentLabels: [] }).by).toEqual([]);
  });

  test('it says what shows it', () => {
    const incident = incidentFacts({ body: 'Began with #412.', url: 'https://example.org/377' });
    expect(outcomeOf(change, { days: 30, since: [incident], incidentLabels: ['Incident'] })).toEqual({
      kind: 'disturbed',
      days: 30,
      by: [{ label: '#377', url: 'https://example.org/377' }],
    });
  });
});
