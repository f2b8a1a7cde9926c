import { describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { judge } from '../../src/evidence/judge.ts';
import { outlineOf } from '../../src/evidence/judge/outline.ts';
import type { Noise } from '../../src/evidence/noise.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const explained =
  'Each port answered when it could, and the office waited as long as that took, often for hours. The call is bounded now, and a port that stays silent is asked again in the evening, when the tide tables are written and everybody is at their desk anyway.';

describe('work that is easy to miss', () => {
  test.each<readonly [string, Partial<ChangeFacts>, string | null]>([
    ['a title that names it', { title: 'Add a timeout', files: [file('a.go', 9, 3)] }, 'patience'],
    ['a path that shows it', { title: 'Add berths', files: [file('drills/disk.md', 12, 0)] }, 'drill'],
    [
      'a few lines, well explained',
      { title: 'Add a timeout', body: explained, files: [file('a.go', 1, 1)] },
      'patience',
    ],
    [
      'a short new file, well explained',
      { title: 'Add berths', body: explained, files: [file('drills/disk.md', 3, 0)] },
      'drill',
    ],
    [
      'a setting of one line',
      { title: 'Add a timeout', body: 'Month end needs it.', files: [file('a.yaml', 1, 1)] },
      null,
    ],
    [
      'a corrected word',
      { title: 'Add berths', files: [file('drills/disk.md', 1, 1), file('b.go', 30, 2)] },
      null,
    ],
    [
      'a corrected word in work that is well explained',
      { title: 'Add berths', body: explained, files: [file('drills/disk.md', 1, 1), file('b.go', 30, 2)] },
      null,
    ],
  ])('%s', (_, parts, kind) => {
    expect(judge(changeFacts(parts), smallFramework).unseen?.kind ?? null).toBe(kind);
  });
});

describe('a small correction', () => {
  const rfc = { title: 'Add a timeout to the RFC', files: [file('docs/rfc/0009.md', 1, 1)] };

  test('of which nothing is told is evidence of nothing', () => {
    const judged = judge(changeFacts({ ...rfc, body: 'It said "teh tide".' }), smallFramework);
    expect(judged).toMatchObject({ areas: [], notable: null, unseen: null });
  });

  test.each([
    ['that is explained', { ...rfc, body: explained }],
    ['that begins a page', { ...rfc, files: [file('docs/rfc/0009.md', 1, 0)] }],
    [
      'of a word in code that decides',
      { title: 'Fix typo in the timeout of SQL', files: [file('src/tide.go', 1, 1)] },
    ],
    ['in code', { ...rfc, files: [file('src/tide.go', 1, 1)] }],
    ['of more than a line', { ...rfc, files: [file('docs/rfc/0009.md', 8, 4)] }],
  ])('%s stays evidence', (_, parts) => {
    expect(judge(changeFacts(parts), smallFramework).areas).not.toEqual([]);
  });
});

const revert = (reverts: Noise['reverts']) =>
  ({
    kind: 'revert',
    reason: '',
    erases: false,
    rests: { text: '', place: { in: 'title' } },
    reverts,
  }) as Noise;

describe('what a change is', () => {
  test.each([
    ['a page', [file('docs/a.md')], true],
    ['a page with its picture', [file('docs/a.rst'), file('docs/a.png')], true],
    ['a page beside code', [file('docs/a.md'), file('src/a.go')], false],
    ['a list of packages', [file('requirements.txt')], false],
    ['owners of folders', [file('.github/CODEOWNERS')], false],
    ['a picture alone', [file('docs/a.png')], false],
    ['nothing by hand', [], false],
  ])('%s: a document?', (_, files, documents) => {
    expect(outlineOf(files, [], []).documents).toBe(documents);
  });

  test.each([
    ['a number', [revert({ number: 364 })], { label: '#364' }],
    ['a commit', [revert({ commit: '0123456789abcdef' })], { label: '01234567' }],
    ['no more than a title', [revert({ title: 'Batch captures' })], { label: null }],
    ['nothing', [], null],
  ])('taking back %s', (_, noise, takesBack) => {
    expect(outlineOf([file('a.go')], noise, []).takesBack).toEqual(takesBack);
  });
});
