import type { Quote } from '../claim.ts';
import { isReleaseBranch } from './branches.ts';
import { restsOnBody, restsOnTitle } from './sight.ts';
import type { Sight } from './sight.ts';
import type { ChangeReference, Noise } from './verdict.ts';

const copyWords = /\b(?:back-?port|cherry[- ]?pick|forward-?port)(?:s|ed|ing)?\b/iu;
const bracketed =
  /^\s*[[(](?:manual )?(?:(?:back-?port|cherry[- ]?pick|forward-?port|merge to)\b[^\])]{0,40}|(?:release|stable|rel|maint)[-/_ ]?v?\d[\w.-]{0,20}|v?\d{1,4}\.(?:\d{1,4}|x)(?:\.(?:\d{1,4}|x))?)[\])]/iu;
const opening =
  /^(?:manual |automated )?(?:back-?port|cherry[- ]?pick|forward-?port)(?:s|ed|ing)?\b(?:\s+(?:of\s+)?(?:the\s+)?(?:(?:pr|pull request|commit|fix(?:es)?)\b|#)|\s+of\s+["“'`]|\s+(?:to|into|from|for)\s+(?:the\s+)?['"`]?(?:release|stable|main\b|master|v?\d)|\s*[:#"“'`([]|\s+[0-9a-f]{7,40}\b)/iu;
const closing = /[[(](?:back-?port|cherry[- ]?pick)(?:ed)?\b[^\])]{0,60}[\])]\s*$/iu;
const inBody =
  /\(cherry[- ]picked from (?:commit )?([0-9a-f]{7,40})\b|^[ \t*_-]{0,4}(?:this is an? )?(?:(?:manual|automated|automatic|clean) )?(?:back-?ports?|cherry[- ]?picks?|forward-?ports?)(?: (?:of|for))?:?\s+(?:(?:pr|pull request|commit) )?(?:[\w.-]{1,60}\/[\w.-]{1,100})?(?:#(\d{1,9})|([0-9a-f]{7,40})\b|https:\/\/[\w./-]{1,120}\/pull\/(\d{1,9}))/imu;
const numbered = /(?:#|\bPR )(\d{1,9})\b/u;
const tool = /\b(?:bot|tool|script|action|command|workflow|support for)\b/iu;

/** A copy of a change that counts where it was made first: one change, one credit. */
export function copyOf(sight: Sight): Noise | null {
  const stated = statementOf(sight);
  const titled = isTitledCopy(sight);
  if (stated !== null && (titled || opensOrCloses(sight, stated.rests) || isElsewhere(sight))) {
    return noise(sight, stated.copies, titled || !isUnplaced(sight, stated), stated.rests);
  }
  if (titled) return noise(sight, numberInTitle(sight), isCertain(sight), restsOnTitle(sight));
  return null;
}

function noise(sight: Sight, copies: ChangeReference, erases: boolean, rests: Quote): Noise {
  return { kind: 'backport', reason: reasonOf(sight, copies), erases, rests, copies };
}

function isTitledCopy(sight: Sight): boolean {
  if (tool.test(sight.subject.slice(0, 60)) && !isElsewhere(sight)) return false;
  if (bracketed.test(sight.title)) return copyWords.test(sight.title) || isElsewhere(sight);
  return opening.test(sight.subject) || closing.test(sight.title);
}

/** Merged into a release branch, where copies go. Where the branch is not known, this is false. */
function isElsewhere(sight: Sight): boolean {
  const { base, intoDefaultBranch } = sight.change;
  return base !== null && !intoDefaultBranch && isReleaseBranch(base);
}

/**
 * A commit picked over to the default branch may come from a branch of one's own, where nothing counts. Only what is
 * said of pull requests and of release branches tells that the work stands elsewhere.
 */
function isUnplaced(sight: Sight, { copies }: Statement): boolean {
  return copies.number === undefined && !isElsewhere(sight);
}

type Statement = { readonly copies: ChangeReference; readonly rests: Quote };

function statementOf(sight: Sight): Statement | null {
  const found = inBody.exec(sight.body);
  if (found === null) return null;
  const commit = found[1] ?? found[3];
  const number = found[2] ?? found[4] ?? numbered.exec(sight.subject)?.[1];
  const copies: ChangeReference = {
    ...(commit === undefined ? {} : { commit: commit.toLowerCase() }),
    ...(number === undefined ? {} : { number: Number(number) }),
  };
  return { copies, rests: restsOnBody(found[0].trimStart(), found.index + leadingSpace(found[0])) };
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

/** A copy says so first or, as git writes it, last; in the middle it is one commit among others. */
function opensOrCloses(sight: Sight, rests: Quote): boolean {
  const from = rests.place.in === 'body' ? rests.place.from : 0;
  if (sight.body.slice(0, from).trim() === '') return true;
  const after = sight.body.slice(from + rests.text.length).replace(/^[\s).]+/u, '');
  return after === '' && sight.change.commits.length <= 1;
}

function numberInTitle(sight: Sight): ChangeReference {
  const number = numbered.exec(sight.subject)?.[1];
  return number === undefined ? {} : { number: Number(number) };
}

/** It names what it copies, stands on a release branch, or bears the mark that tools for backports give. */
function isCertain(sight: Sight): boolean {
  if (isElsewhere(sight) || numberInTitle(sight).number !== undefined) return true;
  return closing.test(sight.title) || (bracketed.test(sight.title) && copyWords.test(sight.title));
}

function reasonOf(sight: Sight, copies: ChangeReference): string {
  const where = isElsewhere(sight) ? 'a release branch' : 'another branch';
  if (copies.number !== undefined)
    return `It copies #${copies.number} to ${where}, and the work counts there once.`;
  if (copies.commit !== undefined && !isElsewhere(sight)) {
    return `It repeats commit ${copies.commit.slice(0, 12)}: where that counts too, both are one piece of work.`;
  }
  if (copies.commit !== undefined) {
    return `It copies commit ${copies.commit.slice(0, 12)} to ${where}, and the work counts there once.`;
  }
  return `It copies an earlier change to ${where}, and the work counts where it was done first.`;
}
