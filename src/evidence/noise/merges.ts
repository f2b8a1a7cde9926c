import { isLastingBranch, isReleaseBranch } from './branches.ts';
import { restsOnTitle } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';

const ofBranch = /^merge (?:remote-tracking )?branch(?:es)? ['"‘“`]?([^\s'"’”`]{1,80})['"’”`]?/iu;
const ofNamed =
  /^(?:(?:back-?)?merge|sync(?= .{1,80} (?:back )?into ))\s+(?:tag )?['"`]?([\w./-]{1,60})['"`]?(?:\s+branch)?\s+(?:back\s+)?(?:in)?to\s+(?:the\s+)?['"`]?([\w./-]{1,60})['"`]?(?:\s+branch)?\s*$/iu;
const ofRelease =
  /^merge (?:release|version) v?\d[\w.-]{0,20}\s+(?:back\s+)?(?:in)?to\s+['"`]?[\w./-]{1,60}['"`]?\s*$/iu;
const latest =
  /^merge (?:in )?(?:the )?(?:latest )?(?:upstream|main|master|trunk|develop|(?:origin|upstream)\/[\w./-]{1,60})(?: branch)?(?: changes)?$/iu;
const back = /^back-?merge(?:\s*[:(]|\s+(?:(?:of|from)\s+)?(?:main|master|develop|release|v?\d)|\s*$)/iu;

const rollup = /^roll-?up of \d{1,4} (?:pull requests|prs|changes)$/iu;

/** A merge of one branch into another holds work that counted, or will count, elsewhere. */
export function mergeOf(sight: Sight): Noise | null {
  return mergeOfBranches(sight) ?? notArrived(sight);
}

function mergeOfBranches(sight: Sight): Noise | null {
  const source = sourceOf(sight.subject);
  if (source === null) return null;
  const erases = isLastingBranch(source);
  const reason = erases
    ? 'It merges one branch into another, and that work counts where it was done.'
    : 'It brings a branch in by a merge, so its title says nothing of the work.';
  return { kind: 'merge', reason, erases, rests: restsOnTitle(sight) };
}

/** The branch that was merged, or null where the title is none of a merge. */
function sourceOf(subject: string): string | null {
  const branch = ofBranch.exec(subject)?.[1];
  if (branch !== undefined) return branch;
  const named = ofNamed.exec(subject);
  if (named?.[1] !== undefined && isLastingBranch(named[1]) && isBranch(named[2] ?? '')) return named[1];
  return [ofRelease, latest, back, rollup].some((title) => title.test(subject)) ? 'main' : null;
}

/** A branch by its name; a single word without a stroke may be anything. */
function isBranch(name: string): boolean {
  return isLastingBranch(name) || name.includes('/');
}

/** Work on a branch of its own counts once it reaches the default branch; long-lived branches are only noted. */
function notArrived(sight: Sight): Noise | null {
  const { base, intoDefaultBranch, arrived } = sight.change;
  if (intoDefaultBranch || arrived !== null || base === null || base === '') return null;
  const lasting = isLastingBranch(base);
  const reason = isReleaseBranch(base)
    ? 'It was merged into a release branch and not into the default branch.'
    : 'It was merged into a branch other than the default one, and counts once it arrives there.';
  return { kind: 'merge', reason, erases: !lasting, rests: restsOnTitle(sight) };
}
