import { activitiesOf } from '../src/evidence/activity.ts';
import type { Credited, Evidence, LeftOutChange, Undoing } from '../src/evidence/evidence.ts';
import type { Facts } from '../src/evidence/facts.ts';
import { withAnswers } from '../src/evidence/overlay.ts';
import { evidenceId } from '../src/evidence/key.ts';
import type { Answered } from '../src/evidence/overlay.ts';
import { numberOf } from '../src/people/number.ts';
import type { ActivityRow, EvidenceRow, PersonalRecord } from '../src/ports/store.ts';
import type { Reply } from '../src/report/report.ts';
import { fromStored, toStored } from './stored.ts';

type Keeps = (person: number, at: string) => boolean;

/** What came of a subject as rows, for those whom `keeps` lets through: evidence, or why there is none. */
export function toRows(facts: Facts, credited: Credited, keeps: Keeps): readonly ActivityRow[] {
  return [...withEvidence(credited, keeps), ...withoutEvidence(facts, credited, keeps)];
}

function withEvidence({ evidence }: Credited, keeps: Keeps): readonly ActivityRow[] {
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

/** A change that is evidence of nothing is an activity all the same: it is listed with the reason. */
function withoutEvidence(facts: Facts, { leftOut }: Credited, keeps: Keeps): readonly ActivityRow[] {
  if (leftOut === null || facts.kind !== 'change') return [];
  const { subject, kind: because, reason } = leftOut;
  return activitiesOf(facts).flatMap((activity) => {
    const { key, kind, at } = activity;
    const person = numberOf(activity.person.key);
    if (person === null || !keeps(person, at)) return [];
    const details = toStored({ activity, subject, leftOut: { kind: because, reason } });
    return [{ key, person, kind, happenedAt: at, details, evidence: [] }];
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
    notes: ____,
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
              notes: [],
            },
          ],
    );
  });
}

/** The evidence of a person's record as they answered it, and what they say is not theirs. */
export function answeredRecord(record: Pick<PersonalRecord, 'activities' | 'overlay'>): Answered {
  return withAnswers(fromRecord(record), record.overlay);
}

/** Whether a piece of evidence is to be led with, by its key: the engineer's last word on it. */
export function ticksIn({ overlay }: Pick<PersonalRecord, 'overlay'>): ReadonlyMap<string, boolean> {
  const own = overlay.filter(({ verb, person, saidBy }) => verb === 'tick' && saidBy === person);
  return new Map(own.flatMap(({ about, words }) => (about === null ? [] : [[about, words === 'yes']])));
}

/** Ids of the evidence that its engineer would not lead with. */
export function notLedIn(record: Pick<PersonalRecord, 'overlay'>): ReadonlySet<string> {
  return new Set([...ticksIn(record)].flatMap(([key, ticked]) => (ticked ? [] : [evidenceId(key)])));
}

/** Words of a reply as they are kept: with the name of the cycle whose preparation it answers. */
export type KeptReply = Pick<Reply, 'text' | 'url'> & { readonly cycle: string };

/** What the engineer wrote below the preparation of this cycle. */
export function repliesIn({ overlay }: Pick<PersonalRecord, 'overlay'>, cycle: string): readonly Reply[] {
  return overlay
    .filter(({ verb, person, saidBy, about }) => verb === 'note' && saidBy === person && about === null)
    .map(({ words, saidAt: at }) => ({ ...fromStored<KeptReply>(words), at }))
    .filter((reply) => reply.cycle === cycle)
    .map(({ text, url, at }) => ({ text, url, at }));
}

export function undoingsOf({ undoings }: Pick<PersonalRecord, 'undoings'>): readonly Undoing[] {
  return undoings.map((undoing) => fromStored<Undoing>(undoing));
}

type Kept = Pick<Evidence, 'activity' | 'subject'> & {
  readonly leftOut?: Pick<LeftOutChange, 'kind' | 'reason'>;
};

/** The changes of a person that are evidence of nothing, each with the reason: newest first. */
export function leftOutOf({ activities }: Pick<PersonalRecord, 'activities'>): readonly LeftOutChange[] {
  return activities.toReversed().flatMap(({ details }) => {
    const { leftOut, subject, activity } = fromStored<Kept>(details);
    return leftOut === undefined ? [] : [{ subject, people: [activity.person.key], ...leftOut }];
  });
}
