import { fullName, hostedLogin, isShared, plain } from './naming.ts';

export type Pair = { readonly name: string; readonly address: string };

type Sighted = Pair & { readonly source: 'commit' | 'trailer'; readonly commits: number };

/** From this many different full names on, an address is taken for a team's or a machine's. */
const NAMES_OF_A_TEAM = 4;

/** A pair this many times rarer than both its name elsewhere and its address under other names joins nobody. */
const SLIP = 10;

export function pairKey({ name, address }: Pair): string {
  return `${plain(name)} <${plain(address)}>`;
}

export function isOwn(address: string, teams: ReadonlySet<string>): boolean {
  return !isShared(address) && !teams.has(address);
}

export function teamAddresses(sightings: readonly Pair[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const { name, address } of sightings) {
    const full = fullName(name);
    if (full === null) continue;
    const known = names.get(plain(address));
    if (known) known.add(full);
    else names.set(plain(address), new Set([full]));
  }
  const teams = [...names].filter(([, known]) => known.size >= NAMES_OF_A_TEAM);
  return new Set(teams.map(([address]) => address));
}

/**
 * What two sightings must share to be one person: any one of these. What a `Co-authored-by` line says never joins
 * two people who signed commits of their own: it goes to one of them, by address before name.
 */
export function marksOf(
  sightings: readonly Sighted[],
  teams: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const isSlip = slips(sightings);
  const marks = sightings.map((sighting) => [
    ...addressMarks(sighting, teams),
    ...(isSlip(sighting) ? [] : nameMarks(sighting)),
  ]);
  const signed = new Set(marks.filter((_, index) => sightings[index]!.source === 'commit').flat());
  return marks.map((own, index) => {
    const attached =
      sightings[index]!.source === 'trailer' ? own.find((mark) => signed.has(mark)) : undefined;
    return attached === undefined ? own : [attached];
  });
}

function addressMarks(sighting: Pair, teams: ReadonlySet<string>): readonly string[] {
  const address = plain(sighting.address);
  const pair = `pair ${pairKey(sighting)}`;
  if (!isOwn(address, teams)) return [pair];
  const hosted = hostedLogin(address);
  return [
    pair,
    `mail ${address}`,
    ...(hosted?.id ? [`id ${hosted.host} ${hosted.id}`] : []),
    ...(hosted ? [`login ${hosted.host} ${hosted.login}`] : []),
  ];
}

function nameMarks({ name }: Pair): readonly string[] {
  const full = fullName(name);
  return full === null ? [] : [`name ${full}`];
}

/**
 * Somebody who amends a colleague's commit now and then signs with one's name and the other's address. Seen
 * rarely beside two established people, it is a slip and must not make them one.
 */
function slips(sightings: readonly Sighted[]): (sighting: Sighted) => boolean {
  const byName = new Map<string, number>();
  const byAddress = new Map<string, number>();
  const byPair = new Map<string, number>();
  for (const sighting of sightings) {
    const full = fullName(sighting.name);
    if (full === null) continue;
    add(byName, full, sighting.commits);
    add(byAddress, plain(sighting.address), sighting.commits);
    add(byPair, pairKey(sighting), sighting.commits);
  }
  return (sighting) => {
    const together = byPair.get(pairKey(sighting)) ?? 0;
    const nameElsewhere = (byName.get(fullName(sighting.name) ?? '') ?? 0) - together;
    const addressElsewhere = (byAddress.get(plain(sighting.address)) ?? 0) - together;
    return together > 0 && together * SLIP < Math.min(nameElsewhere, addressElsewhere);
  };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Indexes that share a mark, directly or through others, in order of their first. */
export function unite(marks: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const parents = marks.map((_, index) => index);
  const firstWith = new Map<string, number>();
  marks.forEach((own, index) => {
    for (const mark of own) {
      const other = firstWith.get(mark);
      if (other === undefined) firstWith.set(mark, index);
      else join(parents, other, index);
    }
  });
  return gather(parents);
}

function gather(parents: number[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const index of parents.keys()) {
    const root = rootOf(parents, index);
    const group = groups.get(root);
    if (group) group.push(index);
    else groups.set(root, [index]);
  }
  return [...groups.values()];
}

function join(parents: number[], one: number, other: number): void {
  const [low, high] = [rootOf(parents, one), rootOf(parents, other)].toSorted((a, b) => a - b);
  parents[high!] = low!;
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) {
    // Halving the path on the way keeps every later walk short.
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}
