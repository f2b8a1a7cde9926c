import type { Evidence, LeftOutChange } from './evidence.ts';
import { evidenceId } from './key.ts';
import { withReply } from './reply.ts';
import { whatStands } from './said.ts';
import type { Said } from './said.ts';
import { kudosBeside } from './told.ts';

/** What people want to stand beside a piece of evidence: its person, or a colleague who gave kudos. */
export type Note = {
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
} & (
  | { readonly kind: 'context' | 'contest' }
  | {
      readonly kind: 'kudos';
      /** The colleague, and where they said it. */
      readonly by: string | null;
      readonly url: string | null;
      readonly id: string;
    }
);

export type Answered = {
  readonly evidence: readonly Evidence[];
  /** What people say is not theirs. What they hid is nowhere. */
  readonly leftOut: readonly LeftOutChange[];
};

/**
 * One person's evidence as they answered it. `said` is all that was said of them, by time; the last word on a thing
 * holds. Evidence that was derived anew meanwhile is answered all the same: what was said is known by activity.
 */
export function withAnswers(evidence: readonly Evidence[], said: readonly Said[]): Answered {
  const byActivity = Map.groupBy(evidence, ({ activity }) => activity.key);
  // Only what people say of their own activities changes anything.
  const own = whatStands(said).filter(({ person, saidBy }) => person === saidBy);
  const answered = [...byActivity].map(([key, rows]) =>
    answer(
      rows,
      own.filter(({ about }) => about === key),
      kudosBeside(said, key),
    ),
  );
  return {
    evidence: answered.flatMap((one) => one.evidence),
    leftOut: answered.flatMap((one) => one.leftOut),
  };
}

function answer(rows: readonly Evidence[], said: readonly Said[], kudos: readonly Note[]): Answered {
  const verbs = new Set(said.map(({ verb }) => verb));
  const [first] = rows;
  if (first === undefined || verbs.has('hide')) return { evidence: [], leftOut: [] };
  if (verbs.has('not-mine')) return { evidence: [], leftOut: [disowned(first)] };
  const area = said.findLast(({ verb }) => verb === 'area')?.words;
  const moved = typeof area === 'string' ? [inArea(rows, first, area)] : rows;
  const notes = [...said.flatMap(noteOf), ...kudos];
  const replied = said.filter(({ verb }) => verb === 'answer').reduce(withReply, moved);
  return { evidence: notes.length === 0 ? replied : replied.map((row) => ({ ...row, notes })), leftOut: [] };
}

function disowned({ subject, activity }: Evidence): LeftOutChange {
  const reason = 'By the word of whoever it was credited to, it is somebody else’s work.';
  return { subject, people: [activity.person.key], kind: 'not-mine', reason };
}

function noteOf({ verb, words, saidAt: at }: Said): readonly Note[] {
  if (verb !== 'context' && verb !== 'contest') return [];
  return typeof words === 'string' ? [{ kind: verb, text: words, at }] : [];
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
