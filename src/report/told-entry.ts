import type { Told } from '../evidence/told.ts';

/** Something told in a comment, with where and when. */
export type ToldEntry = Omit<Told, 'at'> & {
  /** In the cycle's time zone: `2026-03-03`. */
  readonly day: string;
};
