import type { Call } from '../router.ts';
import type { Issue, Pull } from '../state.ts';

/** As `sort` and `direction` say: the newest first where nothing is said. */
export function ordered<T extends Issue | Pull>({ url }: Call, all: readonly T[]): readonly T[] {
  const sort = url.searchParams.get('sort') ?? 'created';
  const rises = url.searchParams.get('direction') === 'asc';
  const rising = all.toSorted((one, other) => compare(sort, one, other) || one.number - other.number);
  return rises ? rising : rising.toReversed();
}

function compare(sort: string, one: Issue | Pull, other: Issue | Pull): number {
  if (sort === 'comments') return one.comments.length - other.comments.length;
  const [time, otherTime] =
    sort === 'updated' ? [one.updatedAt, other.updatedAt] : [one.createdAt, other.createdAt];
  return time.localeCompare(otherTime);
}
