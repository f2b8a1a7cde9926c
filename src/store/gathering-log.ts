import type { ActivityRow, Gathering, Subject } from '../ports/store.ts';
import { cleanJson, hashOf } from './columns.ts';
import type { NewLogRow } from './log.ts';

/** What stood of a subject before it was gathered; hashes are null where nothing did. */
export type Stood = {
  readonly hash: string | null;
  readonly judgedHash: string | null;
  /** Who had activities there. */
  readonly people: readonly number[];
};

/** Facts that are new, and whose record of them changed. A reading that finds everything as it was is no row. */
export function gatheringLog(
  account: number,
  before: Stood,
  { facts, activities }: Pick<Gathering, 'facts' | 'activities'>,
): readonly NewLogRow[] {
  const app = { account, actor: null, about: facts.key };
  const hash = hashOf(cleanJson(facts));
  const gathered: readonly NewLogRow[] =
    hash === before.hash ? [] : [{ ...app, did: 'gathered', person: null, details: { hash } }];
  if (judgedHashOf(activities) === before.judgedHash) return gathered;
  const people = [...new Set([...before.people, ...activities.map(({ person }) => person)])];
  const judged = people
    .toSorted((one, other) => one - other)
    .map((person): NewLogRow => ({ ...app, did: 'judged', person, details: verdict(person, activities) }));
  return [...gathered, ...judged];
}

/** Of what was made of the facts; when it happened is a matter of the facts alone. */
export function judgedHashOf(activities: readonly ActivityRow[]): string {
  return hashOf(cleanJson(activities.map(withoutTime)));
}

function withoutTime(activity: ActivityRow): Omit<ActivityRow, 'happenedAt'> {
  const { happenedAt: _, ...judged } = activity;
  return judged;
}

/** Which evidence there is of one person's, and the hash of all of it. */
function verdict(person: number, activities: readonly ActivityRow[]) {
  const own = activities.filter((activity) => activity.person === person);
  const evidence = own.flatMap((activity) => activity.evidence.map(({ key }) => key));
  return { hash: judgedHashOf(own), evidence };
}

/** It is gone from GitHub or left out by the rules, and everything of it was deleted. */
export function forgottenLine({
  account,
  repository,
  number,
}: Pick<Subject, 'account' | 'repository' | 'number'>): NewLogRow {
  const about = `github:${repository}#${number}`;
  return { account, actor: null, did: 'forgotten', about, person: null, details: {} };
}
