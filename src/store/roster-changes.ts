import type { LogRow } from '../ports/store.ts';

/** Somebody who is an engineer now. */
export type Engineer = {
  readonly id: number;
  readonly login: string;
  /** Slugs, in any order. */
  readonly teams: readonly string[];
};

/** The last span of one person, as the table has it. */
export type KnownSpan = {
  readonly person: number;
  readonly teams: readonly string[];
  readonly startsAt: string;
  /** Null while it lasts. */
  readonly endsAt: string | null;
};

/** What is to be done at `at`, in this order. `remove` and `end` name people: their lasting span is meant. */
export type RosterChanges = {
  readonly at: string;
  readonly remove: readonly number[];
  readonly end: readonly number[];
  readonly begin: readonly {
    readonly person: number;
    readonly teams: readonly string[];
    readonly startsAt: string;
  }[];
};

/**
 * How the spans become those of a new roster. A span that would end no later than it began is removed instead, so that
 * none is empty and none overlaps, also where clocks stand still or go back.
 * @param latest the last span of everybody
 * @param at ISO 8601 in UTC, to the millisecond
 */
export function changesOfRoster(
  latest: readonly KnownSpan[],
  engineers: readonly Engineer[],
  at: string,
): RosterChanges {
  const now = new Map(engineers.map(({ id, teams }) => [id, sorted(teams)]));
  const known = new Map(latest.map((span) => [span.person, span]));
  const over = latest.filter((span) => span.endsAt === null && !sameTeams(span.teams, now.get(span.person)));
  const coming = [...now].filter(([person, teams]) => !lastsWith(known.get(person), teams));
  return {
    at,
    remove: over.filter(({ startsAt }) => startsAt >= at).map(({ person }) => person),
    end: over.filter(({ startsAt }) => startsAt < at).map(({ person }) => person),
    begin: coming.map(([person, teams]) => ({ person, teams, startsAt: beginOf(known.get(person), at) })),
  };
}

/** Who joined, who left, and whose teams changed. */
export function rosterLog(account: number, { remove, end, begin }: RosterChanges): readonly RosterLine[] {
  const over = new Set([...remove, ...end]);
  const coming = new Set(begin.map(({ person }) => person));
  const lineOf = (person: number, did: RosterLine['did']): RosterLine => ({
    account,
    actor: null,
    did,
    about: `person/${person}`,
    person,
    details: {},
  });
  return [
    ...[...over].filter((person) => !coming.has(person)).map((person) => lineOf(person, 'left')),
    ...[...coming].map((person) => lineOf(person, over.has(person) ? 'moved' : 'joined')),
  ];
}

type RosterLine = Omit<LogRow, 'at' | 'did'> & { readonly did: 'joined' | 'moved' | 'left' };

function sorted(teams: readonly string[]): readonly string[] {
  return [...new Set(teams)].toSorted();
}

function sameTeams(teams: readonly string[], others: readonly string[] | undefined): boolean {
  return others?.length === teams.length && teams.every((team, index) => team === others[index]);
}

function lastsWith(span: KnownSpan | undefined, teams: readonly string[]): boolean {
  return span?.endsAt === null && sameTeams(span.teams, teams);
}

/** Now; or later, where the person's last span began or ended later than that. */
function beginOf(span: KnownSpan | undefined, at: string): string {
  const free = span?.endsAt ?? span?.startsAt ?? at;
  return free > at ? free : at;
}
