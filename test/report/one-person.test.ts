import { describe, expect, test } from '@jest/globals';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import type { EvidenceTable, PersonInCycle } from '../../src/ports/store.ts';
import { compose } from '../../src/report/compose.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { tove } from './golden-facts.ts';
import { framework } from './quarter.ts';

const noors = evidenceOf(1);
const toves = { ...noors, activity: { ...noors.activity, person: tove } };

describe('a report is made of one person’s evidence', () => {
  test('more than one person’s is refused, in whatever order', () => {
    expect(() => evidenceOfOne([noors, toves])).toThrow('more than one');
    expect(() => evidenceOfOne([toves, noors, noors])).toThrow('more than one');
    expect(evidenceOfOne([noors, { ...noors, area: 'design' }])).toHaveLength(2);
    expect(evidenceOfOne([])).toEqual([]);
  });

  test('an earlier cycle of somebody else is nothing to stand beside', () => {
    const before = { cycle: materialFrom([]).cycle, evidence: evidenceOfOne([toves]) };
    expect(() => compose(materialFrom([noors], { before }), framework)).toThrow('more than one');
  });

  test('nothing else can be handed in: the types refuse it', () => {
    const plain = [noors];
    // @ts-expect-error -- nobody has looked whose it is
    expect(compose({ ...materialFrom([]), evidence: plain }, framework).worthKnowing).toHaveLength(1);
  });

  test('the store has one way to ask for evidence, and it takes one person', () => {
    // A new way to ask is an error of types here, before it is one of conduct.
    const ways: Readonly<Record<keyof EvidenceTable, true>> = { save: true, ofPerson: true };
    const person: PersonInCycle['person'] extends number ? 'one' : never = 'one';
    expect([Object.keys(ways), person]).toEqual([['save', 'ofPerson'], 'one']);
  });
});
