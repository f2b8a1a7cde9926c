import type { Claim, Metric } from '../evidence/claim.ts';
import type { Facts } from '../evidence/facts.ts';
import type { Signal } from '../evidence/signal.ts';

/*
 * What the app asks of its database. All ids are GitHub's numeric ids, except where they are called a row's number.
 * All times are ISO 8601 in UTC; they are kept, and given back, to the millisecond. Text is kept as it was written,
 * except that what no database takes (NUL, half of a surrogate pair) becomes U+FFFD, one for one, so places in it hold.
 */
export type Store = {
  readonly deliveries: DeliveryTable;
  readonly accounts: AccountTable;
  readonly repositories: RepositoryTable;
  readonly roster: RosterTable;
  readonly subjects: SubjectTable;
  readonly evidence: EvidenceTable;
  readonly overlay: OverlayTable;
  readonly people: PeopleTable;
  readonly cycles: CycleTable;
  readonly publications: PublicationTable;
  readonly watches: WatchTable;
  readonly failures: FailureTable;
  readonly marks: MarkTable;
  /** Lets go of the database, and ends it where this process started it. */
  close(): Promise<void>;
};

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One webhook, as ids only: no text of anybody. */
export type Delivery = {
  /** GitHub's delivery id; a redelivery carries the same one. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly account: number;
  readonly installation: number | null;
  readonly repository: number | null;
  /** Null for what concerns the account as a whole. */
  readonly subject: { readonly kind: SubjectKind; readonly number: number } | null;
  readonly comment: number | null;
  readonly actor: number | null;
  readonly updatedAt: string | null;
  readonly receivedAt: string;
};

export type SubjectKind = 'change' | 'issue';

/** What a delivery did. A repeated one does nothing: `new` is false and there is nothing to gather. */
export type Recorded = {
  readonly new: boolean;
  /** The number of the subject's row, for the job; null where the delivery is repeated or has no subject. */
  readonly subject: number | null;
};

export type DeliveryTable = {
  /**
   * Keeps the delivery and marks its subject dirty, or its account where it has no subject: one statement, all or
   * nothing, within 3 seconds.
   * @throws when that fails; then nothing is kept and GitHub must be told that the delivery failed.
   */
  record(delivery: Delivery): Promise<Recorded>;
};

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

export type Subject = {
  /** The row's number, for jobs. Keys of evidence never rest on it. */
  readonly id: number;
  readonly account: number;
  readonly installation: number | null;
  readonly repository: number;
  readonly kind: SubjectKind;
  readonly number: number;
  /** Given back when the gathering is saved, so that a delivery in the meantime is not missed. */
  readonly dirtyAt: string;
  /** The `dirtyAt` that the last gathering started from; null before the first. */
  readonly gatheredAt: string | null;
};

export type SubjectTable = {
  /** Null where there is none. */
  find(id: number): Promise<Subject | null>;
  /** Never gathered, or changed since, of accounts where everybody was told: oldest first, at most `limit`. */
  dirty(limit: number): Promise<readonly Subject[]>;
  /** Marks it dirty where it was never gathered, or not since `changedAt`; gives its number. For what no webhook told. */
  touch(subject: TouchedSubject): Promise<number>;
  /** It is gone, or is to be left out: its facts, activities and evidence are deleted, and it is clean as of `seen`. */
  forget(id: number, seen: string): Promise<void>;
  /** Facts of changes merged, and of issues opened, in one repository in a half-open stretch of time. */
  factsBetween(stretch: RepositoryStretch): Promise<readonly Facts[]>;
  /** The facts as last gathered, with their SHA-256 (hex, of the JSON with sorted keys); null before. */
  facts(id: number): Promise<{ readonly facts: Facts; readonly hash: string } | null>;
};

export type TouchedSubject = {
  readonly account: number;
  readonly installation: number;
  readonly repository: number;
  readonly kind: SubjectKind;
  readonly number: number;
  /** When GitHub last changed it; null where that is not known: then it is read again. */
  readonly changedAt: string | null;
};

export type RepositoryStretch = {
  readonly account: number;
  readonly repository: number;
  readonly from: string;
  readonly to: string;
};

/** One thing one engineer did, with the evidence it is. */
export type ActivityRow = {
  /** The same whenever it is derived again. */
  readonly key: string;
  readonly person: number;
  /** `merged`, `reviewed`, … */
  readonly kind: string;
  readonly happenedAt: string;
  readonly details: Json;
  readonly evidence: readonly EvidenceRow[];
};

/** One activity credited to its engineer in one area. */
export type EvidenceRow = {
  /** The same whenever it is derived again. */
  readonly key: string;
  readonly area: string;
  readonly signals: readonly Signal[];
  readonly win: Claim | null;
  readonly impact: Claim | null;
  readonly metrics: readonly Metric[];
  /** What else a report needs of it, as `workers/rows` writes and reads it. */
  readonly details: Json;
  /** What became of the work: the settled watches of its subject, earliest first. Not saved here: it is joined when read. */
  readonly outcome: Json;
};

export type Gathering = {
  readonly subject: number;
  /** The subject's `dirtyAt` when the reading began. */
  readonly seen: string;
  readonly facts: Facts;
  readonly activities: readonly ActivityRow[];
  /** Where the subject takes back what another did: what, as `evidence/undo` has it; null otherwise. */
  readonly undoes: Json;
};

/** `outdated`: a gathering that began later was saved first, so this one changed nothing. */
export type Saved = 'saved' | 'outdated';

export type PersonInCycle = {
  readonly account: number;
  readonly person: number;
  /** Half-open: from `startsAt`, before `endsAt`. */
  readonly startsAt: string;
  readonly endsAt: string;
};

/** One person's record of one cycle, and what people said about it. */
export type PersonalRecord = {
  /** By time, then key. */
  readonly activities: readonly ActivityRow[];
  /** All that was ever said about these activities and their evidence, and what else was said of the person in the cycle. By time, then origin. */
  readonly overlay: readonly OverlayRow[];
  /** What was taken back since the cycle began, in the account: whoever did it. By subject. */
  readonly undoings: readonly Json[];
};

export type EvidenceTable = {
  /**
   * Facts, activities and evidence of one subject, all or nothing. What was derived of it before is replaced; what
   * people said stays.
   * @throws GiveUp where the subject does not exist, or an activity is somebody's who is not among the people.
   */
  save(gathering: Gathering): Promise<Saved>;
  /** There is deliberately no way to ask for more than one person's. */
  ofPerson(asked: PersonInCycle): Promise<PersonalRecord>;
};

/** What somebody said about evidence. Never changed and never lost when evidence is derived again. */
export type OverlayRow = {
  /** Where it was said, such as a comment's id and line: the same words heard twice are one row. */
  readonly origin: string;
  /** Whom it concerns. */
  readonly person: number;
  readonly saidBy: number;
  /** The key of an evidence or an activity; null for what stands alone, such as a note. */
  readonly about: string | null;
  /** `area`, `context`, `contest`, `tick`, … */
  readonly verb: string;
  readonly words: Json;
  readonly saidAt: string;
};

export type OverlayTable = {
  /** False where this origin was heard before; the first words stay. */
  add(account: number, row: OverlayRow): Promise<boolean>;
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
