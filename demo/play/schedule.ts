import type { Act } from './acts.ts';

/** Acts that are played in one go, and the moment to which the application's clock then moves. */
export type Stretch = { readonly acts: readonly Act[]; readonly ends: string };

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

/** Each stretch costs the application a look at all its repositories, so there is not one for every day. */
const longest = 3 * day;

/** What changes who is there, or who may read what: the application must know it before people go on. */
const changesOffice: ReadonlySet<Act['deed']['kind']> = new Set([
  'write rules',
  'install',
  'make reports repository',
  'rename repository',
  'happening',
]);

/**
 * Acts in order, a few days at a time, until `end`; a stretch ends where the organisation itself changes. Where nothing
 * happens for longer there is a moment a week, so that nothing that time brings comes very late.
 */
export function stretchesOf(acts: readonly Act[], end: string): readonly Stretch[] {
  const parts = partsOf(acts).map((part) => ({ acts: part, ends: part.at(-1)?.at ?? end }));
  const stretches = [...parts, { acts: [], ends: end }];
  return stretches.flatMap((one, index) => [
    ...silence(stretches[index - 1]?.ends ?? one.ends, one.acts[0]?.at ?? one.ends),
    one,
  ]);
}

function partsOf(acts: readonly Act[]): readonly (readonly Act[])[] {
  const parts: Act[][] = [];
  for (const act of acts) {
    const last = parts.at(-1);
    if (last !== undefined && belongs(act, last)) last.push(act);
    else parts.push([act]);
  }
  return parts;
}

function belongs(act: Act, [first]: readonly Act[]): boolean {
  if (first === undefined) return true;
  const isSoon = Date.parse(act.at) - Date.parse(first.at) < longest;
  return isSoon && changesOffice.has(act.deed.kind) === changesOffice.has(first.deed.kind);
}

/** Moments on the way from one to the other. */
function silence(from: string, to: string): readonly Stretch[] {
  const [start, stop] = [Date.parse(from), Date.parse(to)];
  const count = Math.max(0, Math.ceil((stop - start) / week) - 1);
  return Array.from({ length: count }, (_, index) => ({
    acts: [],
    ends: new Date(start + (index + 1) * week).toISOString(),
  }));
}
