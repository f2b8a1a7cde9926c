import type { Json } from './json.ts';

/** What the log tells of. A closed list: no row holds a word that somebody wrote. */
export type Deed =
  | 'noticed'
  | 'ruled'
  | 'joined'
  | 'moved'
  | 'left'
  | 'gathered'
  | 'judged'
  | 'forgotten'
  | 'heard'
  | 'posted'
  | 'held'
  | 'purged'
  | 'erased';

/** One thing that was done, by whom and when. Ids, keys, hashes and fixed words only. */
export type LogRow = {
  readonly account: number;
  readonly at: string;
  /** Whose doing it was; null for the app itself. */
  readonly actor: number | null;
  readonly did: Deed;
  /** The key of a subject, publication, evidence or the like. */
  readonly about: string;
  /** Whom it concerns; null for nobody alone. */
  readonly person: number | null;
  /** Hashes, versions, counts. */
  readonly details: Json;
};

/**
 * Rows are added, never changed. Most of them the store itself adds, in one step with what they tell of, so that
 * nothing is done without its row, and nothing that was done already is told twice.
 */
export type LogTable = {
  add(row: Omit<LogRow, 'at'>): Promise<void>;
  /** What concerns one person or was their doing, oldest first. */
  ofPerson(account: number, person: number): Promise<readonly LogRow[]>;
  /** What was done about one thing, by its key, oldest first. */
  about(account: number, key: string): Promise<readonly LogRow[]>;
};
