/** The known word that was most likely meant; null where none is near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const wanted = bare(word);
  const measured = known
    .map((candidate) => ({ candidate, apart: apart(wanted, bare(candidate)) }))
    .filter(({ candidate, apart: steps }) => steps <= allowed(bare(candidate)));
  return measured.toSorted((one, other) => one.apart - other.apart)[0]?.candidate ?? null;
}

const longest = 100;

/** `leaveOut`, `leave-out` and `Leave_Out` are the same slip of the pen. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}/]/gu, '')
    .slice(0, longest);
}

function allowed(word: string): number {
  return Math.min(3, Math.floor(word.length / 3));
}

/** How many letters must be added, dropped, replaced or swapped with their neighbour. */
function apart(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1];
      const swapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && line > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
