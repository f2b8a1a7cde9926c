import { expect, test } from '@jest/globals';
import { withoutWords } from '../../src/evidence/erase-words.ts';
import { ada, bertil, changeFacts } from '../fixtures/facts.ts';

function said(author: typeof ada, body: string) {
  return { key: `c/${body.length}`, author, body, at: '2026-02-03T10:00:00Z', url: null };
}

const facts = changeFacts({
  author: bertil,
  body: 'Bertil wrote this. Thanks to @ada.',
  coAuthors: [ada],
  comments: [said(ada, 'Ada’s words'), said(bertil, 'Bertil’s words')],
  reviews: [{ ...said(ada, 'Ada’s review'), state: 'approved' }],
  commits: [{ id: 'a1', author: ada, title: 'Ada’s commit', at: '2026-02-03T09:00:00Z' }],
});

test('what somebody wrote goes, and their name; what others wrote stays, word for word', () => {
  const erased = withoutWords(facts, new Set([ada.key]));
  const text = JSON.stringify(erased);
  expect(text).not.toContain('Ada’s');
  expect(text).not.toContain(ada.key);
  expect(erased.body).toBe(facts.body);
  expect(erased.comments.map(({ body }) => body)).toEqual(['', 'Bertil’s words']);
  expect(erased.coAuthors).toEqual([{ key: 'erased', label: 'somebody', type: 'user' }]);
});

test('of a change of theirs the title and the description go, and their colleagues’ reviews stay', () => {
  const erased = withoutWords(facts, new Set([bertil.key]));
  expect([erased.title, erased.body]).toEqual(['', '']);
  expect(erased.reviews.map(({ body }) => body)).toEqual(['Ada’s review']);
  expect(erased.files).toEqual(facts.files);
});

test('done again it changes nothing, and where nobody was erased nothing is touched', () => {
  const once = withoutWords(facts, new Set([ada.key]));
  expect(withoutWords(once, new Set([ada.key]))).toEqual(once);
  expect(withoutWords(facts, new Set())).toBe(facts);
});
