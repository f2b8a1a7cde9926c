import type { Facts } from '../../../src/evidence/facts.ts';
import type {
  AccountRow,
  ActivityRow,
  CycleRow,
  Erasure,
  Failure,
  Json,
  LogRow,
  ModelAnswerRow,
  ModelCallRow,
  OverlayRow,
  PersonRow,
  Publication,
  RepositoryRow,
  Subject,
  Watch,
} from '../../../src/ports/store.ts';
import { cleanJson } from '../../../src/store/columns.ts';

export type Marked<Row> = Row & { readonly dirtyAt: string; readonly gatheredAt: string | null };

export type KnownSpan = {
  readonly account: number;
  readonly person: number;
  readonly teams: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string | null;
};

export type KnownWatch = Watch & {
  /** Null while it is open. */
  readonly settled: { readonly outcome: Json } | null;
};

export type KnownFacts = {
  /** Null once they had their time. */
  readonly facts: Facts | null;
  readonly hash: string;
  readonly judgedHash: string;
  /** Of the subject. */
  readonly happenedAt: string | null;
};

/** All rows of one store in memory. The contract suite shows that it behaves as the real one does. */
export type Memory = {
  readonly deliveries: Map<string, { readonly account: number; readonly receivedAt: string }>;
  readonly accounts: Map<number, Marked<AccountRow>>;
  readonly repositories: Map<number, RepositoryRow>;
  /** Those of one person in the order in which they began. */
  readonly roster: KnownSpan[];
  readonly subjects: Subject[];
  readonly facts: Map<number, KnownFacts>;
  readonly undoings: Map<number, { readonly mergedAt: string; readonly undoes: Json }>;
  readonly activities: Map<number, readonly ActivityRow[]>;
  readonly overlay: Map<string, { readonly account: number; readonly row: OverlayRow }>;
  readonly people: Map<string, PersonRow>;
  readonly cycles: CycleRow[];
  readonly publications: Map<string, Publication>;
  readonly heldTexts: Map<string, string>;
  readonly watches: Map<string, KnownWatch>;
  readonly failures: Map<string, Failure>;
  readonly marks: Map<string, string>;
  readonly modelAnswers: Map<string, ModelAnswerRow & { readonly at: string }>;
  /** In the order in which they were recorded. */
  readonly modelCalls: ModelCallRow[];
  /** By subject. */
  readonly erasures: Map<string, Erasure>;
  /** In the order in which they were added. */
  readonly log: LogRow[];
  readonly now: () => Date;
  readonly modelWaits: Map<number, { readonly dueAt: string; readonly tries: number }>;
};

/** An account before anything is known of it. */
export function unheard(account: number): Marked<AccountRow> {
  const nothing = { installation: null, login: null, noticedAt: null, rules: null, owners: [] };
  return { account, ...nothing, dirtyAt: new Date(0).toISOString(), gatheredAt: null };
}

/** As the database gives times back. */
export function time(text: string): string {
  return new Date(text).toISOString();
}

export function clean<Value>(value: Value): Value {
  return structuredClone(cleanJson(value)) as Value;
}

/** A number as text that sorts as the number does. */
export function digits(number: number): string {
  return String(number).padStart(16, '0');
}

export function by<Row>(keyOf: (row: Row) => string): (one: Row, other: Row) => number {
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : Number(keyOf(one) > keyOf(other)));
}
