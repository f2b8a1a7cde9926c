import type { State } from '../github/state.ts';
import { postsOf } from './posts.ts';

/** All rows of each table, as JSON, without times. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** What the application knows and what it wrote, at one moment. */
export type Snapshot = Readonly<Record<string, readonly string[]>>;

/** One thing that is not as it should be, for a table of three columns. */
export type Difference = { readonly where: string; readonly expected: string; readonly found: string };

/** A delivery that comes once more under another name is one more row there; that is right. */
const growing: ReadonlySet<string> = new Set(['deliveries']);

export function snapshotOf(tables: Tables, state: State): Snapshot {
  const kept = Object.entries(tables).filter(([name]) => !growing.has(name));
  return {
    ...Object.fromEntries(kept.map(([name, rows]) => [`table ${name}`, rows])),
    'what stands on GitHub': postsOf(state).map((post) => JSON.stringify(post)),
  };
}

/** Every row that is in one of the two and not in the other, byte for byte; two that are alike are shown as one. */
export function differencesBetween(before: Snapshot, after: Snapshot): readonly Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    paired(without(before[name], after[name]), without(after[name], before[name])).map((pair) => ({
      where: name,
      ...excerptsOf(pair),
    })),
  );
}

type Pair = { readonly was: string | null; readonly is: string | null };

/** A row that is gone, with the new one that begins most like it. */
function paired(gone: readonly string[], fresh: readonly string[]): readonly Pair[] {
  const left = [...fresh];
  const pairs = gone.map((was): Pair => {
    const lengths = left.map((is) => commonLength(was, is));
    const best = lengths.indexOf(Math.max(...lengths));
    const [is = null] = best === -1 ? [] : left.splice(best, 1);
    return { was, is };
  });
  return [...pairs, ...left.map((is) => ({ was: null, is }))];
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const around = 100;

/** The place at which the two part. */
function excerptsOf({ was, is }: Pair): Pick<Difference, 'expected' | 'found'> {
  const start = was === null || is === null ? 0 : Math.max(0, commonLength(was, is) - around);
  const excerpt = (row: string | null) =>
    row === null ? 'nothing' : `${start > 0 ? '…' : ''}${row.slice(start, start + 3 * around)}`;
  return { expected: excerpt(was), found: excerpt(is) };
}

/** The rows that are left when each of `others` has taken away one like it. */
function without(
  rows: readonly string[] | undefined,
  others: readonly string[] | undefined,
): readonly string[] {
  const left = new Map<string, number>();
  for (const row of others ?? []) left.set(row, (left.get(row) ?? 0) + 1);
  return (rows ?? []).filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}
