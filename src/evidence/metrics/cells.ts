const MOST = 20;

/** The cells of a row of a table: between bars, or, where there are none, set apart by two spaces or more. */
export function cellsOf(row: string): readonly string[] {
  const inner = row.trim();
  const cells = inner.includes('|')
    ? inner.replace(/^\|/, '').replace(/\|$/, '').split('|')
    : inner.split(/\s{2,}|\t/);
  return cells.slice(0, MOST).map((text) => text.trim());
}
