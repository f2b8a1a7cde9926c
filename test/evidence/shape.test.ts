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
    ['tests-with-code', { files: [file('a.go'), file('a_test.go')] }, { files: [file('a_test.go')] }],
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
  ]);
});

function shapesOf(overrides: Partial<ChangeFacts>): readonly string[] {
  return findShapes(readChange(changeFacts(overrides))).map(({ rule }) => rule);
}
