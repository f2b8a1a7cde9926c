import type { Metric } from '../../evidence/claim.ts';
import { digest } from '../../evidence/key.ts';
import type { Needs, Phrase } from '../../framework/schema.ts';
import { isTitle } from '../story.ts';
import type { Unit } from './units.ts';

/** A phrase with the work that bears it out, strongest first. */
export type Match = {
  readonly phrase: Phrase;
  readonly units: readonly [Unit, ...Unit[]];
  /** What stands beside a pattern; null where the phrase has none. */
  readonly beside: Unit | null;
  /** How much it says: more is needed for it, and the work behind it is stronger. */
  readonly weight: number;
};

/** Every way in which a phrase can be offered: a single example by each piece that bears it out, a pattern by all of them. */
export function matchesOf(phrase: Phrase, units: readonly Unit[]): readonly Match[] {
  const { needs } = phrase;
  const own = units.filter((unit) => unit.work === needs.work && meets(unit, needs, phrase.area));
  if (own.length < needs.pieces) return [];
  const beside = phrase.beside === undefined ? null : besideOf(phrase.beside, phrase, own, units);
  if (phrase.beside !== undefined && beside === null) return [];
  const groups = needs.pieces > 1 ? [own] : own.slice(0, mostExamples).map((unit) => [unit]);
  // What few pieces bear out says more about them than what all of them do.
  const rare = 0.7 / own.length;
  return groups.flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const turn = turnOf(`${first.lead.activity.key} ${phrase.key}`);
    const weight = first.strength + rare + turn + 0.12 * conditionsOf(needs);
    return [{ phrase, units: [first, ...others], beside, weight }];
  });
}

/** A phrase needs one good example: the strongest are looked at. */
const mostExamples = 12;

/** From 0 to a little: of phrases that say about as much, not every report gets the same. */
function turnOf(name: string): number {
  return (Number.parseInt(digest(name).slice(0, 4), 16) / 0xffff) * 0.4;
}

type Wanted = Omit<Needs, 'work' | 'pieces'>;

function meets(unit: Unit, { areas, any, all, none, metric, word }: Wanted, area: string): boolean {
  const { signs } = unit;
  return (
    (areas === 'any' || unit.areas.includes(area)) &&
    (any === undefined || any.some((sign) => signs.has(sign))) &&
    (all ?? []).every((sign) => signs.has(sign)) &&
    !(none ?? []).some((sign) => signs.has(sign)) &&
    (metric === undefined || metricOf(unit, metric) !== null) &&
    (word === undefined || gradesOf(unit).some((grade) => word.some((one) => one === grade)))
  );
}

/** What speaks against a pattern is never one of its own observations. */
function besideOf(
  needs: NonNullable<Phrase['beside']>,
  { area }: Phrase,
  own: readonly Unit[],
  units: readonly Unit[],
): Unit | null {
  const others = units.filter((unit) => unit.work === needs.work && !own.includes(unit));
  return others.find((unit) => meets(unit, needs, area)) ?? null;
}

/** The figure that a sentence about this work can quote; null where there is none but in the title. */
export function metricOf({ rows, lead }: Unit, wanted: 'stated' | 'compared'): Metric | null {
  const metrics = [lead, ...rows].flatMap((row) => row.metrics.filter((metric) => !isTitle(metric, row)));
  const quotable = metrics.filter((metric) => !metric.text.includes('|') || isPair(metric));
  return quotable.find((metric) => wanted === 'stated' || isPair(metric) || metric.change !== null) ?? null;
}

export function isPair({ before, after }: Metric): boolean {
  return before !== null && after !== null;
}

function gradesOf({ rows }: Unit): readonly string[] {
  return rows
    .flatMap(({ metrics, impact }) => [...metrics, ...(impact === null ? [] : [impact])])
    .map(({ grade }) => grade);
}

/** What is asked of the record; several pieces of work, figures and incidents say more than one change. */
function conditionsOf({ any, all, metric, pieces, work }: Needs): number {
  const asked = (any === undefined ? 0 : 1) + (all?.length ?? 0);
  return asked + (metric === undefined ? 0 : 2.5) + (pieces > 1 ? 4 : 0) + (work === 'incident' ? 3 : 0);
}
