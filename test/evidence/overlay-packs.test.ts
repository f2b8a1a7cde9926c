import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { creditChange } from '../../src/evidence/evidence.ts';
import { withAnswers } from '../../src/evidence/overlay.ts';
import type { Said } from '../../src/evidence/said.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { packs } from '../../src/framework/packs.ts';
import { ada, changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

/*
 * What people said is known by the work that it is about, never by an area: judged anew by another framework, every
 * correction still shows.
 */

const change = changeFacts({
  title: 'Bound retries of the ledger with a timeout and a circuit breaker',
  body: 'The SLO of 99.9 % held on three of five days; one slow node made every caller retry without end.',
});
const about = `${change.key}/author/${ada.key}`;
const frameworks = [...packs.map((pack) => compileFramework(pack)), smallFramework];
const judged = frameworks.map((framework) => creditChange(change, framework).evidence);

const row = fc.record({
  verb: fc.constantFrom('context', 'contest', 'hide', 'not-mine', 'undo'),
  words: fc.constantFrom('Jun drove.', 'Support had asked.', 'Both of us did it.'),
});

function saidOf(rows: readonly { readonly verb: string; readonly words: string }[]): readonly Said[] {
  return rows.map(({ verb, words }, index) => ({
    origin: `comment/${index}`,
    person: 101,
    saidBy: 101,
    about,
    verb,
    words: verb === 'context' || verb === 'contest' ? words : '',
    saidAt: `2026-03-05T08:00:${String(index).padStart(2, '0')}Z`,
  }));
}

function shown(evidence: (typeof judged)[number], said: readonly Said[]) {
  const answered = withAnswers(evidence, said);
  return {
    isThere: answered.evidence.length > 0,
    notes: answered.evidence[0]?.notes ?? [],
    leftOut: answered.leftOut.map(({ kind }) => kind),
  };
}

describe('the same work by three frameworks', () => {
  test('is evidence in each of them, and not of the same areas', () => {
    const areas = judged.map((evidence) => evidence.map(({ area }) => area).toSorted());
    expect(areas.map((found) => found.length > 0)).toEqual([true, true, true]);
    expect(new Set(areas.map((found) => found.join())).size).toBe(3);
  });

  test('shows the same corrections, whatever was said and taken back', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const [first, ...others] = judged.map((evidence) => shown(evidence, saidOf(rows)));
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  test.each(frameworks.map((framework, index) => [framework.pack.name, framework, index] as const))(
    'an area that %s has is where its person says it is',
    (_, { pack }, index) => {
      for (const { key } of pack.areas) {
        const said = saidOf([{ verb: 'area', words: key }]).map((one) => ({ ...one, words: key }));
        expect(withAnswers(judged[index] ?? [], said).evidence.map(({ area }) => area)).toEqual([key]);
      }
    },
  );
});
