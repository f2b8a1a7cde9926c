import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { counts, engineersOf } from '../../src/people/roster.ts';
import { ada, bertil, Chidi, harbour, mira, olu, rulesOf } from './organisation.ts';

function logins(text: string): readonly string[] {
  return engineersOf(rulesOf(text), harbour).map(({ login }) => login);
}

describe('who is an engineer', () => {
  test.each([
    ['nobody without being named', '', []],
    ['a team’s members, and no bot among them', 'engineers: {teams: [backend]}', [ada.login, bertil.login]],
    [
      'each once, by login',
      'engineers: {teams: [platform, backend], people: [bertil]}',
      [ada.login, bertil.login, Chidi.login],
    ],
    [
      'people by login, whatever its capitals',
      'engineers: {people: [chidi-o, MIRA]}',
      [Chidi.login, mira.login],
    ],
    ['nobody who is no member', 'engineers: {people: [stranger]}', []],
    ['an owner who is named', 'engineers: {people: [olu-owner]}', [olu.login]],
    [
      'nobody who is left out, although named twice',
      'engineers: {teams: [backend], people: [bertil], leave_out: [Bertil]}',
      [ada.login],
    ],
    ['nobody of a team that is not there', 'engineers: {teams: [frontend]}', []],
  ])('%s', (_, text, expected) => {
    expect(logins(text)).toEqual(expected);
  });

  test('their teams are those that any rule names', () => {
    const rules = rulesOf('engineers: {people: [bertil]}\nmanagers: [{login: mira, teams: [platform]}]');
    expect(engineersOf(rules, harbour)).toEqual([{ ...bertil, teams: ['platform'] }]);
    const both = rulesOf('engineers: {teams: [platform, backend]}');
    expect(engineersOf(both, harbour).find(({ id }) => id === bertil.id)?.teams).toEqual([
      'backend',
      'platform',
    ]);
  });

  test('rules and lists in any order give the same people', () => {
    const members = fc.shuffledSubarray([...harbour.members], { minLength: 5 });
    const teams = fc.shuffledSubarray(['backend', 'platform', 'managers'], { minLength: 3 });
    fc.assert(
      fc.property(members, teams, (shuffled, named) => {
        const found = engineersOf(rulesOf(`engineers: {teams: [${named.join(', ')}]}`), {
          ...harbour,
          members: shuffled,
        });
        expect(found.map(({ login }) => login)).toEqual([ada, bertil, Chidi, mira].map(({ login }) => login));
      }),
    );
  });
});

describe('whose activities count', () => {
  const was = { person: 1, startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-03-01T00:00:00.000Z' };
  const is = { person: 1, startsAt: '2026-05-01T00:00:00.000Z', endsAt: null };

  test.each([
    ['of somebody never on the roster', [is], 2, '2026-06-01T00:00:00Z', false],
    ['of somebody on it, afterwards', [is], 1, '2026-06-01T00:00:00Z', true],
    ['of somebody on it, also before they joined', [is], 1, '2025-06-01T00:00:00Z', true],
    ['of somebody who left, from then', [was], 1, '2026-02-01T00:00:00Z', true],
    ['of somebody who left, in the first moment', [was], 1, '2026-01-01T00:00:00Z', true],
    ['of somebody who left, just before', [was], 1, '2025-12-31T23:59:59Z', false],
    ['of somebody who left, in the moment of leaving', [was], 1, '2026-03-01T00:00:00Z', false],
    ['of somebody who came back, from the time between', [was, is], 1, '2026-04-01T00:00:00Z', true],
  ])('%s', (_, spans, person, at, expected) => {
    expect(counts(spans, person, at)).toBe(expected);
  });

  test('a closed span holds exactly its moments, however they are spelt', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(moment, moment, moment, fc.boolean(), (start, end, at, short) => {
        const iso = (time: number): string => {
          const text = new Date(time).toISOString();
          return short && text.endsWith('.000Z') ? text.replace('.000Z', 'Z') : text;
        };
        const span = {
          person: 1,
          startsAt: new Date(start).toISOString(),
          endsAt: new Date(end).toISOString(),
        };
        expect(counts([span], 1, iso(at))).toBe(start <= at && at < end);
        expect(counts([span], 2, iso(at))).toBe(false);
      }),
    );
  });
});
