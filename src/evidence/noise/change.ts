import type { ChangeFacts } from '../facts.ts';
import { automaticOf } from './automatic.ts';
import { bumpOf } from './bumps.ts';
import { copyOf } from './copies.ts';
import { handwritten } from './files.ts';
import { formattingOf } from './formatting.ts';
import { mergeOf } from './merges.ts';
import { onlyFilesOf } from './only-files.ts';
import { releaseOf } from './releases.ts';
import { revertOf } from './reverts.ts';
import { look } from './sight.ts';
import type { Sight } from './sight.ts';
import { trivialOf } from './trivial.ts';
import type { Handwritten, Noise } from './verdict.ts';

const rules: readonly ((sight: Sight) => Noise | null)[] = [
  automaticOf,
  revertOf,
  copyOf,
  mergeOf,
  releaseOf,
  bumpOf,
  onlyFilesOf,
  formattingOf,
  trivialOf,
];

/**
 * Every kind of noise a change shows; empty for ordinary work. Only those with `erases` take the change away:
 * the others are said of it, because where there is doubt a person's work is kept. `own`: what of its files people wrote,
 * where that is known already.
 */
export function noiseOfChange(
  change: ChangeFacts,
  own: Handwritten = handwritten(change.files),
): readonly Noise[] {
  const sight = look(change, own);
  const found = rules.map((rule) => rule(sight)).filter((noise) => noise !== null);
  return found.filter((noise, index) => found.findIndex((other) => other.kind === noise.kind) === index);
}
