import { describe, expect, test } from '@jest/globals';
import { readCommands } from '../../src/people/command-reading.ts';
import type { Understood } from '../../src/people/command-reading.ts';
import { commands } from '../../src/people/commands.ts';
import type { Command, Where, Who } from '../../src/people/commands.ts';
import { refusalOf, standingOf, withId } from '../../src/people/permission.ts';
import type { Spoken } from '../../src/people/permission.ts';
import { ada, bertil, harbour, mira, olu, rulesOf } from './organisation.ts';

const places: readonly Where[] = ['work', 'issue', 'reports'];
const everybody: readonly Who[] = ['doer', 'engineer', 'manager'];

/** As it is typed, with the id of some work where it may have one. */
function written(command: Command, form: 'with an id' | 'plain'): Understood {
  const line = form === 'plain' ? command.usage.replace(' <id>', '') : withId(command);
  const [one] = readCommands(line.replaceAll('<from> <to>', '2026-05-04 2026-05-29'));
  if (one?.problem !== null) throw new Error(`${line}: ${one?.problem ?? 'no command'}`);
  return one;
}

const cases = commands.flatMap((command) =>
  places.flatMap((where) => everybody.map((role) => ({ command, where, role }))),
);

describe('the table says who may say what, and where', () => {
  test.each(cases.map((one) => [`${one.command.name}, ${one.where}, ${one.role}`, one] as const))(
    '%s',
    (_, { command, where, role }) => {
      const form = where === 'reports' && command.evidence === 'must' ? 'with an id' : 'plain';
      const refusal = refusalOf(written(command, form), { where, roles: new Set([role]) });
      expect(refusal === null).toBe(command.where.includes(where) && command.who.includes(role));
    },
  );

  test.each(commands.map((command) => [command.name, command] as const))(
    '%s: by somebody who is nothing here, never, and in one kind line',
    (_, command) => {
      for (const where of places) {
        const refusal = refusalOf(written(command, 'plain'), { where, roles: new Set() });
        expect(refusal).toMatch(/^[A-Z`][^\n]{20,200}\.$/u);
      }
    },
  );

  test.each(commands.filter(({ evidence }) => evidence === 'must').map((one) => [one.name, one] as const))(
    '%s: in a reports repository it names what it means',
    (_, command) => {
      const standing = { where: 'reports', roles: new Set(command.who) } as const;
      expect(command.where).toContain('reports');
      if (command.usage.includes('<id>')) return;
      expect(refusalOf(written(command, 'plain'), standing)).toContain(withId(command));
      expect(refusalOf(written(command, 'with an id'), standing)).toBeNull();
    },
  );
});

function span(person: number, startsAt: string, endsAt: string | null) {
  return { person, startsAt, endsAt };
}

describe('what somebody is where they speak', () => {
  const rules = rulesOf(
    `managers:
  - { login: mira, teams: [backend], from: 2026-03-01, to: 2026-06-01 }
readers: [{ login: olu-owner, teams: [backend] }]
`,
  );
  const usual: Spoken = {
    where: 'work',
    speaker: ada.id,
    at: '2026-04-02T10:00:00Z',
    day: '2026-04-02',
    engineer: null,
    didAt: null,
    roster: [
      span(ada.id, '2026-01-01T00:00:00Z', null),
      span(bertil.id, '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z'),
    ],
    rules,
    organisation: harbour,
  };
  const inReports: Partial<Spoken> = {
    where: 'reports',
    engineer: { ...ada, teams: ['backend'] },
  };

  test.each<[string, Partial<Spoken>, readonly Who[]]>([
    ['an engineer elsewhere', {}, ['engineer']],
    ['an engineer below work of theirs', { didAt: '2026-03-30T10:00:00Z' }, ['doer', 'engineer']],
    ['who left before', { speaker: bertil.id }, []],
    ['who left since', { speaker: bertil.id, at: '2026-02-02T10:00:00Z' }, ['engineer']],
    ['who left, below what they did before', { speaker: bertil.id, didAt: '2026-02-02T10:00:00Z' }, ['doer']],
    ['who was never there', { speaker: 999, didAt: '2026-02-02T10:00:00Z' }, []],
    ['a manager below the work of others', { speaker: mira.id }, []],
    ['the engineer in their reports', inReports, ['doer', 'engineer']],
    [
      'a colleague in the reports of others',
      { ...inReports, engineer: { ...bertil, teams: ['backend'] } },
      [],
    ],
    ['their manager', { ...inReports, speaker: mira.id }, ['manager']],
    ['their manager before the first day', { ...inReports, speaker: mira.id, day: '2026-02-28' }, []],
    ['their manager on the day after the last', { ...inReports, speaker: mira.id, day: '2026-06-01' }, []],
    [
      'a manager of others',
      { ...inReports, speaker: mira.id, engineer: { ...ada, teams: ['platform'] } },
      [],
    ],
    ['who may only read', { ...inReports, speaker: olu.id }, []],
  ])('%s', (_, more, roles) => {
    expect([...standingOf({ ...usual, ...more }).roles]).toEqual(roles);
  });
});
