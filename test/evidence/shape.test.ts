import { describe, expect, test } from '@jest/globals';
import type { ChangeFacts, FileChange } from '../../src/evidence/facts.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { findSignals } from '../../src/evidence/signals/find.ts';
import { shareOf } from '../../src/evidence/signals/paths.ts';
import { findShapes } from '../../src/evidence/signals/shape.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

function many(count: number, name: (index: number) => string): readonly FileChange[] {
  return Array.from({ length: count }, (_, index) => file(name(index)));
}

const moved: FileChange = { ...file('src/fares/table.go'), previousPath: 'src/table.go' };
/** A description of so many words, six to a sentence. */
function told(words: number): string {
  const sentence = ['The', 'harbour', 'master', 'waits', 'for', 'tides.'];
  const all = Array.from({ length: words }, (_, index) => sentence[index % 6] ?? '');
  return all.join(' ');
}

function quoted(text: string): string {
  return `> ${text}`;
}

const long = 'The tide solver reads each table once. '.repeat(20);

describe('the shape of a change', () => {
  test.each<[string, Partial<ChangeFacts>, Partial<ChangeFacts>]>([
    ['one-file', { files: [file('a.go'), file('go.sum')] }, { files: [file('a.go'), file('b.go')] }],
    [
      'many-files',
      { files: many(21, (index) => `src/${index}.go`) },
      { files: many(20, (index) => `src/${index}.go`) },
    ],
    [
      'many-places',
      { files: many(4, (index) => `part${index}/x/a.go`) },
      { files: many(9, (index) => `part/x/${index}.go`) },
    ],
    ['mostly-removes', { files: [file('a.go', 5, 20)] }, { files: [file('a.go', 7, 21)] }],
    ['mostly-removes', { files: [file('a.go', 0, 20)] }, { files: [file('a.go', 0, 19)] }],
    ['mostly-moves', { files: [moved, file('a.go')] }, { files: [moved, file('a.go'), file('b.go')] }],
    ['new-files', { files: [file('a.go', 21, 0)] }, { files: [file('a.go', 21, 1)] }],
    [
      'new-package',
      { files: [file('crates/tides/Cargo.toml', 12, 0)] },
      { files: [file('Cargo.toml', 12, 0), file('crates/tides/Cargo.toml', 12, 1)] },
    ],
    ['tests-with-code', { files: [file('a.go'), file('a_test.go')] }, { files: [file('a_test.go')] }],
    ['one-line', { files: [file('a.go', 2, 2)] }, { files: [file('a.go', 3, 2)] }],
    ['few-lines', { files: [file('a.go', 20, 10)] }, { files: [file('a.go', 20, 11)] }],
    [
      'well-tested',
      { files: [file('a.go', 90, 0), file('a_test.go', 60, 0)] },
      { files: [file('a.go', 91, 0), file('a_test.go', 60, 0)] },
    ],
    ['well-tested', { files: [file('a_test.go', 60, 0)] }, { files: [file('a_test.go', 59, 0)] }],
    [
      'document',
      { files: [file('a.go'), file('b.go'), file('docs/tides.md', 40, 3)] },
      { files: [file('a.go'), file('b.go'), file('docs/tides.md', 39, 0)] },
    ],
    ['document', { files: [file('docs/tides.adoc', 80, 0)] }, { files: [file('CHANGELOG.md', 80, 0)] }],
    ['document', { files: [file('docs/tides.rst', 80, 0)] }, { files: [file('.changeset/tide.md', 80, 0)] }],
    [
      'mostly-document',
      { files: [file('docs/tides.md', 80, 0), file('a.go')] },
      { files: [file('docs/tides.md', 80, 0), file('a.go'), file('b.go')] },
    ],
    ['own-words', { body: told(60) }, { body: told(59) }],
    ['own-words', { body: told(60) }, { body: quoted(told(60)) }],
    ['own-words', { body: told(60) }, { body: `Tides:\n\n\`\`\`\n${told(60)}\n\`\`\`` }],
    ['many-own-words', { body: told(120) }, { body: told(119) }],
    [
      'gives-figures',
      { body: 'The solver walked 412,000 rows. It reads 50 rows of them now.' },
      { body: 'The solver reads fewer rows since #412. It came with v2.1 of the library.' },
    ],
    [
      'gives-figures',
      { body: 'We ran 30 tides at night. Each of them took 41 s in the end.' },
      { body: 'We ran 30 tides at night. Each of them took a while in the end.' },
    ],
    [
      'before-and-after',
      { body: 'p99 went from 1.8 s to 240 ms.' },
      { body: 'Removes 1,200 lines of dead code.' },
    ],
    ['no-description', { body: '- [ ] I wrote tests for all of it' }, { body: 'Berths wait for the tide.' }],
    ['long-description', { body: long }, { body: `<!-- ${long} -->\nBerths wait for the tide.` }],
    ['states-a-metric', { body: 'p99 went from 1.8 s to 240 ms.' }, { body: 'It is much faster now.' }],
  ])('%s, and its near miss', (shape, shown, nearMiss) => {
    expect(shapesOf(shown)).toContain(`shape.${shape}`);
    expect(shapesOf(nearMiss)).not.toContain(`shape.${shape}`);
  });

  test.each([
    [1, 1, 'all'],
    [1, 2, 'most'],
    [2, 3, 'most'],
    [1, 3, 'some'],
  ])('%d of %d files is %s', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });

  test('a metric is quoted where it stands', () => {
    const body = 'Merges the loops.\n\np99 went from 1.8 s to 240 ms.';
    const found = findShapes(readChange(changeFacts({ body }))).find(
      ({ rule }) => rule === 'shape.states-a-metric',
    );
    expect(found?.quote.place).toMatchObject({ in: 'body' });
    expect(body).toContain(found?.quote.text);
  });
});

test('signals come in the order title, description, paths, shape, each rule once', () => {
  const change = changeFacts({
    title: 'Add a limit',
    body: 'Adds a limit. Adds a timeout.',
    files: [file('drills/a.md'), file('drills/b.md')],
  });
  const rules = findSignals(readChange(change), smallFramework).map(({ rule }) => rule);
  expect(rules).toEqual([
    'title.adds',
    'title.limit',
    'body.adds',
    'body.waits',
    'body.limit',
    'path.drill.all',
    'shape.few-lines',
  ]);
});

function shapesOf(overrides: Partial<ChangeFacts>): readonly string[] {
  return findShapes(readChange(changeFacts(overrides))).map(({ rule }) => rule);
}
