import { isBot } from '../evidence/noise.ts';
import type { Member, Organisation } from './organisation.ts';
import type { Rules } from './rules.ts';

/** Somebody whose work is kept. */
export type Engineer = Member & {
  /** Slugs, sorted: of the teams that the rules name, those that this person is in. */
  readonly teams: readonly string[];
};

/** From when to when somebody was on the roster: half-open, ISO 8601 in UTC; `endsAt` is null while it lasts. */
export type Span = {
  readonly person: number;
  readonly startsAt: string;
  readonly endsAt: string | null;
};

/** Who is an engineer by the rules, as the organisation is now. By login. No apps, no bots, nobody from outside. */
export function engineersOf(rules: Rules, organisation: Organisation): readonly Engineer[] {
  const { teams, people, leaveOut } = rules.engineers;
  const [named, leftOut] = [loginSet(people), loginSet(leaveOut)];
  const inTeams = new Set(teams.flatMap((slug) => teamMembers(slug, organisation)).map(({ id }) => id));
  return everybody(organisation)
    .filter(({ id, login }) => inTeams.has(id) || named.has(login.toLowerCase()))
    .filter((member) => !leftOut.has(member.login.toLowerCase()) && !isAutomation(member))
    .map((member) => ({ ...member, teams: teamsOf(member, rules, organisation) }))
    .toSorted(byLogin);
}

/** Members and owners, each once. */
export function everybody({ members, owners }: Pick<Organisation, 'members' | 'owners'>): readonly Member[] {
  return [...new Map([...members, ...owners].map((member) => [member.id, member])).values()];
}

/**
 * Whether an activity of a person counts: the person is on the roster now (then also what was done before they
 * joined it), or was at that moment. `at` is ISO 8601 in UTC.
 */
export function counts(spans: readonly Span[], person: number, at: string): boolean {
  const moment = Date.parse(at);
  return spans.some(
    (span) =>
      span.person === person &&
      (span.endsAt === null || (Date.parse(span.startsAt) <= moment && moment < Date.parse(span.endsAt))),
  );
}

/** Members of a team by its slug; none where there is no such team. */
export function teamMembers(slug: string, { teams }: Pick<Organisation, 'teams'>): readonly Member[] {
  return teams.find((team) => team.slug.toLowerCase() === slug.toLowerCase())?.members ?? [];
}

function teamsOf({ id }: Member, rules: Rules, organisation: Organisation): readonly string[] {
  const named = [rules.engineers, ...rules.managers, ...rules.readers].flatMap(({ teams }) => teams);
  return [...new Set(named)]
    .filter((slug) => teamMembers(slug, organisation).some((member) => member.id === id))
    .toSorted();
}

function isAutomation({ id, login }: Member): boolean {
  return isBot({ key: `github:${id}`, label: login, type: 'user' });
}

function loginSet(logins: readonly string[]): ReadonlySet<string> {
  return new Set(logins.map((login) => login.toLowerCase()));
}

function byLogin(one: Member, other: Member): number {
  const [first, second] = [one.login.toLowerCase(), other.login.toLowerCase()];
  if (first === second) return one.id - other.id;
  return first < second ? -1 : 1;
}
