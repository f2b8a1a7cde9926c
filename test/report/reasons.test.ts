import { describe, expect, test } from '@jest/globals';
import type { Signal } from '../../src/evidence/signal.ts';
import { becauseInShort, becauseOf } from '../../src/report/reasons.ts';
import { becauseMarkdown } from '../../src/report/wording.ts';
import { evidenceOf } from './evidence.ts';

function path(reason: string, text: string): Signal {
  return { rule: 'path.any.some', reason, quote: { text, place: { in: 'path' } } };
}

function body(reason: string, text: string): Signal {
  return { rule: 'body.any', reason, quote: { text, place: { in: 'body', from: 0 } } };
}

function title(reason: string, rule = 'title.any'): Signal {
  return { rule, reason, quote: { text: 'Limit requests per key', place: { in: 'title' } } };
}

const runbook = path('changes a runbook', 'docs/runbooks/keys.md');
const slower = body('is about speed', 'When an acquirer was slow we made it slower');
const good = body('bounds a wait', 'A timeout of 3 s bounds each call');

/** Signals, the words that a reader has before them, and the reasons told. */
const rows: readonly (readonly [string, readonly Signal[], readonly string[], readonly string[]])[] = [
  [
    'words and a path',
    [good, runbook],
    [],
    ['bounds a wait (“A timeout of 3 s bounds each call”)', 'changes a runbook (`docs/runbooks/keys.md`)'],
  ],
  ['a path before a state of before', [slower, runbook], [], ['changes a runbook (`docs/runbooks/keys.md`)']],
  [
    'a state of before for what it is',
    [slower],
    [],
    ['tells how it was before (“When an acquirer was slow we made it slower”)'],
  ],
  [
    'a hope for what it is',
    [body('does less work', 'This should help a lot with batches')],
    [],
    ['does less work, as its author hopes (“This should help a lot with batches”)'],
  ],
  [
    'no denial as proof',
    [body('is about speed', 'Nothing here makes the search faster')],
    [],
    ['is about speed'],
  ],
  [
    'a title, which stands right above',
    [title('is called by programs')],
    [],
    ['is called by programs, by its title'],
  ],
  [
    'no outline as something that the title says',
    [title('explains itself at length', 'shape.own-words')],
    [],
    ['explains itself at length'],
  ],
  [
    'nothing twice',
    [good, runbook],
    ['A timeout of 3 s bounds each call of the harbour'],
    ['changes a runbook (`docs/runbooks/keys.md`)'],
  ],
  [
    'nothing twice, wherever its lines break',
    [body('bounds a wait', 'A timeout of 3 s\nbounds each call'), runbook],
    ['A timeout of 3 s bounds each call'],
    ['changes a runbook (`docs/runbooks/keys.md`)'],
  ],
  [
    'what stands above, where nothing else speaks',
    [good],
    ['A timeout of 3 s bounds each call'],
    ['bounds a wait'],
  ],
  [
    'the same path once',
    [runbook, path('changes documentation', 'docs/runbooks/keys.md')],
    [],
    ['changes a runbook (`docs/runbooks/keys.md`)'],
  ],
  [
    'words that belong to nothing only at last',
    [body('is about speed', 'p95 7 min'), runbook],
    [],
    ['changes a runbook (`docs/runbooks/keys.md`)'],
  ],
  ['nothing without signals', [], [], []],
];

function inShort(signals: readonly Signal[]): readonly string[] {
  return becauseInShort(evidenceOf(1, { signals }), []).map(({ reason }) => reason);
}

describe('why a piece counts', () => {
  test.each(rows)('%s', (_, signals, shown, told) => {
    expect(becauseOf(evidenceOf(1, { signals }), shown).map(becauseMarkdown)).toEqual(told);
  });

  test('a row has one reason, and a second where only the title shows the first', () => {
    expect(inShort([good, runbook])).toEqual(['bounds a wait']);
    expect(inShort([title('is called by programs'), runbook])).toEqual([
      'is called by programs',
      'changes a runbook',
    ]);
    expect(inShort([title('is called by programs')])).toEqual(['is called by programs']);
  });

  test.each([
    ['with its reason', [slower], 'takes back #364 (“When an acquirer was slow we made it slower”)'],
    ['without one', [runbook], 'takes back #364'],
  ])('a step back counts as one, %s', (_, signals, told) => {
    const outline = { documents: false, takesBack: { label: '#364' }, leftOut: [] };
    const because = becauseOf(evidenceOf(1, { signals, outline }), []);
    expect(because.map((one) => becauseMarkdown(one).replaceAll('\u200B', ''))).toEqual([told]);
  });

  test('a number in a reason becomes no reference of GitHub', () => {
    const outline = { documents: false, takesBack: { label: '#364' }, leftOut: [] };
    const text = becauseOf(evidenceOf(1, { signals: [], outline }), [])
      .map(becauseMarkdown)
      .join();
    expect(text).not.toMatch(/#\d/u);
  });
});
