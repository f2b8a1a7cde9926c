import { distinct, fullName, hostedLogin, looksAutomatic, plain } from './naming.ts';
import type { Pair } from './sameness.ts';
import { isOwn, marksOf, pairKey, teamAddresses, unite } from './sameness.ts';

/** One name and address as the history has them, after the clone's mailmap. */
export type Sighting = {
  readonly name: string;
  readonly address: string;
  /** The pair as it was written, where a mailmap changed it; null otherwise. */
  readonly written: { readonly name: string; readonly address: string } | null;
  /** Who signed a commit, or only a name in a `Co-authored-by` line, which anybody can write. */
  readonly source: 'commit' | 'trailer';
  readonly commits: number;
  /** ISO 8601 in UTC: the oldest commit of this pair. */
  readonly firstAt: string;
  /** ISO 8601 in UTC: the newest commit of this pair. */
  readonly lastAt: string;
};

export type Person = {
  /** Stable: `mail:ada@example.org` (the address used first), or `name:ada <root@localhost>` where the address is nobody's own. */
  readonly key: string;
  /** The full name most of the commits carry, else any name, else the address. */
  readonly label: string;
  /** Full names first, then by commits. */
  readonly names: readonly string[];
  /** Lower case, the one used first at the front; addresses that a mailmap replaced come last. */
  readonly addresses: readonly string[];
  /** Logins read from `…@users.noreply.github.com` and its like. */
  readonly logins: readonly string[];
  /** For finding and ordering candidates only; never shown of a person. */
  readonly commits: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** The name or address looks like a program's. */
  readonly automatic: boolean;
  readonly sightings: readonly Sighting[];
};

export type PeopleDirectory = {
  /** Most commits first, programs last. */
  readonly people: readonly Person[];
  /** Commits on the branch in all, for the progress bar. */
  readonly commits: number;
  /** ISO 8601 in UTC; null in an empty history. */
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
};

/** As an `Actor` of the facts: from a clone everybody is a `user`. */
export type KnownActor = { readonly key: string; readonly label: string; readonly type: 'user' };

/** Which sightings are one person: same address, same full name, or the same login of a code host. */
export function groupPeople(sightings: readonly Sighting[]): readonly Person[] {
  const teams = teamAddresses(sightings);
  const groups = unite(marksOf(sightings, teams));
  const people = groups.map((indexes) =>
    toPerson(
      indexes.map((index) => sightings[index]!),
      teams,
    ),
  );
  return withDistinctKeys(people.toSorted(byWeight));
}

/** An address that others named for two people can be the key of one only: the one with more commits. */
function withDistinctKeys(people: readonly Person[]): readonly Person[] {
  const taken = new Set<string>();
  return people.map((person) => {
    let key = person.key;
    for (let number = 1; taken.has(key); number += 1) {
      key = `name:${plain(person.label)} <${person.addresses[0] ?? ''}>${number === 1 ? '' : ` ${number}`}`;
    }
    taken.add(key);
    return { ...person, key };
  });
}

/** Who a name and address belong to; somebody the directory does not know stands for themselves. */
export function actorLookup(people: readonly Person[]): (name: string, address: string) => KnownActor {
  const byPair = new Map<string, KnownActor>();
  const byAddress = new Map<string, KnownActor | null>();
  const teams = teamAddresses(people.flatMap((person) => person.sightings));
  for (const person of people) {
    const actor: KnownActor = { key: person.key, label: person.label, type: 'user' };
    for (const pair of person.sightings.flatMap(pairsOf)) {
      byPair.set(pairKey(pair), actor);
      // Nearly every question is a pair as git spells it: then nothing needs to be made plain.
      byPair.set(exactly(pair), actor);
    }
    for (const address of person.addresses) {
      // An address that two people signed with tells nobody who a third name is.
      if (isOwn(address, teams)) byAddress.set(address, byAddress.has(address) ? null : actor);
    }
  }
  return (name, address) =>
    byPair.get(exactly({ name, address })) ??
    byPair.get(pairKey({ name, address })) ??
    byAddress.get(plain(address)) ??
    stranger(name, address, teams);
}

function exactly({ name, address }: Pair): string {
  return `${name}\0${address}`;
}

function stranger(name: string, address: string, teams: ReadonlySet<string>): KnownActor {
  const key = keyOf({ name, address }, teams);
  return { key, label: name.trim() || address.trim() || 'unknown', type: 'user' };
}

function toPerson(sightings: readonly Sighting[], teams: ReadonlySet<string>): Person {
  const oldestFirst = sightings.toSorted(byAge);
  const mostFirst = sightings.toSorted((one, other) => other.commits - one.commits);
  const own = oldestFirst.find(({ address }) => isOwn(plain(address), teams)) ?? oldestFirst[0]!;
  const current = [own, ...oldestFirst].map(({ address }) => plain(address));
  const replaced = oldestFirst.flatMap(({ written }) => (written ? [plain(written.address)] : []));
  const addresses = distinct([...current, ...replaced]);
  const names = namesOf(mostFirst);
  return {
    key: keyOf(own, teams),
    label: names[0] ?? addresses[0] ?? 'unknown',
    names,
    addresses,
    logins: distinct(addresses.map((address) => hostedLogin(address)?.login ?? '')),
    commits: sightings.reduce((sum, { commits }) => sum + commits, 0),
    firstAt: oldestFirst[0]!.firstAt,
    lastAt: sightings.reduce((last, { lastAt }) => (lastAt > last ? lastAt : last), ''),
    automatic: looksAutomatic(mostFirst[0]!.name, mostFirst[0]!.address),
    sightings,
  };
}

/** What people sign commits with counts before what others call them. */
function namesOf(sightings: readonly Sighting[]): readonly string[] {
  const commits = new Map<string, number>();
  for (const { name, commits: count } of sightings) {
    commits.set(plain(name), (commits.get(plain(name)) ?? 0) + count);
  }
  const weight = ({ name, source }: Sighting): readonly number[] => [
    Number(source === 'commit'),
    Number(fullName(name) !== null),
    commits.get(plain(name)) ?? 0,
  ];
  const ordered = sightings.toSorted((one, other) => compareWeights(weight(other), weight(one)));
  return distinct(ordered.map(({ name }) => name.trim()));
}

function compareWeights(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((weight, index) => weight !== other[index]);
  return place === -1 ? 0 : one[place]! - other[place]!;
}

function keyOf({ name, address }: Pair, teams: ReadonlySet<string>): string {
  const own = plain(address);
  return isOwn(own, teams) ? `mail:${own}` : `name:${plain(name)} <${own}>`;
}

function byAge(one: Sighting, other: Sighting): number {
  return compare(one.firstAt, other.firstAt) || compare(plain(one.address), plain(other.address));
}

function byWeight(one: Person, other: Person): number {
  return (
    Number(one.automatic) - Number(other.automatic) ||
    other.commits - one.commits ||
    compare(one.key, other.key)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function pairsOf(sighting: Sighting): readonly Pair[] {
  return sighting.written ? [sighting, sighting.written] : [sighting];
}
