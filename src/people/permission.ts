import { audienceOf } from './audience.ts';
import type { Understood } from './command-reading.ts';
import { commandNamed } from './commands.ts';
import type { Command, Where, Who } from './commands.ts';
import type { Organisation } from './organisation.ts';
import { counts } from './roster.ts';
import type { Engineer, Span } from './roster.ts';
import type { Rules } from './rules.ts';

/** Where something is said, and what whoever says it is there. */
export type Standing = { readonly where: Where; readonly roles: ReadonlySet<Who> };

export type Spoken = {
  readonly where: Where;
  /** GitHub's number of whoever speaks: logins can change hands. */
  readonly speaker: number;
  /** ISO 8601 in UTC; and the day of it in the zone of the rules. */
  readonly at: string;
  readonly day: string;
  /** Whose reports repository it is; null elsewhere. */
  readonly engineer: Engineer | null;
  /** When the speaker did something of what this is about; null where nothing of it is theirs. */
  readonly didAt: string | null;
  readonly roster: readonly Span[];
  readonly rules: Pick<Rules, 'managers' | 'readers'>;
  readonly organisation: Pick<Organisation, 'members' | 'owners'>;
};

/** What somebody is at the moment at which they speak. */
export function standingOf(spoken: Spoken): Standing {
  return { where: spoken.where, roles: new Set(rolesOf(spoken)) };
}

function rolesOf({ where, speaker, at, day, engineer, didAt, roster, rules, organisation }: Spoken): Who[] {
  const isOnRoster = counts(roster, speaker, at);
  if (where !== 'reports' || engineer === null) {
    const did = didAt !== null && counts(roster, speaker, didAt);
    return [...(did ? (['doer'] as const) : []), ...(isOnRoster ? (['engineer'] as const) : [])];
  }
  if (speaker === engineer.id) return isOnRoster ? ['doer', 'engineer'] : ['doer'];
  const { managers } = audienceOf(engineer, rules, organisation, day);
  return managers.some(({ id }) => id === speaker) ? ['manager'] : [];
}

/** Why it is not done, in one kind sentence; null where it may be said here, by them. */
export function refusalOf(written: Understood, { where, roles }: Standing): string | null {
  const command = commandNamed(written.name);
  if (command === null) return null;
  if (!command.where.includes(where)) return elsewhere(command);
  if (!command.who.some((one) => roles.has(one))) return notTheirs(command, where);
  if (where === 'reports' && command.evidence === 'must' && written.id === null)
    return `Here it needs the id of the work that you mean, as the report shows it: \`${withId(command)}\`.`;
  return null;
}

/** `/groundwork area E-41c0f2 <area>`. */
export function withId({ name, usage }: Pick<Command, 'name' | 'usage'>): string {
  return usage.replace(' <id>', '').replace(`/groundwork ${name}`, `/groundwork ${name} E-41c0f2`);
}

function elsewhere({ name, where }: Command): string {
  const places = {
    work: 'below the work itself',
    issue: 'below an issue',
    reports: 'in your own reports repository',
  };
  return `\`/groundwork ${name}\` is understood ${where.map((one) => places[one]).join(' or ')}.`;
}

function notTheirs({ who }: Command, where: Where): string {
  if (where === 'reports')
    return who.includes('manager') && !who.includes('engineer') && !who.includes('doer')
      ? 'Here, only the manager of whoever these reports are about can say that.'
      : 'Only the person whom these reports are about can say that here.';
  return who.includes('engineer')
    ? 'Only those whose work Groundwork keeps for this organisation can say that.'
    : 'Nothing of this is in your own record, and only those whose work it is can answer for it.';
}
