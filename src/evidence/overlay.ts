import type { Evidence, LeftOutChange } from './evidence.ts';
import { evidenceId } from './key.ts';

/** What a person said of one activity of theirs, as it is kept: never changed, only followed by more. */
export type Said = {
  /** The key of the activity. */
  readonly about: string;
  readonly verb: string;
  /** Their words, or the key of an area. Empty where the verb says all. */
  readonly words: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** What its person wants to stand beside a piece of evidence. */
export type Note = {
  readonly kind: 'context' | 'contest';
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type Answered = {
  readonly evidence: readonly Evidence[];
  /** What people say is not theirs. What they hid is nowhere. */
  readonly leftOut: readonly LeftOutChange[];
};

/**
 * One person's evidence as they answered it. `said` is in the order in which it was said; the last word on a thing
 * holds. Evidence that was derived anew meanwhile is answered all the same: what was said is known by activity.
 */
export function withAnswers(evidence: readonly Evidence[], said: readonly Said[]): Answered {
  const byActivity = Map.groupBy(evidence, ({ activity }) => activity.key);
  const answered = [...byActivity].map(([key, rows]) => answer(rows, standing(said, key)));
  return {
    evidence: answered.flatMap((one) => one.evidence),
    leftOut: answered.flatMap((one) => one.leftOut),
  };
}

/** What was said of one activity and not taken back since. */
function standing(said: readonly Said[], about: string): readonly Said[] {
  const stands: Said[] = [];
  for (const one of said.filter((each) => each.about === about))
    if (one.verb === 'undo') stands.pop();
    else stands.push(one);
  return stands;
}

function answer(rows: readonly Evidence[], said: readonly Said[]): Answered {
  const verbs = new Set(said.map(({ verb }) => verb));
  const [first] = rows;
  if (first === undefined || verbs.has('hide')) return { evidence: [], leftOut: [] };
  if (verbs.has('not-mine')) return { evidence: [], leftOut: [disowned(first)] };
  const area = said.findLast(({ verb }) => verb === 'area')?.words;
  const moved = area === undefined ? rows : [inArea(rows, first, area)];
  const notes = said.flatMap(noteOf);
  return { evidence: notes.length === 0 ? moved : moved.map((row) => ({ ...row, notes })), leftOut: [] };
}

function disowned({ subject, activity }: Evidence): LeftOutChange {
  const reason = 'By the word of whoever it was credited to, it is somebody else’s work.';
  return { subject, people: [activity.person.key], kind: 'not-mine', reason };
}

function noteOf({ verb, words, at }: Said): readonly Note[] {
  return verb === 'context' || verb === 'contest' ? [{ kind: verb, text: words, at }] : [];
}

/** The reasons that the rules found for this area stay; where they found none, the person's word is the reason. */
function inArea(rows: readonly Evidence[], first: Evidence, area: string): Evidence {
  const there = rows.find((row) => row.area === area);
  if (there !== undefined) return { ...there, stands: 'told', primary: true };
  const base = rows.find(({ primary }) => primary) ?? first;
  const key = `${base.activity.key}/${area}`;
  const signal = {
    rule: 'said',
    reason: 'belongs here by the word of whoever did it',
    quote: { text: base.subject.whole, place: { in: 'title' } },
  } as const;
  return { ...base, key, id: evidenceId(key), area, stands: 'told', primary: true, signals: [signal] };
}
