import type { Member, Organisation } from './organisation.ts';
import { everybody, engineersOf, teamMembers } from './roster.ts';
import type { Engineer } from './roster.ts';
import { concerns } from './audience.ts';
import type { RulesProblem } from './rules-file.ts';
import { nearestOf } from './rules-nearest.ts';
import { named } from './rules-shapes.ts';
import { readYaml, spellPath } from './rules-yaml.ts';
import type { Path } from './rules-yaml.ts';
import type { Appointment, Rules } from './rules.ts';

type Doubt = { readonly path: Path; readonly sentence: string };

/**
 * What rules say that the organisation, as it is now, does not bear out. The rules hold all the same: each of these
 * is told as doubtful, not as wrong. With the file's text the lines are told too.
 */
export function checkRules(
  rules: Rules,
  organisation: Organisation,
  text: string | null = null,
): readonly RulesProblem[] {
  const engineers = engineersOf(rules, organisation);
  const doubts = [
    ...aboutEngineers(rules, organisation, engineers),
    ...rules.managers.flatMap((one, index) => aboutAppointment('managers', one, index, organisation)),
    ...rules.managers.flatMap((one, index) => aboutManaging(one, index, engineers)),
    ...rules.readers.flatMap((one, index) => aboutAppointment('readers', one, index, organisation)),
    ...rules.repositories.leaveOut.flatMap((name, index) => aboutRepository(name, index, organisation)),
  ];
  const placeOf = text === null ? null : readYaml(text).placeOf;
  return doubts.map(({ path, sentence }) => ({
    line: null,
    column: null,
    ...placeOf?.(path),
    path: spellPath(path),
    sentence,
    kind: 'doubtful',
  }));
}

function aboutEngineers(
  { engineers: { teams, people, leaveOut } }: Rules,
  organisation: Organisation,
  engineers: readonly Engineer[],
): readonly Doubt[] {
  const nobody = {
    path: ['engineers'],
    sentence: 'Nobody is an engineer by these rules, so nothing is kept. Name teams or people.',
  };
  return [
    ...(engineers.length === 0 ? [nobody] : []),
    ...aboutTeams(teams, ['engineers', 'teams'], organisation),
    ...aboutPeople(people, ['engineers', 'people'], organisation),
    ...aboutPeople(leaveOut, ['engineers', 'leave_out'], organisation),
  ];
}

function aboutAppointment(
  list: 'managers' | 'readers',
  { login, teams, people }: Appointment,
  index: number,
  organisation: Organisation,
): readonly Doubt[] {
  return [
    ...(isKnown(login, organisation)
      ? []
      : [{ path: [list, index, 'login'], sentence: unknown(login, organisation) }]),
    ...aboutTeams(teams, [list, index, 'teams'], organisation),
    ...aboutPeople(people, [list, index, 'people'], organisation),
  ];
}

function aboutManaging(
  manager: Appointment,
  index: number,
  engineers: readonly Engineer[],
): readonly Doubt[] {
  const path = ['managers', index];
  const theirs = engineers.filter((engineer) => concerns(manager, engineer));
  if (theirs.length === 0)
    return [
      {
        path,
        sentence: `${named(manager.login)} manages nobody who is an engineer here. Name their teams or people.`,
      },
    ];
  const own = theirs.some(({ login }) => same(login, manager.login));
  return own
    ? [
        {
          path,
          sentence: `${named(manager.login)} is an engineer here and their own manager. That gives nobody else their report: name who manages them.`,
        },
      ]
    : [];
}

function aboutTeams(slugs: readonly string[], path: Path, organisation: Organisation): readonly Doubt[] {
  return slugs.flatMap((slug, index) => {
    const known = organisation.teams.some((team) => same(team.slug, slug));
    if (!known) return [{ path: [...path, index], sentence: noTeam(slug, organisation) }];
    const empty = teamMembers(slug, organisation).length === 0;
    return empty ? [{ path: [...path, index], sentence: `The team ${named(slug)} has no members.` }] : [];
  });
}

function noTeam(slug: string, { teams }: Organisation): string {
  const meant = nearestOf(
    slug,
    teams.map((team) => team.slug),
  );
  return `There is no team ${named(slug)}. ${meant === null ? 'Groundwork sees teams of this organisation only.' : `Did you mean ${named(meant)}?`}`;
}

function aboutPeople(logins: readonly string[], path: Path, organisation: Organisation): readonly Doubt[] {
  return logins.flatMap((login, index) =>
    isKnown(login, organisation) ? [] : [{ path: [...path, index], sentence: unknown(login, organisation) }],
  );
}

function unknown(login: string, organisation: Organisation): string {
  const meant = nearestOf(
    login,
    everybody(organisation).map((member: Member) => member.login),
  );
  const instead = meant === null ? 'Only members are counted.' : `Did you mean ${named(meant)}?`;
  return `${named(login)} is no member of the organisation. ${instead}`;
}

function aboutRepository(name: string, index: number, { repositories }: Organisation): readonly Doubt[] {
  const names = repositories.map((repository) => repository.name.split('/').at(-1) ?? '');
  if (names.some((known) => same(known, name))) return [];
  const meant = nearestOf(name, names);
  const instead = meant === null ? 'Nothing is read from it in any case.' : `Did you mean ${named(meant)}?`;
  const sentence = `Groundwork sees no repository ${named(name)}. ${instead}`;
  return [{ path: ['repositories', 'leave_out', index], sentence }];
}

function isKnown(login: string, organisation: Organisation): boolean {
  return everybody(organisation).some((member) => same(member.login, login));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
