import { describe, expect, test } from '@jest/globals';
import { groundAll, type Grounding } from '../../src/evidence/ground.ts';
import { FACTS, FAITHFUL, UNFAITHFUL } from './ground-drafts.ts';

function faultsOf({ findings, contradictions }: Grounding): readonly string[] {
  const lost = findings.filter(({ support }) => support.state === 'unsupported');
  return [...lost, ...contradictions].map(({ kind, text }) => `${kind}: ${text}`);
}

describe('what a draft may say of the facts', () => {
  const grounded = groundAll(FAITHFUL, FACTS);
  test.each(FAITHFUL.map((sentence, at) => [sentence, at] as const))('%s', (_, at) => {
    expect(grounded.slice(at, at + 1).flatMap(faultsOf)).toEqual([]);
  });
});

describe('what a draft may not say of them', () => {
  const grounded = groundAll(
    UNFAITHFUL.map(([, sentence]) => sentence),
    FACTS,
  );
  test.each(UNFAITHFUL.map(([kind, sentence], at) => [kind, sentence, at] as const))(
    '%s: %s',
    (_, __, at) => {
      expect(grounded[at]?.passes).toBe(false);
    },
  );

  test('without facts no draft passes', () => {
    expect(groundAll(FAITHFUL, []).filter(({ passes }) => passes)).toEqual([]);
  });
});
