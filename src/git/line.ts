/** Where a commit stands: on the branch's own line, or brought by the commit of that line at `position`. */
export type Placement = {
  readonly position: number;
  readonly onLine: boolean;
  /** Positions that no further commit can belong to. */
  readonly settled: readonly number[];
};

export type Line = {
  /** Null: the commit cannot be reached from where the line starts. Children must come before their parents. */
  place(id: string, parents: readonly string[]): Placement | null;
};

/**
 * Follows the first parents from `tip` (position 0) and gives every other commit to the oldest commit of that
 * line from which it can be reached: the one that brought it to the branch.
 * Needs memory only for parents that are named and not yet read.
 */
export function createLine(tip: string): Line {
  const frontier = new Map<string, number>([[tip, 0]]);
  const waiting = new Map<number, number>([[0, 1]]);
  let next = { id: tip as string | undefined, position: 0 };

  const release = (position: number): number[] => {
    const left = waiting.get(position)! - 1;
    if (left > 0) waiting.set(position, left);
    else waiting.delete(position);
    return left > 0 ? [] : [position];
  };
  const raise = (id: string, position: number): number[] => {
    const before = frontier.get(id);
    if (before !== undefined && before >= position) return [];
    frontier.set(id, position);
    waiting.set(position, (waiting.get(position) ?? 0) + 1);
    return before === undefined ? [] : release(before);
  };

  return {
    place(id, parents) {
      const owner = frontier.get(id);
      if (owner === undefined) return null;
      const onLine = id === next.id;
      frontier.delete(id);
      const touched: number[] = [];
      if (onLine) {
        next = { id: parents[0], position: owner + 1 };
        if (next.id !== undefined) touched.push(...raise(next.id, next.position));
      }
      for (const parent of onLine ? parents.slice(1) : parents) touched.push(...raise(parent, owner));
      touched.push(...release(owner));
      return { position: owner, onLine, settled: touched.filter((position) => !waiting.has(position)) };
    },
  };
}
