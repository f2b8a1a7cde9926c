import type { Level, Needs, Phrase } from '../../schema.ts';

/** A phrase as the files of the bank write it: area and level stand around it. */
export type Entry = Omit<Phrase, 'area' | 'level'>;

type Wanted = Partial<Needs> & { readonly beside?: NonNullable<Phrase['beside']> };

/** Needs that are not told are the usual ones: one piece of work, a change, in the area itself. */
export function phrase(key: string, text: string, { beside, ...needs }: Wanted): Entry {
  const whole = { work: 'change', pieces: 1, areas: 'own', ...needs } as const;
  return { key, text, needs: whole, ...(beside === undefined ? {} : { beside }) };
}

/** A pattern is several observations, whatever else it needs, and what stands beside it. */
export const pattern = 3;

/** What may stand beside a pattern. */
export function besideIt(needs: Partial<NonNullable<Phrase['beside']>>): {
  readonly beside: NonNullable<Phrase['beside']>;
} {
  return { beside: { work: 'change', areas: 'own', ...needs } };
}

/** The phrases of one area; their keys begin with it and the level, so that no two areas share one. */
export function bankOf(area: string, entries: Readonly<Record<Level, readonly Entry[]>>): readonly Phrase[] {
  return (['exceeds', 'meets', 'developing'] as const).flatMap((level) =>
    entries[level].map((entry) => ({ ...entry, key: `${area}-${level}-${entry.key}`, area, level })),
  );
}
