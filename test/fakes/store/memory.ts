import type { Facts } from '../../../src/evidence/facts.ts';
import type {
  ActivityRow,
  CycleRow,
  DirtyAccount,
  OverlayRow,
  PersonRow,
  Publication,
  Subject,
} from '../../../src/ports/store.ts';
import { cleanJson } from '../../../src/store/columns.ts';

export type Marked<Row> = Row & { readonly dirtyAt: string; readonly gatheredAt: string | null };

/** All rows of one store in memory. The contract suite shows that it behaves as the real one does. */
export type Memory = {
  readonly deliveries: Set<string>;
  readonly accounts: Map<number, Marked<DirtyAccount>>;
  readonly subjects: Subject[];
  readonly facts: Map<number, { readonly facts: Facts; readonly hash: string }>;
  readonly activities: Map<number, readonly ActivityRow[]>;
  readonly overlay: Map<string, { readonly account: number; readonly row: OverlayRow }>;
  readonly people: Map<string, PersonRow>;
  readonly cycles: CycleRow[];
  readonly publications: Map<string, Publication>;
};

/** As the database gives times back. */
export function time(text: string): string {
  return new Date(text).toISOString();
}

export function clean<Value>(value: Value): Value {
  return structuredClone(cleanJson(value)) as Value;
}

export function by<Row>(keyOf: (row: Row) => string): (one: Row, other: Row) => number {
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : Number(keyOf(one) > keyOf(other)));
}
