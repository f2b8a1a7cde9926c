import type { Member, Organisation, RepositoryFacts } from './organisation.ts';
import { everybody } from './roster.ts';
import type { Engineer } from './roster.ts';
import type { Appointment, Rules } from './rules.ts';

/** Who may read one engineer's texts. Somebody may stand in several of these. */
export type Audience = {
  readonly engineer: Member;
  /** By the rules, on the day asked for; without any, the engineer reads alone. */
  readonly managers: readonly Member[];
  readonly readers: readonly Member[];
  /** Of the organisation: GitHub never shuts them out, so they are always named. */
  readonly owners: readonly Member[];
};

/** Who can read a repository at one moment, everybody included. */
export type Readers = {
  readonly repository: RepositoryFacts;
  readonly readers: readonly Member[];
};

export type AudienceVerdict =
  | { readonly fits: true }
  | {
      readonly fits: false;
      readonly because: 'missing' | 'public' | 'internal' | 'archived' | 'too many';
      /** Who could read it and may not, as far as GitHub tells. */
      readonly strangers: readonly Member[];
    };

/**
 * Who may read what is written about an engineer, by the appointments that hold on a day (`2026-06-30`, in the zone
 * of the rules). Appointed is who the rules name and the organisation knows; a team's maintainer is not by that its
 * manager, and nobody is their own.
 */
export function audienceOf(
  engineer: Engineer,
  rules: Pick<Rules, 'managers' | 'readers'>,
  organisation: Pick<Organisation, 'members' | 'owners'>,
  day: string,
): Audience {
  const appointed = (appointments: readonly Appointment[]): readonly Member[] => {
    const holding = appointments.filter((one) => holdsOn(one, day) && concerns(one, engineer));
    const logins = new Set(holding.map(({ login }) => login.toLowerCase()));
    return everybody(organisation).filter(
      ({ id, login }) => id !== engineer.id && logins.has(login.toLowerCase()),
    );
  };
  const managers = appointed(rules.managers);
  return {
    engineer: { id: engineer.id, login: engineer.login },
    managers,
    readers: appointed(rules.readers).filter(({ id }) => managers.every((manager) => manager.id !== id)),
    owners: organisation.owners,
  };
}

/** Whether an appointment is about this engineer, by team or by login. */
export function concerns(
  { teams, people }: Pick<Appointment, 'teams' | 'people'>,
  engineer: Pick<Engineer, 'login' | 'teams'>,
): boolean {
  const own = new Set(engineer.teams.map((slug) => slug.toLowerCase()));
  return (
    teams.some((slug) => own.has(slug.toLowerCase())) ||
    people.some((login) => login.toLowerCase() === engineer.login.toLowerCase())
  );
}

/**
 * Whether only the audience can read a repository. People are compared by GitHub's numbers, since logins can change
 * hands. `readers` is null where there is no such repository; `self` is the login of the app's own bot, which GitHub may list.
 */
export function compareAudience(
  audience: Audience,
  readers: Readers | null,
  self: string | null = null,
): AudienceVerdict {
  if (readers === null) return { fits: false, because: 'missing', strangers: [] };
  const { engineer, managers, readers: further, owners } = audience;
  const allowed = new Set([engineer, ...managers, ...further, ...owners].map(({ id }) => id));
  const strangers = readers.readers.filter(({ id, login }) => !allowed.has(id) && login !== self);
  const { visibility, archived } = readers.repository;
  if (visibility !== 'private') return { fits: false, because: visibility, strangers };
  if (archived) return { fits: false, because: 'archived', strangers };
  return strangers.length === 0 ? { fits: true } : { fits: false, because: 'too many', strangers };
}

function holdsOn({ from, to }: Appointment, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}
