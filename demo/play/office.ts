import type { Story, StoryHappening, StoryPerson } from '../story/story.ts';
import type { Act } from './acts.ts';

/** Where the organisation's days begin; its rules say so. */
export const timeZone = 'Europe/Oslo';

/** Before this, on the first day, nobody has heard of the app. */
const installedAt = '09:00';

/** The one who looks after accounts: an owner whom nobody reports to, else any owner. */
export function administrator({ people }: Pick<Story, 'people'>): string {
  const owners = people.filter(({ owner }) => owner === true);
  const found = owners.find(({ role }) => role === 'owner') ?? owners[0];
  if (found === undefined) throw new Error('The story has no owner who could install the app.');
  return found.login;
}

/** The rules, the repositories for reports, and the app: on the morning of the first day. */
export function foundingActs(story: Story): readonly Act[] {
  const at = momentOf(story.from, installedAt);
  const by = administrator(story);
  const engineers = story.people.filter((person) => isEngineer(person) && !joinsLater(story, person));
  return [
    { at, by, deed: { kind: 'write rules', text: rulesOf(story) } },
    ...engineers.map(({ login }) => makeRepository(story, login, login, at)),
    { at, by, deed: { kind: 'install' } },
  ];
}

/** What happens to the organisation, and what an owner has to do for it. */
export function happeningActs(story: Story): readonly Act[] {
  return story.happenings.flatMap((happening): readonly Act[] => {
    const { at } = happening;
    const by = administrator(story);
    const act: Act = { at, by, deed: { kind: 'happening', happening } };
    if (happening.kind === 'joins' && isEngineer(personNamed(story, happening.login)))
      return [act, makeRepository(story, happening.login, happening.login, at)];
    if (happening.kind !== 'renamed' || !isEngineer(personNamed(story, happening.login))) return [act];
    const [name, to] = [reportsName(loginBefore(story, happening)), reportsName(happening.to)];
    return [act, { at, by, deed: { kind: 'rename repository', name, to } }];
  });
}

/** Logins of the managers of the teams that somebody is in, now or later. */
export function managersOf(story: Story, login: string): readonly string[] {
  const managers = story.people.filter(({ role }) => role === 'manager').map((person) => person.login);
  const joined = story.happenings.flatMap((one) =>
    one.kind === 'joins' && one.login === login ? one.team : [],
  );
  const own = story.teams.filter((team) => team.members.includes(login) || joined.includes(team.slug));
  return managers.filter((manager) => own.some(({ members }) => members.includes(manager)));
}

export function reportsName(login: string): string {
  return `reviews-${login}`;
}

/** `.github/groundwork.yml`: all teams, without those who manage them. */
export function rulesOf(story: Story): string {
  const managers = story.people.filter(({ role }) => role === 'manager').map(({ login }) => login);
  const appointments = managers.map((login) => {
    const teams = story.teams.filter(({ members }) => members.includes(login)).map(({ slug }) => slug);
    return `  - login: ${login}\n    teams: [${teams.join(', ')}]`;
  });
  return `# Who gets a report from Groundwork, and who reads it.
mode: live
engineers:
  teams: [${story.teams.map(({ slug }) => slug).join(', ')}]
  leave_out: [${managers.join(', ')}]
managers:
${appointments.join('\n')}
incidents:
  labels: [incident]
cycle:
  length: half-year
  time_zone: ${timeZone}
`;
}

function makeRepository(story: Story, login: string, current: string, at: string): Act {
  const readers = [login, ...managersOf(story, login)];
  return {
    at,
    by: administrator(story),
    deed: { kind: 'make reports repository', name: reportsName(current), readers },
  };
}

function isEngineer({ role }: StoryPerson): boolean {
  return role === 'engineer';
}

export function joinsLater({ happenings, teams }: Story, { login }: StoryPerson): boolean {
  const isMember = teams.some(({ members }) => members.includes(login));
  return !isMember && happenings.some((one) => one.kind === 'joins' && one.login === login);
}

function personNamed({ people }: Story, login: string): StoryPerson {
  const person = people.find((one) => one.login === login);
  if (person === undefined) throw new Error(`Nobody in the story is called ${login}.`);
  return person;
}

/** Whoever changes their login twice is told by their first one both times. */
function loginBefore(
  { happenings }: Story,
  { login, at }: Extract<StoryHappening, { kind: 'renamed' }>,
): string {
  const earlier = happenings.filter((one) => one.kind === 'renamed' && one.login === login && one.at < at);
  const last = earlier.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1);
  return last?.kind === 'renamed' ? last.to : login;
}

export function momentOf(day: string, time: string): string {
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return moment.toInstant().toString();
}
