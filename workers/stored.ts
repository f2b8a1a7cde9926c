import { emptyRules } from '../src/people/rules-file.ts';
import type { Rules } from '../src/people/rules.ts';
import type { AccountRow, Json } from '../src/ports/store.ts';

/*
 * Our own tables hold some things as JSON that have a shape here. Nobody else writes there, so they are read as they
 * were written.
 */

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type once, instead of asserting it
export function fromStored<Kept>(value: Json): Kept {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read as it was written
  return value as Kept;
}

/** Facts, rules, evidence: all of them are plain data. */
export function toStored(value: unknown): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of what is kept say that it is JSON
  return value as Json;
}

/**
 * The rules in force; null before there were any, or where there is no such account. Keys that are newer than what is
 * kept have their defaults until the rules are read again.
 */
export function rulesOf(account: Pick<AccountRow, 'rules'> | null): Rules | null {
  const kept = account === null ? null : fromStored<Rules | null>(account.rules);
  return kept && { ...emptyRules(), ...kept };
}
