import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Told } from '../evidence/told.ts';
import type { Framework } from '../framework/compile.ts';
import type { AreaRow, AreaSection } from './report.ts';
import type { ToldEntry } from './told-entry.ts';

/** What was told within the cycle. */
export function toldEntries(told: readonly Told[], { from, to, timeZone }: Cycle): readonly ToldEntry[] {
  return told
    .map(({ at, ...one }) => ({ ...one, day: dayOf(at, timeZone) }))
    .filter(({ day }) => from <= day && day < to);
}

/** Those that name no area of the framework, as it may have been when they did. */
export function withoutArea(entries: readonly ToldEntry[], { pack }: Framework): readonly ToldEntry[] {
  return entries.filter(({ area }) => pack.areas.every(({ key }) => key !== area));
}

/** An area with something told of it is not blank. */
export function withTold(
  sections: readonly AreaSection[],
  entries: readonly ToldEntry[],
): readonly AreaSection[] {
  return sections.map(({ area, rows }) => ({
    area,
    rows: [...rows, ...entries.filter((entry) => entry.area === area).map(rowOf)].toSorted(byDay),
  }));
}

function rowOf({ id, text, by, url, link, day, notes }: ToldEntry): AreaRow {
  const grade = by === null ? 'author' : 'peer';
  return {
    id,
    win: { text, quote: { text, place: { in: 'comment', key: id, from: 0, url } }, grade },
    reference: { label: link === null ? 'told' : 'link', url: link ?? url, day },
    because: [],
    part: [by === null ? 'told by the engineer' : `told by ${by}`, ...notes.map((note) => note.text)].join(
      '; ',
    ),
    metric: null,
    since: null,
    kind: 'told',
  };
}

function byDay(one: AreaRow, other: AreaRow): number {
  return one.reference.day < other.reference.day ? -1 : Number(one.reference.day > other.reference.day);
}
