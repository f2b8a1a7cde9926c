import { describe, expect, test } from '@jest/globals';
import { checkRules } from '../../src/people/rules-check.ts';
import { harbour, rulesOf } from './organisation.ts';

const good = `
engineers:
  teams: [backend, platform]
  leave_out: [bertil]
managers:
  - login: Mira
    teams: [backend]
  - login: olu-owner
    people: [chidi-o]
repositories:
  leave_out: [SDK]
`;

type Doubt = readonly [text: string, line: number, path: string, sentence: string];

const DOUBTS: readonly Doubt[] = [
  [
    'mode: live',
    1,
    'engineers',
    'Nobody is an engineer by these rules, so nothing is kept. Name teams or people.',
  ],
  [
    'engineers:\n  teams: [backend, backnd]',
    2,
    'engineers.teams[1]',
    'There is no team `backnd`. Did you mean `backend`?',
  ],
  [
    'engineers:\n  teams: [backend]\n  people: [adda-lindqvist]',
    3,
    'engineers.people[0]',
    '`adda-lindqvist` is no member of the organisation. Did you mean `ada-lindqvist`?',
  ],
  ['engineers:\n  teams: [backend, empty]', 2, 'engineers.teams[1]', 'The team `empty` has no members.'],
  [
    'engineers:\n  teams: [backend]\n  leave_out: [somebody-else]',
    3,
    'engineers.leave_out[0]',
    '`somebody-else` is no member of the organisation. Only members are counted.',
  ],
  [
    'engineers: {teams: [backend]}\nmanagers:\n  - login: mirra\n    teams: [backend]',
    3,
    'managers[0].login',
    '`mirra` is no member of the organisation. Did you mean `mira`?',
  ],
  [
    'engineers: {teams: [backend]}\nmanagers:\n  - login: mira',
    3,
    'managers[0]',
    '`mira` manages nobody who is an engineer here. Name their teams or people.',
  ],
  [
    'engineers: {teams: [backend]}\nmanagers:\n  - login: mira\n    people: [chidi-o]',
    3,
    'managers[0]',
    '`mira` manages nobody who is an engineer here. Name their teams or people.',
  ],
  [
    'engineers: {teams: [backend]}\nmanagers:\n  - login: ada-lindqvist\n    teams: [backend]',
    3,
    'managers[0]',
    '`ada-lindqvist` is an engineer here and their own manager. That gives nobody else their report: name who manages them.',
  ],
  [
    'engineers: {teams: [backend]}\nreaders:\n  - login: mira\n    teams: [nobodys]',
    4,
    'readers[0].teams[0]',
    'There is no team `nobodys`. Groundwork sees teams of this organisation only.',
  ],
  [
    'engineers: {teams: [backend]}\nrepositories: {leave_out: [order]}',
    2,
    'repositories.leave_out[0]',
    'Groundwork sees no repository `order`. Did you mean `orders`?',
  ],
];

describe('rules against the organisation', () => {
  test('nothing is said of rules that fit, whatever their capital letters', () => {
    expect(checkRules(rulesOf(good), harbour, good)).toEqual([]);
  });

  test.each(DOUBTS)('%j', (text, line, path, sentence) => {
    expect(checkRules(rulesOf(text), harbour, text)).toEqual([
      { line, column: expect.any(Number), path, sentence, kind: 'doubtful' },
    ]);
  });

  test('without the text the path alone is told', () => {
    expect(checkRules(rulesOf('mode: live'), harbour)).toEqual([
      expect.objectContaining({ line: null, column: null, path: 'engineers' }),
    ]);
  });
});
