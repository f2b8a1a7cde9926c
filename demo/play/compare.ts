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

/** Every row that is in one of the two and not in the other, byte for byte. */
export function differencesBetween(before: Snapshot, after: Snapshot): readonly Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => [
    ...without(before[name], after[name]).map((row) => ({ where: name, expected: row, found: 'nothing' })),
    ...without(after[name], before[name]).map((row) => ({ where: name, expected: 'nothing', found: row })),
  ]);
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
