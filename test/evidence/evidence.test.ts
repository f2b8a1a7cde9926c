import { describe, expect, test } from '@jest/globals';
import { creditChange } from '../../src/evidence/evidence.ts';
import { digest, evidenceId } from '../../src/evidence/key.ts';
import { ada, bertil, changeFacts, dependabot, file } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const refund = changeFacts({
  title: 'PAY-212: Add a timeout to refunds (#412)',
  body: 'Follows #398 and #412.\n\nPreviously a slow bank held up every refund, so that customers waited.',
  closes: [{ key: 'github:7#377', number: 377, title: 'Refunds wait', labels: [], author: null, url: null }],
  coAuthors: [bertil],
});

describe('the evidence of a change', () => {
  const { evidence, leftOut } = creditChange(refund, smallFramework);

  test('is one row for each person and area, the surest area first', () => {
    expect(evidence.map(({ activity, area, primary }) => [activity.person.key, area, primary])).toEqual([
      [ada.key, 'care', true],
      [ada.key, 'delivery', false],
      [bertil.key, 'care', true],
      [bertil.key, 'delivery', false],
    ]);
    expect(leftOut).toBeNull();
  });

  test('is known by ids that come from its key', () => {
    for (const { id, key, activity, area } of evidence) {
      expect(key).toBe(`${activity.key}/${area}`);
      expect(id).toBe(evidenceId(key));
    }
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(evidence.length);
  });

  test('names its subject, tickets and the numbers it mentions, its own left out', () => {
    expect(evidence[0]?.subject).toMatchObject({
      title: 'Add a timeout to refunds',
      tickets: ['PAY-212'],
      mentions: [398, 377],
    });
  });

  test('tells why it is notable and what would have gone unseen', () => {
    expect(evidence[0]?.notable?.reason).toBe('It bounds a wait.');
    expect(evidence[0]?.unseen).toEqual({
      kind: 'patience',
      quote: { text: 'Add a timeout to refunds', place: { in: 'title' } },
    });
  });
});

describe('mentions of other changes', () => {
  test.each([
    ['a number', 'After #9', [9]],
    ['each once', '#9, #9 and (#10)', [9, 10]],
    ['no other repository', 'harbour/tides#9', []],
    ['no anchor of a link', 'https://harbour.example/page/#9', []],
    ['no colour', 'Paint it #1a2b3c', []],
    ['no heading', '#9lives', []],
    ['no endless number', '#123456789012', []],
  ])('%s', (_, body, mentions) => {
    const { evidence } = creditChange(changeFacts({ title: 'Add a berth', body }), smallFramework);
    expect(evidence[0]?.subject.mentions).toEqual(mentions);
  });
});

describe('a change that is left out', () => {
  test.each([
    ['revert', changeFacts({ title: 'Revert "Add a berth"', body: 'This reverts commit 4f2a9c01d3e7.' })],
    ['bot', changeFacts({ title: 'Add a berth', author: dependabot })],
    ['none', changeFacts({ title: 'Paint the crane' })],
  ])('says why: %s', (kind, change) => {
    const { evidence, leftOut } = creditChange(change, smallFramework);
    expect(evidence.map(({ stands }) => stands)).toEqual([]);
    expect(leftOut?.kind).toBe(kind);
    expect(leftOut?.reason).toMatch(/\.$/u);
  });

  test('is evidence of nobody before it is merged', () => {
    const open = changeFacts({ title: 'Add a berth', mergedAt: null });
    expect(creditChange(open, smallFramework).evidence).toEqual([]);
  });

  test('names its people, so that they can object', () => {
    const lockOnly = changeFacts({ title: 'Add packages', files: [file('package-lock.json', 900)] });
    expect(creditChange(lockOnly, smallFramework)).toMatchObject({
      evidence: [],
      leftOut: { people: [ada.key] },
    });
  });
});

describe('ids', () => {
  test('are short, the same for the same key, and known from outside', () => {
    expect(evidenceId('a')).toMatch(/^E-[0-9a-f]{6}$/u);
    expect(evidenceId('a')).not.toBe(evidenceId('b'));
    // the digest of "abc" that FIPS 180-2 prints as its first example
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
