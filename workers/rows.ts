import type { Evidence, Undoing } from '../src/evidence/evidence.ts';
import { numberOf } from '../src/people/number.ts';
import type { ActivityRow, EvidenceRow, PersonalRecord } from '../src/ports/store.ts';
import { fromStored, toStored } from './stored.ts';

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
    const details = toStored({ activity, subject: items[0]?.subject });
    return [{ key, person, kind, happenedAt: at, details, evidence: items.map(toRow) }];
  });
}

function toRow(item: Evidence): EvidenceRow {
  const {
    key,
    area,
    signals,
    win,
    impact,
    metrics,
    activity: _,
    subject: __,
    outcome: ___,
    ...details
  } = item;
  return { key, area, signals, win, impact, metrics, details: toStored(details), outcome: null };
}

/**
 * The evidence that a person's record holds. What `toRows` wrote comes back as it was, with its outcome: what became of a
 * change is its author's, and says nothing of those who reviewed it.
 */
export function fromRecord({ activities }: Pick<PersonalRecord, 'activities'>): readonly Evidence[] {
  return activities.flatMap(({ details, evidence }) => {
    const shared = fromStored<Pick<Evidence, 'activity' | 'subject'>>(details);
    const isChange = shared.activity.kind === 'change';
    return evidence.flatMap(({ details: own, outcome, win, ...row }) =>
      win === null
        ? []
        : [
            {
              ...fromStored<Evidence>(own),
              ...row,
              win,
              ...shared,
              outcome: isChange ? (fromStored<Evidence['outcome'] | null>(outcome) ?? []) : [],
            },
          ],
    );
  });
}

export function undoingsOf({ undoings }: Pick<PersonalRecord, 'undoings'>): readonly Undoing[] {
  return undoings.map((undoing) => fromStored<Undoing>(undoing));
}
