import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { audienceNames, audienceSentence } from '../../src/people/audience-words.ts';
import { audienceOf, compareAudience } from '../../src/people/audience.ts';
import type { Readers } from '../../src/people/audience.ts';
import type { Member } from '../../src/people/organisation.ts';
import { ada, bertil, Chidi, harbour, mira, olu, rulesOf } from './organisation.ts';

const engineer = { ...ada, teams: ['backend'] };

function managersOn(day: string, rules: string): readonly string[] {
  return audienceOf(engineer, rulesOf(rules), harbour, day).managers.map(({ login }) => login);
}

describe('who may read', () => {
  test.each([
    ['nobody manages: the engineer alone', '', []],
    ['by team', 'managers: [{login: mira, teams: [backend]}]', ['mira']],
    ['by login, whatever its capitals', 'managers: [{login: Mira, people: [Ada-Lindqvist]}]', ['mira']],
    ['of another team', 'managers: [{login: mira, teams: [platform]}]', []],
    ['not a member any more', 'managers: [{login: gone, teams: [backend]}]', []],
    ['nobody is their own manager', 'managers: [{login: ada-lindqvist, teams: [backend]}]', []],
    [
      'two',
      'managers: [{login: mira, teams: [backend]}, {login: olu-owner, people: [ada-lindqvist]}]',
      ['mira', 'olu-owner'],
    ],
    [
      'one, appointed twice',
      'managers: [{login: mira, teams: [backend]}, {login: mira, people: [ada-lindqvist]}]',
      ['mira'],
    ],
  ])('%s', (_, rules, expected) => {
    expect(managersOn('2026-06-30', rules)).toEqual(expected);
  });

  const dated =
    'managers: [{login: bertil, teams: [backend], to: 2026-03-01}, {login: mira, teams: [backend], from: 2026-03-01}]';

  test.each([
    ['2025-12-31', ['bertil']],
    ['2026-02-28', ['bertil']],
    ['2026-03-01', ['mira']],
    ['2026-12-31', ['mira']],
  ])('on %s, where a manager changes on 1 March', (day, expected) => {
    expect(managersOn(day, dated)).toEqual(expected);
  });

  test('owners always, and readers beside managers', () => {
    const rules = rulesOf(
      'managers: [{login: mira, teams: [backend]}]\nreaders: [{login: Chidi-O, teams: [backend]}, {login: mira, teams: [backend]}]',
    );
    const audience = audienceOf(engineer, rules, harbour, '2026-06-30');
    expect(audience).toEqual({ engineer: ada, managers: [mira], readers: [Chidi], owners: [olu] });
    expect(audienceNames(audience)).toEqual([
      'ada-lindqvist',
      'mira (manager)',
      'Chidi-O (reader)',
      'olu-owner (owner)',
    ]);
  });

  test('whoever is manager and owner is named once, with both', () => {
    const audience = audienceOf(
      engineer,
      rulesOf('managers: [{login: olu-owner, teams: [backend]}]'),
      harbour,
      '2026-06-30',
    );
    expect(audienceNames(audience)).toEqual(['ada-lindqvist', 'olu-owner (manager, owner)']);
  });
});

const audience = audienceOf(
  engineer,
  rulesOf('managers: [{login: mira, teams: [backend]}]'),
  harbour,
  '2026-06-30',
);
const name = 'harbour/reviews-ada-lindqvist';

function reading(readers: readonly Member[], changes: Partial<Readers['repository']> = {}): Readers {
  return { repository: { id: 9, name, visibility: 'private', archived: false, ...changes }, readers };
}

describe('who can read, against who may', () => {
  test.each([
    ['exactly the audience', reading([ada, mira, olu])],
    ['fewer', reading([ada])],
    ['the manager under a new login', reading([{ id: mira.id, login: 'mira-renamed' }])],
  ])('%s fits', (_, readers) => {
    expect(compareAudience(audience, readers)).toEqual({ fits: true });
  });

  test.each([
    ['one more', reading([ada, bertil]), 'too many', [bertil]],
    [
      'somebody else who took over the manager’s old login',
      reading([{ id: 999, login: 'mira' }]),
      'too many',
      [{ id: 999, login: 'mira' }],
    ],
    ['a public repository', reading([ada], { visibility: 'public' }), 'public', []],
    ['an internal one', reading([ada, bertil], { visibility: 'internal' }), 'internal', [bertil]],
    ['an archived one', reading([ada], { archived: true }), 'archived', []],
    ['none', null, 'missing', []],
  ])('%s does not', (_, readers, because, strangers) => {
    expect(compareAudience(audience, readers)).toEqual({ fits: false, because, strangers });
  });

  test('the app’s own bot is nobody; another bot is somebody', () => {
    const [own, other] = [
      { id: 5, login: 'groundwork[bot]' },
      { id: 6, login: 'sync[bot]' },
    ];
    expect(compareAudience(audience, reading([ada, own]), 'groundwork[bot]')).toEqual({ fits: true });
    expect(compareAudience(audience, reading([ada, other]), 'groundwork[bot]')).toEqual({
      fits: false,
      because: 'too many',
      strangers: [other],
    });
  });

  test('it fits only where every reader is of the audience', () => {
    const member = fc.record({
      id: fc.constantFrom(101, 102, 201, 301, 777),
      login: fc.constantFrom('a', 'mira', 'ada-lindqvist'),
    });
    fc.assert(
      fc.property(fc.array(member), (readers) => {
        const allowed = readers.every(({ id }) => [ada.id, mira.id, olu.id].includes(id));
        expect(compareAudience(audience, reading(readers)).fits).toBe(allowed);
      }),
    );
  });
});

describe('what is said where it does not fit', () => {
  test.each([
    [
      null,
      `${name} is no repository that Groundwork can see. Make it (\`npm run reports-repositories -- plan\` shows how) and install the app on it.`,
    ],
    [
      reading([], { visibility: 'public' }),
      `${name} is public. Make it private in its settings; nothing is written there before.`,
    ],
    [
      reading([], { visibility: 'internal' }),
      `${name} is internal: everyone in your enterprise can read it. Make it private in its settings.`,
    ],
    [
      reading([], { archived: true }),
      `${name} is archived, so nothing can be written there. Take it out of the archive in its settings.`,
    ],
    [
      reading([bertil, Chidi]),
      `${name} can also be read by bertil and Chidi-O, who may not read these reports. Take their access away, or name them in the rules; where everybody of the organisation can read it, the cause is its base permission.`,
    ],
  ])('%#', (readers, sentence) => {
    expect(audienceSentence(name, compareAudience(audience, readers))).toBe(sentence);
  });

  test('a crowd is counted, not listed', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ id: 1000 + index, login: `guest-${index}` }));
    expect(audienceSentence(name, compareAudience(audience, reading(crowd)))).toContain(
      'guest-0, guest-1, guest-2, guest-3, guest-4 and 35 more,',
    );
  });
});
