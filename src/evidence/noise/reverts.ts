import type { Quote } from '../claim.ts';
import { byReference, insideOf, quoted, referenceOf, statementOf, statesPart } from './revert-reference.ts';
import { restsOnTitle, wordsTold } from './sight.ts';
import type { Sight } from './sight.ts';
import type { ChangeReference, Noise } from './verdict.ts';

/** A revert told in more words than this has a story of its own: a cause found, a system kept alive. */
const wordsOfPlainRevert = 11;

const plain =
  /^reverts?\b(?!\s*[-/]|\s+(?:button|command|script|tool|api|endpoint|are|is|and)\b)(?!.*\b(?:when|if|after|unless|on (?:failure|cancel|errors?|timeout))\b)/iu;
/** `revert: feat(search): add paging`, as conventional commits write it. */
const conventional = /^[a-z]{2,10}(?:\([^()]{1,60}\))?!?: /iu;
const again =
  /^(?:re-?apply|re-?land|re-?introduce|un-?revert|revert(?:s|ed|ing)? (?:the |a |our )?revert)\b/iu;
/** "Revert part of #388": what stays keeps its credit. */
const inPart = /\b(?:parts? of|partial(?:ly)?|partly|some of)\b/iu;

/** A change that undoes another one. */
export function revertOf(sight: Sight): Noise | null {
  const subject = subjectOf(sight);
  if (again.test(subject) || isRevertOfRevert(subject, sight.type)) return relandOf(sight, subject);
  const titled = sight.type === 'revert' || plain.test(subject);
  const stated = statementOf(sight);
  if (!titled && (stated === null || !opensWith(sight, stated.rests))) return null;
  const partial = isPartial(sight, subject);
  const reverts = partial ? {} : referenceOf(subject, stated?.reference ?? {});
  const certain = !partial && isCertain(sight, subject, stated !== null);
  return {
    kind: 'revert',
    reason: reasonOf(reverts, certain),
    erases: certain && wordsTold(sight) <= wordsOfPlainRevert,
    rests: titled || stated === null ? restsOnTitle(sight) : stated.rests,
    ...(partial ? {} : { reverts }),
  };
}

/**
 * A revert that is taken back: the work counts again for those who did it, and pressing the button is none. Told with
 * reasons or named by nothing, the change stands for itself.
 */
function relandOf(sight: Sight, subject: string): Noise | null {
  const stated = statementOf(sight);
  if (isPartial(sight, subject) || (stated === null && !quoted.test(subject))) return null;
  const reverts = referenceOf(subject, stated?.reference ?? {});
  const name = reverts.number === undefined ? 'an earlier revert' : `#${reverts.number}`;
  return {
    kind: 'revert',
    reason: `It takes back ${name}, so the work counts again for those who did it.`,
    erases: wordsTold(sight) <= wordsOfPlainRevert,
    rests: restsOnTitle(sight),
    reverts,
  };
}

const area = /^[\w./-]{1,30}: (?=re(?:vert|apply|-apply|land|-land)\w{0,3}\b)/iu;

/** The title without prefixes and without the part of the project it is about: "search: revert …". */
function subjectOf(sight: Sight): string {
  return sight.subject.replace(area, '');
}

/** `Revert "Revert "Add paging""` brings the paging back; three of them take it away again. */
function isRevertOfRevert(subject: string, type: string | null): boolean {
  let rest = subject;
  let depth = type === 'revert' ? 1 : 0;
  for (let found = quoted.exec(rest); found !== null; found = quoted.exec(rest)) {
    depth += 1;
    rest = insideOf(found);
  }
  return depth > 0 && depth % 2 === 0;
}

function isPartial(sight: Sight, subject: string): boolean {
  return inPart.test(subject.replace(/["“'‘`].*$/u, '')) || statesPart(sight.body);
}

function isCertain(sight: Sight, subject: string, stated: boolean): boolean {
  if (stated || quoted.test(subject) || byReference.test(subject)) return true;
  return sight.type === 'revert' && (conventional.test(subject) || /^["“'‘`]/u.test(subject));
}

/** A squashed branch may hold a revert among other work; only a description that opens with it is one. */
function opensWith(sight: Sight, rests: Quote): boolean {
  const from = rests.place.in === 'body' ? rests.place.from : 0;
  return sight.body.slice(0, from).trim() === '';
}

function reasonOf(reverts: ChangeReference, certain: boolean): string {
  if (reverts.number !== undefined) return `It takes back #${reverts.number}.`;
  if (reverts.commit !== undefined) return `It takes back commit ${reverts.commit.slice(0, 12)}.`;
  return certain ? 'It takes back an earlier change.' : 'Its title says that it takes something back.';
}
