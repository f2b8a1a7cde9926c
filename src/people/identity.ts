/** One name and address as the history has them, after the clone's mailmap. */
export type Sighting = {
  readonly name: string;
  readonly address: string;
  /** The pair as it was written, where a mailmap changed it; null otherwise. */
  readonly written: { readonly name: string; readonly address: string } | null;
  readonly commits: number;
  /** ISO 8601 in UTC: the oldest commit of this pair. */
  readonly firstAt: string;
  /** ISO 8601 in UTC: the newest commit of this pair. */
  readonly lastAt: string;
};

export type Person = {
  /** Stable: `mail:ada@example.org` (the address used first), or `name:ada <root@localhost>` where the address is nobody's own. */
  readonly key: string;
  /** The name most of the commits carry; the address where there is no name. */
  readonly label: string;
  readonly names: readonly string[];
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

/** Which sightings are one person: same address, same full name, or the same login of a code host. */
export function groupPeople(sightings: readonly Sighting[]): readonly Person[] {
  throw new Error(`not written yet: ${sightings.length}`);
}

/** Who a name and address belong to; somebody the directory does not know stands for themselves. */
export function actorLookup(
  people: readonly Person[],
): (name: string, address: string) => { readonly key: string; readonly label: string; readonly type: 'user' } {
  throw new Error(`not written yet: ${people.length}`);
}
