import type { Act } from './acts.ts';

/** Acts that are played in one go, and the moment to which the application's clock then moves. */
export type Stretch = { readonly acts: readonly Act[]; readonly ends: string };

const week = 7 * 24 * 60 * 60 * 1000;

/** What changes who is there, or who may read what: the application must know it before people go on. */
const changesOffice: ReadonlySet<Act['deed']['kind']> = new Set([
  'write rules',
  'install',
  'make reports repository',
  'rename repository',
  'happening',
]);

/**
 * Acts by day, in order, until `end`; a day is parted where the organisation itself changes. Where nothing happens for
 * longer there is a moment a week, so that nothing that time brings comes very late. Days are those of UTC, which does
 * not matter: only that there are not too many.
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
    const before = last?.at(-1);
    if (last === undefined || before === undefined || partOf(before) !== partOf(act)) parts.push([act]);
    else last.push(act);
  }
  return parts;
}

function partOf({ at, deed }: Act): string {
  return `${new Date(at).toISOString().slice(0, 10)} ${changesOffice.has(deed.kind) ? 'office' : 'work'}`;
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
