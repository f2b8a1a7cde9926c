import type { Evidence } from '../evidence.ts';
import { runOf, seriesOf, stepOf } from './series.ts';

/** The rows of one activity: one for each area that it is evidence of. */
export type Rows = readonly [Evidence, ...Evidence[]];

/** What holds work together, the loosest first. A run are steps of one number, `2/4` and `3/4`, within days. */
export const bonds = ['issue', 'ticket', 'run', 'mention', 'series'] as const;
export type Bond = (typeof bonds)[number];

/** One name that several activities share, and how. */
type Shared = { readonly bond: Bond; readonly members: readonly Rows[] };

/**
 * How near in time work must be to belong together by a bond, in days: from one to the next, and in all. What says
 * itself that it continues another may wait longer than what only names the same issue.
 */
const reach: Readonly<Record<Bond, { readonly gap: number; readonly span: number }>> = {
  issue: { gap: 21, span: 60 },
  ticket: { gap: 45, span: 120 },
  run: { gap: 10, span: 30 },
  mention: { gap: 60, span: 120 },
  series: { gap: 120, span: 366 },
};

/** So many who name one thing over so many days follow a theme: a tracking issue, an epic. */
export const theme = { members: 12, days: 30 } as const;
/** A change that names more others is a list of them, and continues only those that name it too. */
const longestList = 10;

const dayLength = 86_400_000;

/** Pairs of activities that belong together by one of the bonds. */
export function tiesOf(all: readonly Rows[], by: ReadonlySet<Bond>): readonly (readonly [Rows, Rows])[] {
  return sharedNames(all)
    .filter(({ bond, members }) => by.has(bond) && members.length > 1)
    .filter(({ bond, members }) => bond === 'series' || !isTheme(members, theme.days))
    .flatMap(({ bond, members }) => inReach(members, reach[bond]));
}

/** Many activities over a long time share a theme, not a story. */
export function isTheme(members: readonly Rows[], longest: number): boolean {
  const times = members.map(timeOf);
  return members.length > theme.members && (Math.max(...times) - Math.min(...times)) / dayLength > longest;
}

function sharedNames(all: readonly Rows[]): readonly Shared[] {
  const own = new Set(all.flatMap((rows) => nameOf(rows) ?? []));
  const named = new Map<string, { bond: Bond; members: Set<Rows> }>();
  const add = (name: string, bond: Bond, rows: Rows) => {
    const key = `${bond} ${name}`;
    const shared = named.get(key) ?? { bond, members: new Set() };
    shared.members.add(rows);
    named.set(key, shared);
  };
  const mentioned = new Map(all.map((rows) => [rows, mentionsOf(rows)]));
  for (const rows of all) {
    const name = nameOf(rows);
    if (name !== null) add(name, 'mention', rows);
    for (const other of mentioned.get(rows) ?? [])
      if (isMeant(other, name, mentioned.get(rows) ?? [], all, mentioned))
        add(other, own.has(other) ? 'mention' : 'issue', rows);
    for (const ticket of rows[0].subject.tickets) if (!ticket.includes('#')) add(ticket, 'ticket', rows);
    for (const series of seriesOf(rows[0].subject)) add(series, 'series', rows);
    for (const run of runOf(rows[0].subject)) add(run, 'run', rows);
  }
  return [...named.values()]
    .map(({ bond, members }) => ({ bond, members: [...members].toSorted((a, b) => timeOf(a) - timeOf(b)) }))
    .filter(({ bond, members }) => bond !== 'series' || members.some((rows) => isStep(rows)));
}

function isStep([{ subject }]: Rows): boolean {
  return stepOf(subject.whole) !== null;
}

function isMeant(
  other: string,
  name: string | null,
  mentions: readonly string[],
  all: readonly Rows[],
  mentioned: ReadonlyMap<Rows, readonly string[]>,
): boolean {
  if (mentions.length <= longestList) return true;
  const back = all.find((rows) => nameOf(rows) === other);
  return back !== undefined && name !== null && (mentioned.get(back) ?? []).includes(name);
}

/** `harbour/orders#412`; null where the change has no number. */
function nameOf([{ subject }]: Rows): string | null {
  return subject.number === null ? null : `${subject.repository}#${subject.number}`;
}

/** What its words name, what brought it to the default branch, and what the record of an incident links. */
function mentionsOf([{ subject, deeds }]: Rows): readonly string[] {
  const { repository, mentions, tickets, arrivedWith } = subject;
  const linked = deeds.flatMap((deed) => ('label' in deed ? [deed.label] : []));
  const names = linked.map((label) => (label.startsWith('#') ? `${repository}${label}` : label));
  const elsewhere = tickets.filter((ticket) => ticket.includes('#'));
  const here = arrivedWith === null ? mentions : [...mentions, arrivedWith];
  return [...new Set([...here.map((number) => `${repository}#${number}`), ...elsewhere, ...names])];
}

/** Neighbours in time, as long as they are near and the whole stays short; past that a new stretch begins. */
function inReach(
  members: readonly Rows[],
  { gap, span }: { readonly gap: number; readonly span: number },
): readonly (readonly [Rows, Rows])[] {
  const ties: (readonly [Rows, Rows])[] = [];
  let begin = members[0];
  for (const [index, rows] of members.entries()) {
    const before = members[index - 1];
    if (begin === undefined || before === undefined) continue;
    const near = days(before, rows) <= gap && days(begin, rows) <= span;
    if (near) ties.push([before, rows]);
    else begin = rows;
  }
  return ties;
}

function days(one: Rows, other: Rows): number {
  return (timeOf(other) - timeOf(one)) / dayLength;
}

function timeOf([{ activity }]: Rows): number {
  return Date.parse(activity.at);
}
