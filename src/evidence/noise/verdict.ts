import type { Quote } from '../claim.ts';
import type { FileChange } from '../facts.ts';

/** Why one file's lines are nobody's handwriting. `reason` is one plain sentence for readers. */
export type FileNoise = {
  readonly kind: 'generated' | 'vendored' | 'lock';
  readonly reason: string;
};

/** Files that were left out for one reason, and how many they were. */
export type LeftOut = FileNoise & { readonly count: number };

export type Handwritten = {
  readonly files: readonly FileChange[];
  /** One row for each kind and reason, most files first. */
  readonly leftOut: readonly LeftOut[];
};

/** Another change as the text names it; only what was said is there. */
export type ChangeReference = {
  /** As written, lower case: 7 to 40 hexadecimal digits. */
  readonly commit?: string;
  readonly number?: number;
  readonly title?: string;
};

export type NoiseKind =
  | 'bot'
  | 'generated'
  | 'vendored'
  | 'bump'
  | 'release'
  | 'formatting'
  | 'revert'
  | 'backport'
  | 'merge'
  | 'trivial';

/** Why a change does not count, or counts less than it seems. */
export type Noise = {
  readonly kind: NoiseKind;
  /** One plain sentence for readers. */
  readonly reason: string;
  /** True: the change is evidence of nothing by itself. False: only noted, the work stays. */
  readonly erases: boolean;
  /** The words, label or path the verdict rests on, verbatim. */
  readonly rests: Quote;
  /** Of a revert: what it undoes, as far as the text says. */
  readonly reverts?: ChangeReference;
  /** Of a backport or cherry-pick: what it copies, as far as the text says. */
  readonly copies?: ChangeReference;
};
