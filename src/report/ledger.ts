import type { Grade } from '../evidence/claim.ts';
import { ground } from '../evidence/ground.ts';
import type { Count, Grounding, Source, Voice } from '../evidence/ground.ts';

/** A composed sentence with what it claims to rest on. */
export type Composed = {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly counts?: readonly Count[];
  /** Who says it, where it is in the first person. */
  readonly voice?: Voice;
};

export type Checked = {
  /** The sentences that passed, in order. */
  readonly kept: readonly string[];
  readonly dropped: number;
  readonly found: Readonly<Record<Grade, number>>;
  readonly computed: number;
};

export const nothingFound: Readonly<Record<Grade, number>> = { record: 0, peer: 0, author: 0, inferred: 0 };

/** Looks every sentence up in its sources. One that does not pass is dropped, never softened. */
export function check(sentences: readonly Composed[]): Checked {
  const looked = sentences.map(({ text, sources, counts = [], voice = null }) => ({
    text,
    grounding: ground(text, sources, counts, voice),
  }));
  const passed = looked.filter(({ grounding }) => grounding.passes);
  return {
    kept: passed.map(({ text }) => text),
    dropped: looked.length - passed.length,
    found: tally(passed.map(({ grounding }) => grounding)),
    computed: passed.flatMap(({ grounding }) => grounding.findings).filter(isComputed).length,
  };
}

export function addUp(
  one: Readonly<Record<Grade, number>>,
  other: Readonly<Record<Grade, number>>,
): Readonly<Record<Grade, number>> {
  return {
    record: one.record + other.record,
    peer: one.peer + other.peer,
    author: one.author + other.author,
    inferred: one.inferred + other.inferred,
  };
}

function tally(groundings: readonly Grounding[]): Readonly<Record<Grade, number>> {
  const counts = { ...nothingFound } as Record<Grade, number>;
  for (const { support } of groundings.flatMap(({ findings }) => findings)) {
    if (support.state === 'found') counts[support.grade] += 1;
  }
  return counts;
}

function isComputed({ support }: Grounding['findings'][number]): boolean {
  return support.state === 'computed';
}
