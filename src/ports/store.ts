import type { DeliveryTable } from './store/deliveries.ts';
import type { ErasureTable } from './store/erasures.ts';
import type { LogTable } from './store/log.ts';
import type { PurgeTable } from './store/purge.ts';
import type { ModelTable } from './store/model.ts';
import type { AccountTable, RepositoryTable, RosterTable, PeopleTable } from './store/organisation.ts';
import type { SubjectTable, EvidenceTable, OverlayTable } from './store/work.ts';
import type { CycleTable, PublicationTable, WatchTable, FailureTable, MarkTable } from './store/posts.ts';

export type { Delivery, SubjectKind, Recorded, DeliveryTable } from './store/deliveries.ts';
export type {
  DirtyAccount,
  AccountRow,
  AccountReading,
  AccountTable,
  RepositoryRow,
  RepositoryTable,
  RosterSpan,
  RosterTable,
  PersonRow,
  PeopleTable,
} from './store/organisation.ts';
export type {
  Subject,
  SubjectTable,
  TouchedSubject,
  AwaitedBranch,
  RepositoryStretch,
  ActivityRow,
  EvidenceRow,
  Gathering,
  Saved,
  PersonInCycle,
  PersonalRecord,
  EvidenceTable,
  OverlayRow,
  OverlayTable,
} from './store/work.ts';
export type {
  CycleTerms,
  CycleRow,
  CycleTable,
  PublicationIntent,
  Publication,
  Posting,
  PublicationTable,
  Holding,
  Watch,
  WatchTable,
  Failure,
  FailureTable,
  MarkTable,
} from './store/posts.ts';
export type { ModelAnswerRow, ModelCallRow, ModelUse, ModelTable } from './store/model.ts';
export type { PurgedKind, PurgeOrder, PurgeTable } from './store/purge.ts';
export type { Erasure, ErasureTable } from './store/erasures.ts';
export type { Deed, LogRow, LogTable } from './store/log.ts';
export type { Json } from './store/json.ts';

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
  readonly model: ModelTable;
  readonly log: LogTable;
  readonly purge: PurgeTable;
  readonly erasures: ErasureTable;
  /** Lets go of the database, and ends it where this process started it. */
  close(): Promise<void>;
};
