import type { Claim, Metric } from '../../evidence/claim.ts';
import type { Facts } from '../../evidence/facts.ts';
import type { Signal } from '../../evidence/signal.ts';
import type { SubjectKind } from './deliveries.ts';
import type { Json } from './json.ts';

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
  /** Never gathered, or changed since, of accounts that have the app and where everybody was told: oldest first, at most `limit`. */
  dirty(limit: number): Promise<readonly Subject[]>;
  /** Marks it dirty where it was never gathered, or not since `changedAt`; gives its number. For what no webhook told. */
  touch(subject: TouchedSubject): Promise<number>;
  /** It is gone, or is to be left out: its facts, activities and evidence are deleted, and it is clean as of `seen`. */
  forget(id: number, seen: string): Promise<void>;
  /** Facts of changes merged, and of issues opened, in one repository in a half-open stretch of time. */
  factsBetween(stretch: RepositoryStretch): Promise<readonly Facts[]>;
  /** Numbers of the changes that wait for a branch to reach the default one, ascending. */
  waitingFor(awaited: AwaitedBranch): Promise<readonly number[]>;
  /** Numbers of the rows whose facts name a person, by a key such as `github:583231`. Ascending. */
  naming(account: number, person: string): Promise<readonly number[]>;
  /** It stays as it is, and is clean as of `seen`. */
  leave(id: number, seen: string): Promise<void>;
  /** Whether its facts had their time, so that their hash alone is kept. */
  isShrunk(id: number): Promise<boolean>;
  /** The facts as last gathered, with their SHA-256 (hex, of the JSON with sorted keys); null before, and once they had their time. */
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

export type AwaitedBranch = {
  readonly account: number;
  readonly repository: number;
  readonly branch: string;
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
  /** All that was ever said of the person, in whichever cycle. By time, then origin. */
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
  /** All that was ever said of one person. By time, then origin. */
  ofPerson(account: number, person: number): Promise<readonly OverlayRow[]>;
  /** What was ever said of one person, and what they said of others. By time, then origin. */
  concerning(account: number, person: number): Promise<readonly OverlayRow[]>;
};
