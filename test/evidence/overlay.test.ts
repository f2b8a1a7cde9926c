import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { creditChange } from '../../src/evidence/evidence.ts';
import { withAnswers } from '../../src/evidence/overlay.ts';
import type { Said } from '../../src/evidence/said.ts';
import { ada, changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const change = changeFacts({ title: 'Bound the wait for the ledger with a timeout' });
const { evidence } = creditChange(change, smallFramework);
const about = `${change.key}/author/${ada.key}`;
const [found] = evidence;
const other = smallFramework.pack.areas.find(({ key }) => key !== found?.area)?.key ?? '';

let origins = 0;

function said(verb: string, words = '', of: string | null = about, more: Partial<Said> = {}): Said {
  const origin = `comment/${(origins += 1)}`;
  const saidAt = '2026-03-05T08:00:00Z';
  return { origin, person: 101, saidBy: 101, about: of, verb, words, saidAt, ...more };
}

function told(...all: readonly Said[]) {
  const answered = withAnswers(evidence, all);
  return {
    areas: answered.evidence.map(({ area, stands }) => `${area} ${stands}`),
    notes: answered.evidence[0]?.notes.map(({ kind, text }) => `${kind}: ${text}`) ?? [],
    leftOut: answered.leftOut.map(({ kind }) => kind),
  };
}

const asFound = told();

describe('what a person says of their own work', () => {
  test('the fixture is evidence of one area and not of the other', () => {
    expect(asFound.areas).toEqual([`${found?.area} told`]);
    expect(other).not.toBe('');
  });

  test.each<[string, readonly Said[], Partial<typeof asFound>]>([
    ['nothing', [], {}],
    ['of somebody else’s part', [said('hide', '', `${change.key}/review/github:1`)], {}],
    ['hide', [said('hide')], { areas: [] }],
    ['not-mine', [said('not-mine')], { areas: [], leftOut: ['not-mine'] }],
    ['not-mine, then hide: it is nowhere', [said('not-mine'), said('hide')], { areas: [] }],
    ['hide, taken back', [said('hide'), said('undo')], {}],
    ['undo of nothing', [said('undo'), said('hide')], { areas: [] }],
    ['another area', [said('area', other)], { areas: [`${other} told`] }],
    ['the last of two areas', [said('area', other), said('area', found?.area)], {}],
    ['an area, taken back', [said('area', other), said('undo')], {}],
    ['context', [said('context', 'Jun drove.')], { notes: ['context: Jun drove.'] }],
    [
      'context and a contest, in their order',
      [said('context', 'Jun drove.'), said('contest', 'Both of us did it.')],
      { notes: ['context: Jun drove.', 'contest: Both of us did it.'] },
    ],
    [
      'context, with the last one taken back',
      [said('context', 'Jun drove.'), said('context', 'Not so.'), said('undo')],
      { notes: ['context: Jun drove.'] },
    ],
    ['by somebody else', [said('hide', '', about, { saidBy: 102 })], {}],
    [
      'a thing taken back by its origin, though more was said since',
      [
        said('hide', '', about, { origin: 'comment/hide' }),
        said('context', 'Jun drove.'),
        said('undo', 'comment/hide'),
      ],
      { notes: ['context: Jun drove.'] },
    ],
    [
      'a thing that somebody else wants to take back',
      [
        said('hide', '', about, { origin: 'comment/kept' }),
        said('undo', 'comment/kept', about, { saidBy: 102 }),
      ],
      { areas: [] },
    ],
    ['a verb of a later version', [said('sing', 'la')], {}],
  ])('%s', (_, all, expected) => {
    expect(told(...all)).toEqual({ ...asFound, ...expected });
  });

  test('an area by their word has that as its reason, and an id of its own', () => {
    const [moved] = withAnswers(evidence, [said('area', other)]).evidence;
    expect(moved?.signals.map(({ reason }) => reason)).toEqual([
      'belongs here by the word of whoever did it',
    ]);
    expect(moved?.key).toBe(`${about}/${other}`);
    expect(moved?.id).not.toBe(found?.id);
  });

  test('never adds work, and holds whatever was derived again', () => {
    const verb = fc.constantFrom('area', 'context', 'contest', 'hide', 'not-mine', 'undo');
    fc.assert(
      fc.property(fc.array(verb, { maxLength: 8 }), (verbs) => {
        const all = verbs.map((one) => said(one, one === 'area' ? other : 'Jun drove.'));
        const first = withAnswers(evidence, all);
        const again = withAnswers(creditChange(change, smallFramework).evidence, all);
        expect(again).toEqual(first);
        expect(first.evidence.length + first.leftOut.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
