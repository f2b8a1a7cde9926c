import type { Quote } from '../claim.ts';
import { restsOnBody, restsOnTitle, wordsTold } from './sight.ts';
import type { Sight } from './sight.ts';
import type { ChangeReference, Noise } from './verdict.ts';

/** A revert told in more words than this has a story of its own: a cause found, a system kept alive. */
const wordsOfPlainRevert = 11;

/** A whole title in quotation marks, perhaps cut short by GitHub; a quoted word within a sentence is none. */
const quoted =
  /^revert(?:s|ed|ing)?:?\s+(?:["“'‘](.{1,380}?(?:["”'’]\s*(?:\(#\d{1,9}\)\s*){0,2}|…|\.{3}))|`([^`]{1,380})`)$/iu;
const byReference = /^reverts? (?:pr |pull request |commit )?(?:#(\d{1,9})|([0-9a-f]{7,40}))$/iu;
const plain =
  /^reverts?\b(?!\s*[-/]|\s+(?:button|command|script|tool|api|endpoint|are|is|and)\b)(?!.*\b(?:when|if|after|unless|on (?:failure|cancel|errors?|timeout))\b)/iu;
/** `revert: feat(search): add paging`, as conventional commits write it. */
const conventional = /^[a-z]{2,10}(?:\([^()]{1,60}\))?!?: /iu;
const again =
  /^(?:re-?apply|re-?land|re-?introduce|un-?revert|revert(?:s|ed|ing)? (?:the |a |our )?revert)\b/iu;
const ofCommit = /\bthis reverts (?:commit|merge)\s+([0-9a-f]{7,40})\b/iu;
const ofNumber =
  /\b(?:this )?reverts (?:pull request |pr |merge request )?(?:[\w.-]{1,60}\/[\w.-]{1,100})?[#!](\d{1,9})\b/iu;
const numberAtEnd = /\(#(\d{1,9})\)["”'’`\s]*(?:\(#\d{1,9}\)\s*)?$/u;

/** A change that undoes another one. Undoing a revert is not noise: the work comes back. */
export function revertOf(sight: Sight): Noise | null {
  if (again.test(sight.subject) || isRevertOfRevert(sight)) return null;
  const titled = isTitledRevert(sight);
  const stated = statementOf(sight);
  if (!titled && (stated === null || !opensWith(sight, stated.rests))) return null;
  const reverts = referenceOf(sight, stated?.reference ?? {});
  return {
    kind: 'revert',
    reason: reasonOf(sight, reverts),
    erases: erasesItself(sight, stated !== null),
    rests: titled || stated === null ? restsOnTitle(sight) : stated.rests,
    reverts,
  };
}

function isTitledRevert(sight: Sight): boolean {
  return sight.type === 'revert' || plain.test(sight.subject);
}

/** `Revert "Revert "Add paging""` brings the paging back; three of them take it away again. */
function isRevertOfRevert(sight: Sight): boolean {
  let rest = sight.subject;
  let depth = sight.type === 'revert' ? 1 : 0;
  for (let found = quoted.exec(rest); found !== null; found = quoted.exec(rest)) {
    depth += 1;
    rest = insideOf(found);
  }
  return depth > 0 && depth % 2 === 0;
}

function insideOf(found: RegExpExecArray): string {
  return found[1] ?? found[2] ?? '';
}

function erasesItself(sight: Sight, stated: boolean): boolean {
  return isCertain(sight, stated) && wordsTold(sight) <= wordsOfPlainRevert;
}

function isCertain(sight: Sight, stated: boolean): boolean {
  if (stated || quoted.test(sight.subject) || byReference.test(sight.subject)) return true;
  return sight.type === 'revert' && (conventional.test(sight.subject) || /^["“'‘`]/u.test(sight.subject));
}

type Statement = { readonly reference: ChangeReference; readonly rests: Quote };

function statementOf(sight: Sight): Statement | null {
  const commit = ofCommit.exec(sight.body);
  const number = ofNumber.exec(sight.body);
  const first = commit ?? number;
  if (first === null) return null;
  const reference: ChangeReference = {
    ...(commit?.[1] === undefined ? {} : { commit: commit[1].toLowerCase() }),
    ...(number?.[1] === undefined ? {} : { number: Number(number[1]) }),
  };
  return { reference, rests: restsOnBody(first[0], first.index) };
}

/** A squashed branch may hold a revert among other work; only a description that opens with it is one. */
function opensWith(sight: Sight, rests: Quote): boolean {
  const from = rests.place.in === 'body' ? rests.place.from : 0;
  return sight.body.slice(0, from).trim() === '';
}

function referenceOf(sight: Sight, stated: ChangeReference): ChangeReference {
  const found = quoted.exec(sight.subject);
  if (found === null) return { ...referenceInTitle(sight.subject), ...stated };
  const inside = insideOf(found);
  const number = stated.number ?? numberInside(inside);
  const title = titleInside(inside);
  return { ...stated, ...(number === undefined ? {} : { number }), ...(title === '' ? {} : { title }) };
}

function referenceInTitle(subject: string): ChangeReference {
  const found = byReference.exec(subject);
  if (found?.[1] !== undefined) return { number: Number(found[1]) };
  return found?.[2] === undefined ? {} : { commit: found[2].toLowerCase() };
}

function numberInside(inside: string): number | undefined {
  const found = numberAtEnd.exec(inside)?.[1];
  return found === undefined ? undefined : Number(found);
}

function titleInside(inside: string): string {
  return inside
    .replace(/\s*\(#\d{1,9}\)\s*$/u, '')
    .replace(/["”'’`]\s*$/u, '')
    .replace(/\s*\(#\d{1,9}\)\s*$/u, '')
    .trim();
}

function reasonOf(sight: Sight, reverts: ChangeReference): string {
  if (reverts.number !== undefined) return `It takes back #${reverts.number}.`;
  if (reverts.commit !== undefined) return `It takes back commit ${reverts.commit.slice(0, 12)}.`;
  return isCertain(sight, false)
    ? 'It takes back an earlier change.'
    : 'Its title says that it takes something back.';
}
