import type { Grade } from '../claim.ts';

/** Something a sentence may rest on: a text, whose word it is, and where to find it again. */
export type Source = {
  readonly text: string;
  readonly grade: Grade;
  /** The person whose words or work it is, as shown to readers. Absent where nobody in particular spoke. */
  readonly who?: string;
  /** Who else took part in the work, as shown to readers. Absent where it is one person's. */
  readonly shared?: readonly string[];
  /** Stable, so that a reader can be led back to it: an activity's key, a comment's key. */
  readonly key: string;
};

/** A number that code counted over stored evidence: "9 of 61 reviews" rests on two of them. */
export type Count = {
  readonly value: number;
  /** What was counted, in the words a sentence may use: `reviews`, `pull requests`. */
  readonly of: string;
  readonly key: string;
};

export type FindingKind = 'figure' | 'date' | 'quote' | 'reference' | 'name' | 'system';

/** What became of one item of the sentence. */
export type Support =
  | {
      readonly state: 'found';
      readonly key: string;
      readonly grade: Grade;
      readonly who: string | null;
    }
  | {
      readonly state: 'computed';
      /** How, in words a reader can check: `(40 - 12) / 40 = 70 %`. */
      readonly formula: string;
      readonly key: string;
      /** Null for counts, which nobody said: code counted them. */
      readonly grade: Grade | null;
      readonly who: string | null;
    }
  | { readonly state: 'unsupported'; readonly reason: string };

/** One figure, date, quote, reference, name or system of the sentence, and what it rests on. */
export type Finding = {
  readonly kind: FindingKind;
  /** As written in the sentence, starting at `from` (UTF-16 code units). */
  readonly text: string;
  readonly from: number;
  readonly support: Support;
};

/**
 * `certainty`: hoped, expected or aimed for on one side, stated as a fact on the other. `cause`: no source says that
 * one came of the other. `claim`: a word that carries a claim and that no source says: a role, a judgement, a thing.
 */
export type ContradictionKind =
  | 'claim'
  | 'cause'
  | 'direction'
  | 'order'
  | 'unit'
  | 'negation'
  | 'universal'
  | 'certainty'
  | 'person';

/** Every part may be found and the sentence still say something else than its source. */
export type Contradiction = {
  readonly kind: ContradictionKind;
  /** The words of the sentence that say otherwise. */
  readonly text: string;
  /** One plain sentence: what the source says, or fails to say. */
  readonly reason: string;
  /** The source that says otherwise; null where no source says it at all. */
  readonly key: string | null;
};

export type Grounding = {
  /** True only when nothing is unsupported and nothing is contradicted. Found is not proven. */
  readonly passes: boolean;
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
};
