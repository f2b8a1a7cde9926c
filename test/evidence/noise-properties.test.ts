import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { agentOf, humansOf, isBot, noiseOfChange } from '../../src/evidence/noise.ts';
import { ada, copilot, dependabot, file, fromMail, changeFacts } from '../fixtures/facts.ts';

const words = fc.constantFrom(
  ...'Revert|"|Bump|from 1.2.3 to 1.2.4|Release|v2.0.0|(#12)|Merge branch|into|main|[backport|typo|Run gofmt|:|deps'.split(
    '|',
  ),
  ...'This reverts commit 4f2a9c01|(cherry picked from commit|Backport of #9|<!--|-->|- [x]|\n|```|> |##|@ada'.split(
    '|',
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
);
const actor = fc.oneof(
  fc.constantFrom(ada, copilot, dependabot),
  fc
    .record({ label: fc.string({ unit: 'binary' }), address: fc.string() })
    .map(({ label, address }) => fromMail(label, address)),
);
const files = fc.array(
  fc.record({
    path: fc.oneof(text, fc.constantFrom('go.mod', 'go.sum', 'a.go', 'a.pb.go', 'CHANGELOG.md')),
    lines: fc.nat(500),
  }),
  { maxLength: 6 },
);
const change = fc
  .record({
    title: text,
    body: text,
    author: actor,
    assignees: fc.array(actor),
    base: fc.option(text),
    labels: fc.array(text),
    files,
  })
  .map((parts) =>
    changeFacts({
      ...parts,
      intoDefaultBranch: parts.base === null,
      files: parts.files.map((one) => file(one.path, one.lines)),
    }),
  );

describe('noise of any change', () => {
  test('is told in one plain sentence and rests on words that are there', () => {
    fc.assert(
      fc.property(change, (facts) => {
        for (const noise of noiseOfChange(facts)) {
          expect(noise.reason).toMatch(/^[^\n\r]{12,200}\.$/u);
          expect(sourceOf(facts, noise.rests.place)).toContain(noise.rests.text);
        }
      }),
      { numRuns: 800 },
    );
  });

  test('names each kind once and does not change its facts', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const before = JSON.stringify(facts);
        const kinds = noiseOfChange(facts).map((noise) => noise.kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });

  test('an asker is always a person', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const asker = agentOf({ ...facts, author: copilot })?.askedBy ?? null;
        expect(asker === null || !isBot(asker)).toBe(true);
        expect(humansOf(facts.assignees).some(isBot)).toBe(false);
      }),
    );
  });
});

type Place = ReturnType<typeof noiseOfChange>[number]['rests']['place'];

function sourceOf(facts: ChangeFacts, place: Place): string {
  if (place.in === 'title') return facts.title;
  if (place.in === 'body') return facts.body.slice(place.from);
  if (place.in === 'path') return facts.files.map((one) => one.path).join('\n');
  return place.in === 'label' ? facts.labels.join('\n') : '';
}
