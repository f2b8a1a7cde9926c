import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { RosterSpan } from '../../../src/ports/store.ts';
import { fresh } from './scene.ts';
import type { Opened } from './scene.ts';

type Told = Pick<RosterSpan, 'login' | 'teams' | 'startsAt' | 'endsAt'>;

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, number)).toISOString();
}

export function rosterContract(opened: Opened): void {
  async function told(account: number, person: number): Promise<readonly Told[]> {
    const spans = (await opened().roster.spans(account)).filter((span) => span.person === person);
    return spans.map(({ login, teams, startsAt, endsAt }) => ({ login, teams, startsAt, endsAt }));
  }

  test('an engineer’s span begins where they come, ends where they leave, and begins anew with other teams', async () => {
    const [account, ada, grace] = [fresh(), fresh(), fresh()];
    const { roster } = opened();
    const stays = { id: grace, login: 'grace', teams: ['platform'] };
    await roster.replace(
      account,
      [{ id: ada, login: 'ada', teams: ['orders', 'billing', 'orders'] }, stays],
      day(1),
    );
    await roster.replace(account, [{ id: ada, login: 'ada', teams: ['orders'] }, stays], day(5));
    await roster.replace(account, [stays], day(9));
    await roster.replace(account, [stays, { id: ada, login: 'ada', teams: [] }], day(12));
    const login = 'ada';
    expect(await told(account, ada)).toEqual([
      { login, teams: ['billing', 'orders'], startsAt: day(1), endsAt: day(5) },
      { login, teams: ['orders'], startsAt: day(5), endsAt: day(9) },
      { login, teams: [], startsAt: day(12), endsAt: null },
    ]);
    expect(await told(account, grace)).toEqual([
      { login: 'grace', teams: ['platform'], startsAt: day(1), endsAt: null },
    ]);
  });

  test('the same roster again changes nothing but logins, which people carry through all their spans', async () => {
    const [account, id] = [fresh(), fresh()];
    await opened().roster.replace(account, [{ id, login: 'ada', teams: ['orders'] }], day(1));
    await opened().roster.replace(account, [{ id, login: 'ada', teams: [] }], day(2));
    const again = [{ id, login: 'ada-love\0lace', teams: [] }];
    await opened().roster.replace(account, again, day(3));
    await opened().roster.replace(account, again, day(4));
    const login = 'ada-love\uFFFDlace';
    expect(await told(account, id)).toEqual([
      { login, teams: ['orders'], startsAt: day(1), endsAt: day(2) },
      { login, teams: [], startsAt: day(2), endsAt: null },
    ]);
    expect(await opened().people.find(account, id)).toEqual({ account, id, login });
  });

  test('several at once: the roster is that of one of them', async () => {
    const { roster } = opened();
    const account = fresh();
    const rosters = ['ada', 'grace', 'edsger', 'barbara'].map((login) => [{ id: fresh(), login, teams: [] }]);
    await Promise.all(rosters.map((engineers) => roster.replace(account, engineers, day(1))));
    await Promise.all(rosters.map((engineers) => roster.replace(account, engineers, day(2))));
    const lasting = (await roster.spans(account)).filter(({ endsAt }) => endsAt === null);
    expect(lasting).toHaveLength(1);
  });

  test('accounts are kept apart, and spans come by person', async () => {
    const [account, other, one] = [fresh(), fresh(), fresh()];
    const two = one + 1;
    const engineers = [two, one].map((id) => ({ id, login: `login-${id}`, teams: [] }));
    await opened().roster.replace(account, engineers, day(1));
    await opened().roster.replace(other, [], day(2));
    const spans = await opened().roster.spans(account);
    expect(spans.map((span) => [span.account, span.person, span.endsAt])).toEqual([
      [account, one, null],
      [account, two, null],
    ]);
    expect(await opened().roster.spans(other)).toEqual([]);
  });

  test('whatever the rosters and the clocks, the lasting spans are the last roster and no two overlap', async () => {
    const team = fc.subarray(['billing', 'orders', 'platform']);
    const engineer = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      login: fc.constant('ada'),
      teams: team,
    });
    const engineers = fc.uniqueArray(engineer, { selector: ({ id }) => id, maxLength: 4 });
    const replacement = fc.record({ engineers, at: fc.integer({ min: 1, max: 6 }).map(day) });
    await fc.assert(
      fc.asyncProperty(fc.array(replacement, { minLength: 1, maxLength: 6 }), async (steps) => {
        const account = fresh();
        for (const step of steps) await opened().roster.replace(account, step.engineers, step.at);
        const spans = await opened().roster.spans(account);
        const lasting = spans.filter(({ endsAt }) => endsAt === null);
        const wanted = (steps.at(-1)?.engineers ?? []).toSorted((a, b) => a.id - b.id);
        expect(lasting.map(({ person, teams }) => [person, teams])).toEqual(
          wanted.map(({ id, teams }) => [id, teams]),
        );
        expect(spans.filter(({ startsAt, endsAt }) => startsAt >= (endsAt ?? 'z'))).toEqual([]);
        const overlapping = spans.filter((span, index) => {
          const next = spans[index + 1];
          return next?.person === span.person && (span.endsAt ?? 'z') > next.startsAt;
        });
        expect(overlapping).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
}
