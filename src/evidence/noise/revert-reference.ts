import type { Quote } from '../claim.ts';
import { restsOnBody } from './sight.ts';
import type { Sight } from './sight.ts';
import type { ChangeReference } from './verdict.ts';

/** A whole title in quotation marks, perhaps cut short by GitHub; a quoted word within a sentence is none. */
export const quoted =
  /^revert(?:s|ed|ing)?:?\s+(?:["“'‘](.{1,380}?(?:["”'’]\s*(?:\(#\d{1,9}\)\s*){0,2}|…|\.{3}))|`([^`]{1,380})`)$/iu;
export const byReference =
  /^reverts? (?:(?:pr |pull request )?#(\d{1,9})|(?:pr|pull request) (\d{1,9})|(?:commit )?([0-9a-f]{7,40}))$/iu;
const ofCommit = /\bthis reverts (?:commit|merge)\s+([0-9a-f]{7,40})\b/iu;
const ofNumber =
  /\b(?:this )?reverts (?:pull request |pr |merge request )?(?:([\w.-]{1,60}\/[\w.-]{1,100})?[#!](\d{1,9})\b|https:\/\/[\w.-]{1,60}\/([\w.-]{1,60}\/[\w.-]{1,100})\/pull\/(\d{1,9})\b)/iu;
const ofPart = /\b(?:partial(?:ly)?|partly)\s+reverts?\b|\breverts (?:parts?|some) of\b/iu;
const numberAtEnd = /\(#(\d{1,9})\)["”'’`\s]*(?:\(#\d{1,9}\)\s*)?$/u;

export type Statement = { readonly reference: ChangeReference; readonly rests: Quote };

/** What the description says is taken back; null where it says nothing. */
export function statementOf(sight: Sight): Statement | null {
  const commit = ofCommit.exec(sight.body);
  const number = ofNumber.exec(sight.body);
  const first = commit ?? number;
  if (first === null) return null;
  const taken = number === null ? undefined : numberHere(number, sight.change.repository.name);
  const reference: ChangeReference = {
    ...(commit?.[1] === undefined ? {} : { commit: commit[1].toLowerCase() }),
    ...(taken === undefined ? {} : { number: taken }),
  };
  return { reference, rests: restsOnBody(first[0], first.index) };
}

/** A number of another repository says nothing of this one. Owners change their names; repositories seldom do. */
function numberHere(found: RegExpExecArray, repository: string): number | undefined {
  const named = found[1] ?? found[3];
  if (named !== undefined && lastPart(named) !== lastPart(repository)) return undefined;
  return Number(found[2] ?? found[4]);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}

/** "This partially reverts #388." */
export function statesPart(body: string): boolean {
  return ofPart.test(body);
}

/** What is taken back by the title and by what the description stated, together. */
export function referenceOf(subject: string, stated: ChangeReference): ChangeReference {
  const found = quoted.exec(subject);
  if (found === null) return { ...referenceInTitle(subject), ...stated };
  const inside = insideOf(found);
  const number = stated.number ?? numberInside(inside);
  const title = titleInside(inside);
  return { ...stated, ...(number === undefined ? {} : { number }), ...(title === '' ? {} : { title }) };
}

/** The quoted title, with whatever quotation marks and numbers stand at its end. */
export function insideOf(found: RegExpExecArray): string {
  return found[1] ?? found[2] ?? '';
}

function referenceInTitle(subject: string): ChangeReference {
  const found = byReference.exec(subject);
  const number = found?.[1] ?? found?.[2];
  if (number !== undefined) return { number: Number(number) };
  return found?.[3] === undefined ? {} : { commit: found[3].toLowerCase() };
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
