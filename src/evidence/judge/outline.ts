import type { FileChange } from '../facts.ts';
import type { LeftOut, Noise } from '../noise.ts';

/** What a change is, whatever its words say of it. */
export type Outline = {
  /** Nothing but texts for people: nothing runs on it, so that nothing can break by it. */
  readonly documents: boolean;
  /** Of a change that takes another one back: what that is called, `#364`; null where it does not say. */
  readonly takesBack: { readonly label: string | null } | null;
  /** Files of it that do not count, because nobody wrote them by hand. */
  readonly leftOut: readonly LeftOut[];
  /** Every rule of paths and shapes that was found, of which `signals` are the few that speak most. Absent in older rows. */
  readonly found?: readonly string[];
};

const text = /\.(?:md|mdx|rst|adoc)$/iu;
const picture = /\.(?:png|jpe?g|gif|svg|webp|drawio)$/iu;

export function outlineOf(
  files: readonly FileChange[],
  noise: readonly Noise[],
  leftOut: readonly LeftOut[],
): Outline {
  return { documents: isDocuments(files), takesBack: takesBack(noise), leftOut };
}

function isDocuments(files: readonly FileChange[]): boolean {
  const told = files.filter(({ path }) => !picture.test(path));
  return told.length > 0 && told.every(({ path }) => text.test(path));
}

function takesBack(noise: readonly Noise[]): Outline['takesBack'] {
  const what = noise.find(({ reverts }) => reverts !== undefined)?.reverts;
  if (what === undefined) return null;
  const commit = what.commit?.slice(0, 8) ?? null;
  return { label: what.number === undefined ? commit : `#${what.number}` };
}
