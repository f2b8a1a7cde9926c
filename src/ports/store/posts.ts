import type { Json } from './json.ts';

export type CycleTerms = {
  readonly account: number;
  /** `2026-H2`. */
  readonly name: string;
  /** Half-open: from `startsAt`, before `endsAt`. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA name of the zone in which the two days begin. */
  readonly timeZone: string;
};

export type CycleRow = CycleTerms & {
  /** The row's number, for jobs. */
  readonly id: number;
  readonly closedAt: string | null;
};

export type CycleTable = {
  /** Makes it; or gives an open one these terms. A closed one stays as it was. */
  ensure(cycle: CycleTerms): Promise<CycleRow>;
  find(id: number): Promise<CycleRow | null>;
  /** Of one account, earliest first. */
  list(account: number): Promise<readonly CycleRow[]>;
  /** Not closed and over at `now`: earliest first. */
  due(now: string): Promise<readonly CycleRow[]>;
  /** All its reports are done. Closing it again changes nothing. */
  close(id: number, at: string): Promise<void>;
};

export type PublicationIntent = {
  readonly account: number;
  /** Hidden in the posted text as its marker. */
  readonly key: string;
  /** `comment`, `notice`, `prep`, `report`. */
  readonly kind: string;
  /** Whom it is about; null for what concerns everybody. */
  readonly person: number | null;
  readonly repository: number;
  /** The issue or pull request; null while an issue of its own is not made yet. */
  readonly number: number | null;
};

export type Publication = PublicationIntent & {
  /** All three are null while it is not known to be posted. */
  readonly githubId: number | null;
  /** SHA-256, in hex, of the text as posted. */
  readonly contentHash: string | null;
  readonly postedAt: string | null;
  /** Why the latest text was not posted; null where it was, or there is none yet. */
  readonly heldBecause: string | null;
  readonly heldAt: string | null;
};

export type Posting = {
  readonly account: number;
  readonly key: string;
  /** Where it stands, if that was not known when it was ensured. */
  readonly repository?: number;
  readonly number: number;
  readonly githubId: number;
  readonly contentHash: string;
  readonly postedAt: string;
};

export type PublicationTable = {
  /** The publication with this key; made where there is none, left as it is where there is one. */
  ensure(intent: PublicationIntent): Promise<Publication>;
  /** It stands on GitHub with this content. @throws GiveUp where no such publication was ensured. */
  posted(posting: Posting): Promise<void>;
  /** It is not posted, for this reason; the text is kept here until it is. @throws GiveUp where it was not ensured. */
  hold(holding: Holding): Promise<void>;
  /** What waits here unposted, without its text: earliest first. */
  held(account: number): Promise<readonly Publication[]>;
  /** One text that waits here; null where none does. */
  heldText(account: number, key: string): Promise<string | null>;
  find(account: number, key: string): Promise<Publication | null>;
  /** What is about one person, by key. */
  ofPerson(account: number, person: number): Promise<readonly Publication[]>;
};

export type Holding = {
  readonly account: number;
  readonly key: string;
  /** A sentence a person can act on. */
  readonly reason: string;
  readonly text: string;
  readonly at: string;
};

/** Looking again, some time after a change was merged, at what became of it. */
export type Watch = {
  /** The number of the subject's row. */
  readonly subject: number;
  readonly days: 30 | 90;
  readonly dueAt: string;
};

export type WatchTable = {
  /** Makes it where there is none; an open one gets the new time, a settled one stays as it is. */
  ensure(watch: Watch): Promise<void>;
  /** Not settled and due at `now`: earliest first, at most `limit`. */
  due(now: string, limit: number): Promise<readonly Watch[]>;
  /** What was seen. Settling it again replaces it. */
  settle(watch: Pick<Watch, 'subject' | 'days'>, outcome: Json, at: string): Promise<void>;
};

/** Work that was given up, for a person to act on. */
export type Failure = {
  /** The job's id: `gather/7`. */
  readonly job: string;
  readonly reason: string;
  readonly at: string;
};

export type FailureTable = {
  /** The latest reason of a job replaces the one before. */
  record(failure: Failure): Promise<void>;
  /** It was done after all. */
  clear(job: string): Promise<void>;
  /** Latest first, at most `limit`. */
  list(limit: number): Promise<readonly Failure[]>;
};

/** How far the app has come with what it does from time to time: a name and a moment. */
export type MarkTable = {
  read(name: string): Promise<string | null>;
  /** Never goes back. */
  write(name: string, at: string): Promise<void>;
};
