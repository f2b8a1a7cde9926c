import type { Evidence, Undoing } from '../src/evidence/evidence.ts';
import { numberOf } from '../src/people/number.ts';
import type { ActivityRow, EvidenceRow, Json, PersonalRecord } from '../src/ports/store.ts';

/** Evidence as rows, one activity after the other, for those whose number `keeps` lets through. */
export function toRows(
  evidence: readonly Evidence[],
  keeps: (person: number, at: string) => boolean,
): readonly ActivityRow[] {
  const byActivity = Map.groupBy(evidence, ({ activity }) => activity.key);
  return [...byActivity.values()].flatMap((items) => {
    const activity = items[0]?.activity;
    const person = activity === undefined ? null : numberOf(activity.person.key);
    if (activity === undefined || person === null || !keeps(person, activity.at)) return [];
    const { key, kind, at } = activity;
    const details = { activity, subject: items[0]?.subject } as unknown as Json;
    return [{ key, person, kind, happenedAt: at, details, evidence: items.map(toRow) }];
  });
}

function toRow(item: Evidence): EvidenceRow {
  const { key, area, signals, win, impact, metrics, activity: _, subject: __, outcome, ...details } = item;
  return { key, area, signals, win, impact, metrics, details: details as unknown as Json, outcome: null };
}

/** The evidence that a person's record holds. What `toRows` wrote comes back as it was, with its outcome. */
export function fromRecord({ activities }: Pick<PersonalRecord, 'activities'>): readonly Evidence[] {
  return activities.flatMap(({ details, evidence }) => {
    // Our own rows, written by `toRows`; nobody else writes them.
    const shared = details as unknown as Pick<Evidence, 'activity' | 'subject'>;
    return evidence.flatMap(({ details: own, outcome, win, ...row }) =>
      win === null ? [] : [{ ...toOwn(own), ...row, win, ...shared, outcome: toOutcomes(outcome) }],
    );
  });
}

function toOwn(details: Json): Evidence {
  return details as unknown as Evidence;
}

function toOutcomes(outcome: Json): Evidence['outcome'] {
  return (outcome ?? []) as unknown as Evidence['outcome'];
}

export function undoingsOf({ undoings }: Pick<PersonalRecord, 'undoings'>): readonly Undoing[] {
  return undoings as unknown as readonly Undoing[];
}
