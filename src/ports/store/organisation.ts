import type { Json } from './json.ts';

/** Work to do: what has changed since it was last read. */
export type DirtyAccount = {
  readonly account: number;
  readonly installation: number | null;
  /** Given back when the reading is saved, so that a delivery in the meantime is not missed. */
  readonly dirtyAt: string;
};

/** One organisation or user that installed the app. */
export type AccountRow = {
  readonly account: number;
  /** When it last changed, where that was not read yet; null where it is clean. Given back when the reading is saved. */
  readonly dirtyAt: string | null;
  /** Null once the app was removed. */
  readonly installation: number | null;
  /** A label, free to change; null before the account was first read. */
  readonly login: string | null;
  /** When everybody was told what is kept; null before. Nothing is gathered before. */
  readonly noticedAt: string | null;
  /** The rules in force, as `people/rules` gives them; null before there were any. Wrong rules leave the last good ones in force. */
  readonly rules: Json;
  /** Who may read reports, as `workers/organisation` keeps them: owners, and whom the rules appoint. */
  readonly owners: Json;
};

/** What was read of an account at one moment. */
export type AccountReading = {
  readonly account: number;
  /** The `dirtyAt` that the reading started from; null where it was read without being dirty. */
  readonly seen: string | null;
  readonly installation: number;
  readonly login: string;
  readonly rules: Json;
  readonly owners: Json;
  /** All that the app may read; those not named any more are forgotten, what is known of them stays. */
  readonly repositories: readonly Omit<RepositoryRow, 'account' | 'backfilledTo'>[];
};

export type AccountTable = {
  /** Oldest first, at most `limit`. */
  dirty(limit: number): Promise<readonly DirtyAccount[]>;
  find(account: number): Promise<AccountRow | null>;
  /** All that were ever heard of and have the app installed. By number. */
  list(): Promise<readonly AccountRow[]>;
  /** All or nothing. */
  save(reading: AccountReading): Promise<void>;
  /** Everybody was told. The first time stays. */
  noticed(account: number, at: string): Promise<void>;
  /** The app was removed from it, as of `seen`. What is kept goes when its retention ends, not here. */
  removed(account: number, seen: string): Promise<void>;
};

export type RepositoryRow = {
  readonly account: number;
  readonly id: number;
  /** `owner/name`. A label, free to change. */
  readonly name: string;
  readonly visibility: 'private' | 'internal' | 'public';
  readonly archived: boolean;
  /** What happened before this moment was asked for and is known; null before the first time. */
  readonly backfilledTo: string | null;
};

export type RepositoryTable = {
  find(account: number, id: number): Promise<RepositoryRow | null>;
  /** By number alone, for jobs. */
  findAny(id: number): Promise<RepositoryRow | null>;
  list(account: number): Promise<readonly RepositoryRow[]>;
  markBackfilled(account: number, id: number, to: string): Promise<void>;
};

/** One engineer, in these teams, from when to when. The next span begins where the teams change. */
export type RosterSpan = {
  readonly account: number;
  readonly person: number;
  readonly login: string;
  /** Slugs, sorted. */
  readonly teams: readonly string[];
  readonly startsAt: string;
  /** Half-open; null while it lasts. */
  readonly endsAt: string | null;
};

export type RosterTable = {
  /**
   * These are the engineers now. Spans of those who left, or whose teams changed, end at `at`; new ones begin there.
   * The people are remembered with their logins. The same roster again changes nothing but logins.
   */
  replace(
    account: number,
    engineers: readonly { readonly id: number; readonly login: string; readonly teams: readonly string[] }[],
    at: string,
  ): Promise<void>;
  /** By person, then start. */
  spans(account: number): Promise<readonly RosterSpan[]>;
};

export type PersonRow = {
  readonly account: number;
  readonly id: number;
  /** A label, free to change. */
  readonly login: string;
};

export type PeopleTable = {
  /** Adds the person, or gives them their new login. */
  remember(person: PersonRow): Promise<void>;
  find(account: number, id: number): Promise<PersonRow | null>;
};
