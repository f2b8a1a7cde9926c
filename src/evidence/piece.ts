import type { Evidence } from './evidence.ts';

/**
 * A piece of work: the changes that belong together, so that splitting one into ten changes nothing.
 * One engineer's evidence only.
 */
export type Piece = {
  /** The change that tells it best. */
  readonly lead: Evidence;
  /** One row for each change of the piece, oldest first; the lead is among them. */
  readonly changes: readonly Evidence[];
  /** The areas told, primary first. */
  readonly areas: readonly string[];
  /** Orders work within one engineer's report; never shown, never compared between people. */
  readonly strength: number;
};

/** Changes that share a ticket or mention each other form one piece. Past this many they share a theme, not a story. */
const largestPiece = 12;

/** A step that is only asked about belongs to the piece of the others; a piece of nothing else is none. */
export function piecesOf(evidence: readonly Evidence[]): readonly Piece[] {
  const inOrder = evidence.toSorted(
    (a, b) =>
      Number(isTold(b)) - Number(isTold(a)) || Number(b.primary) - Number(a.primary) || compare(a.key, b.key),
  );
  const changes = [...Map.groupBy(inOrder, ({ activity }) => activity.key).values()];
  const groups = Map.groupBy(changes, linkedBy(changes));
  return [...groups.values()]
    .flatMap((group) => (group.length > largestPiece ? group.map((change) => [change]) : [group]))
    .filter((group) => group.flat().some(isTold))
    .map(toPiece)
    .toSorted((a, b) => b.strength - a.strength || byTime(a.lead, b.lead));
}

function toPiece(changes: readonly (readonly Evidence[])[]): Piece {
  const rows = changes.flatMap((change) => change.slice(0, 1)).toSorted(byTime);
  const byStrength = rows
    .filter(isTold)
    .toSorted((a, b) => Number(takesBack(a)) - Number(takesBack(b)) || strengthOf(b) - strengthOf(a));
  const lead = byStrength[0];
  if (lead === undefined) throw new Error('a piece of work has at least one change');
  const areas = [
    ...new Set([
      ...areasOf(changes, lead),
      ...changes
        .flat()
        .filter(isTold)
        .map(({ area }) => area),
    ]),
  ];
  const steps = rows.filter((row) => row !== lead && !takesBack(row)).length;
  return { lead, changes: rows, areas, strength: strengthOf(lead) + Math.min(steps, 4) * 0.05 };
}

function areasOf(changes: readonly (readonly Evidence[])[], lead: Evidence): readonly string[] {
  const own = changes.find((change) => change.includes(lead)) ?? [];
  return own
    .filter(isTold)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary))
    .map(({ area }) => area);
}

function isTold({ stands }: Evidence): boolean {
  return stands === 'told';
}

/** A step back tells the piece only where it stands alone, and makes it no larger. */
export function takesBack({ outline }: Evidence): boolean {
  return outline !== null && outline.takesBack !== null;
}

/** What is notable always comes before what is not. */
function strengthOf({ notable, worth }: Evidence): number {
  return notable?.strength ?? worth / 4;
}

/** Gives each change the name of its group: the smallest key it is linked with, over however many steps. */
function linkedBy(changes: readonly (readonly Evidence[])[]): (change: readonly Evidence[]) => string {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const join = (one: string, other: string) => {
    const [low, high] = [find(one), find(other)].toSorted();
    if (low !== undefined && high !== undefined && low !== high) parents.set(high, low);
  };
  for (const change of changes) for (const link of linksOf(change[0])) join(nameOf(change[0]), link);
  return (change) => find(nameOf(change[0]));
}

function nameOf(change: Evidence | undefined): string {
  if (change === undefined) return '';
  const { repository, number, key } = change.subject;
  // A review belongs to somebody else's change: it joins none of the person's own.
  if (change.activity.kind === 'review') return change.activity.key;
  return number === null ? key : `${repository}#${number}`;
}

function linksOf(change: Evidence | undefined): readonly string[] {
  if (change === undefined || change.activity.kind === 'review') return [];
  const { repository, tickets, mentions } = change.subject;
  return [...tickets, ...mentions.map((number) => `${repository}#${number}`)];
}

/** Oldest first; at the same moment by key, so that the order of reading never shows. */
function byTime(a: Evidence, b: Evidence): number {
  return compare(a.activity.at, b.activity.at) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
