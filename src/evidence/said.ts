/** What somebody said, as it is kept: never changed, only followed by more. */
export type Said = {
  /** Where it was said: unlike any other. */
  readonly origin: string;
  /** Whom it is about, and who said it: GitHub's numbers. */
  readonly person: number;
  readonly saidBy: number;
  /** The key of an activity, or the origin of something that was told; null for what stands alone. */
  readonly about: string | null;
  readonly verb: string;
  /** Their words, the key of an area, or more than that; empty where the verb says all. */
  readonly words: unknown;
  /** ISO 8601, UTC. */
  readonly saidAt: string;
};

/**
 * What was not taken back since. `all` is of one person, by time. An `undo` names what it takes back by its origin; one
 * without a name takes the last thing that its person said of the same work.
 */
export function whatStands<Row extends Said>(all: readonly Row[]): readonly Row[] {
  const stands: Row[] = [];
  const named = all.filter(({ verb, words }) => verb === 'undo' && words !== '');
  for (const one of all.filter((row) => !named.some((undo) => takesBack(undo, row))))
    if (one.verb !== 'undo') stands.push(one);
    else if (one.words === '') takeLast(stands, one);
  return stands;
}

/** Whoever said a thing can take it back, and so can whoever it is about. */
function takesBack(undo: Said, row: Said): boolean {
  return undo.words === row.origin && (undo.saidBy === row.saidBy || undo.saidBy === row.person);
}

function takeLast(stands: Said[], undo: Said): void {
  const at = stands.findLastIndex(
    ({ about, origin, saidBy }) => origin === undo.about || (about === undo.about && saidBy === undo.saidBy),
  );
  if (at !== -1) stands.splice(at, 1);
}
