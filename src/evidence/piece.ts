import type { Evidence } from './evidence.ts';
import { bonds, isTheme, tiesOf } from './piece/bonds.ts';
import type { Bond, Rows } from './piece/bonds.ts';

/**
 * A piece of work: the changes, reviews and incidents that belong together, so that splitting one change into ten
 * changes nothing. One engineer's evidence only.
 */
export type Piece = {
  /** The change that tells it best. */
  readonly lead: Evidence;
  /** One row for each activity of the piece, oldest first; the lead is among them. */
  readonly changes: readonly Evidence[];
  /** Every row of the piece that is told: one for each activity and area. By key. */
  readonly rows: readonly Evidence[];
  /** The areas told, primary first. */
  readonly areas: readonly string[];
  /** Orders work within one engineer's report; never shown, never compared between people. */
  readonly strength: number;
};

/** Past so many days, many changes that hold together by several bonds are a theme, and the loosest are let go. */
const longestPiece = 120;

/** A step that is only asked about belongs to the piece of the others; a piece of nothing else is none. */
export function piecesOf(evidence: readonly Evidence[]): readonly Piece[] {
  return groupsOf(evidence)
    .filter((group) => group.flat().some(isTold))
    .map(toPiece)
    .toSorted((a, b) => b.strength - a.strength || byTime(a.lead, b.lead));
}

/** Work that is only asked about, what belongs together together; oldest first within. */
export function askedTogether(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  return groupsOf(evidence)
    .filter((group) => !group.flat().some(isTold))
    .map((group) => group.map(([first]) => first).toSorted(byTime));
}

/** The rows of each activity, in groups of activities that belong together. */
function groupsOf(evidence: readonly Evidence[]): readonly (readonly Rows[])[] {
  const inOrder = evidence.toSorted(
    (a, b) =>
      Number(isTold(b)) - Number(isTold(a)) || Number(b.primary) - Number(a.primary) || compare(a.key, b.key),
  );
  const rows = [...Map.groupBy(inOrder, ({ activity }) => activity.key).values()];
  return grouped(
    rows.flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const])),
    bonds,
  );
}

function grouped(all: readonly Rows[], by: readonly Bond[]): readonly (readonly Rows[])[] {
  const nameOf = joined(tiesOf(all, new Set(by)));
  const groups = [...Map.groupBy(all, nameOf).values()];
  return groups.flatMap((group) =>
    by.length > 1 && isTheme(group, longestPiece) ? grouped(group, by.slice(1)) : [group],
  );
}

/** Gives each activity the name of its group: the smallest key it is tied to, over however many steps. */
function joined(ties: readonly (readonly [Rows, Rows])[]): (rows: Rows) => string {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const [one, other] of ties) {
    const [low, high] = [find(one[0].activity.key), find(other[0].activity.key)].toSorted();
    if (low !== undefined && high !== undefined && low !== high) parents.set(high, low);
  }
  return ([{ activity }]) => find(activity.key);
}

function toPiece(group: readonly Rows[]): Piece {
  const changes = group.map(([first]) => first).toSorted(byTime);
  const rows = group
    .flat()
    .filter(isTold)
    .toSorted((a, b) => compare(a.key, b.key));
  const lead = changes.filter(isTold).toSorted(byLead)[0];
  if (lead === undefined) throw new Error('a piece of work has at least one activity that is told');
  const own = rows.filter(({ activity }) => activity.key === lead.activity.key);
  const areas = [...own.toSorted((a, b) => Number(b.primary) - Number(a.primary)), ...rows];
  return {
    lead,
    changes,
    rows,
    areas: [...new Set(areas.map(({ area }) => area))],
    strength: strengthOf(lead) + saidElsewhere(lead, changes),
  };
}

/** A step back leads only where it stands alone, and a review only where no own work of the piece stands out as much. */
function byLead(a: Evidence, b: Evidence): number {
  return (
    Number(takesBack(a)) - Number(takesBack(b)) ||
    Number(a.notable === null) - Number(b.notable === null) ||
    Number(isReview(a)) - Number(isReview(b)) ||
    strengthOf(b) - strengthOf(a) ||
    byTime(a, b)
  );
}

function isReview({ activity }: Evidence): boolean {
  return activity.kind === 'review';
}

function isTold({ stands }: Evidence): boolean {
  return stands === 'told';
}

/** A step back tells the piece only where it stands alone, and makes it no larger. */
export function takesBack({ outline }: Evidence): boolean {
  return outline !== null && outline.takesBack !== null;
}

/** What is notable always comes before what is not. */
export function strengthOf({ notable, worth }: Evidence): number {
  return notable?.strength ?? worth / 4;
}

/** What the whole change would have said in one place counts as much where its steps say it; more steps count nothing. */
function saidElsewhere(lead: Evidence, changes: readonly Evidence[]): number {
  if (lead.notable === null) return 0;
  const measured = lead.metrics.length === 0 && changes.some(({ metrics }) => metrics.length > 0);
  const mattered = lead.impact === null && changes.some(({ impact }) => impact !== null);
  return (measured ? 0.3 : 0) + (mattered ? 0.1 : 0);
}

/** Oldest first; at the same moment by key, so that the order of reading never shows. */
function byTime(a: Evidence, b: Evidence): number {
  return compare(a.activity.at, b.activity.at) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
