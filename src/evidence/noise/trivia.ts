import { documentsOnly } from './manifests.ts';
import type { Sight } from './sight.ts';

export type Rule = {
  /** Read on the title without its prefixes. */
  readonly title: RegExp;
  readonly reason: string;
  /** At most this many lines by hand, added and removed together. */
  readonly lines: number;
  /** Whether the change is what the title sounds like. */
  readonly fits: (sight: Sight) => boolean;
  /** Whether it cannot be anything else; otherwise it is only noted. */
  readonly isCertain: (sight: Sight) => boolean;
};

/** What consumers must know: never small, however short. */
export const noteworthy =
  /break|upgrad|migrat|deprecat|remov|secur|maintain|owner|governance|runbook|contribut|\badrs?\b/iu;

export const triviaRules: readonly Rule[] = [
  {
    title:
      /\btypos?(?![- ]?(?:check|detect|toler|squat|correct|suggest|safe|handl|proof))\b|\bmisspell\w{0,4}\b|\bspelling (?:mistake|error|fix)\w{0,2}\b|^(?:fix|correct)\w{0,3} (?:the )?spelling\b/iu,
    reason: 'It corrects the spelling of a few words.',
    lines: 100,
    fits: claimsNoFeature,
    isCertain: isOfWords,
  },
  {
    title: /\b(?:grammar|wording|copy-?edits?|rephrase|punctuation)\b/iu,
    reason: 'It corrects the wording of a document.',
    lines: 100,
    fits: isOfDocuments,
    isCertain: isSure,
  },
  {
    title:
      /^(?:update|bump|refresh|renew|fix|correct|change|add) (?:the |all )?(?:missing )?(?:(?:copyright|licen[cs]e)(?: (?:years?|headers?|dates?|notices?))|copyright)(?: (?:to|for) (?:the year )?\d{4})?$/iu,
    reason: 'It renews the lines on copyright.',
    lines: 400,
    fits: isSure,
    isCertain: isSure,
  },
  {
    title:
      /^(?:remove|drop|delete|fix|correct|update) (?:an? |the |some )?(?:obsolete|outdated|stale|stray|misleading|wrong|code|doc) comments?(?: in [\w./-]{1,60})?$/iu,
    reason: 'It changes a few comments.',
    lines: 20,
    fits: isSure,
    isCertain: isSure,
  },
  {
    title:
      /\b(?:broken|dead|malformed|wrong|outdated|stale) (?:[\w-]{1,20} ){0,3}links?\b|^(?:fix|update|correct) (?:[\w-]{1,20} ){0,2}links?\b/iu,
    reason: 'It mends a link.',
    lines: 10,
    fits: isOfDocuments,
    isCertain: isSure,
  },
  {
    title:
      /^(?:fix|correct|repair|tidy)\w{0,3} (?:the )?(?:[\w-]{1,20} ){0,2}(?:markdown|bullets?|lists?|tables?|code ?(?:blocks?|fences?)|headings?)(?: (?:rendering|formatting|syntax|layout|display))?(?: (?:in|of) .{1,80})?$/iu,
    reason: 'It mends how a document is laid out.',
    lines: 120,
    fits: isSameDocuments,
    isCertain: isSure,
  },
  {
    title: /^(?:update|edit|tweak) [\w./ -]{1,60}\.(?:md|mdx|rst|adoc|txt)\b/iu,
    reason: 'It changes a few lines of a document.',
    lines: 6,
    fits: isOfOrdinaryDocuments,
    isCertain: isSure,
  },
  {
    title: /\b(?:users|adopters)\b/iu,
    reason: 'It adds a name to a list.',
    lines: 5,
    fits: isListOfUsers,
    isCertain: isSure,
  },
  {
    title:
      /^(?:(?:re-?)?(?:trigger|run|kick off|start) (?:the )?(?:ci|build|pipeline)(?: again)?|(?:empty|dummy) commit\b.{0,40})$/iu,
    reason: 'It only makes the build run again.',
    lines: 2,
    fits: isSure,
    isCertain: isSure,
  },
  {
    title:
      /^(?:fix|remove|drop|delete|trim) (?:an? |the |some )?(?:extra|stray|trailing|double|missing) (?:spaces?|commas?|new ?lines?|whitespaces?|characters?)\b/iu,
    reason: 'It changes white space or a stray character.',
    lines: 10,
    fits: isCalledSmall,
    isCertain: isSure,
  },
  {
    title: /\S/u,
    reason: 'It moves a line to where the layout wants it, by its description.',
    lines: 4,
    fits: isSaidToBeLayout,
    isCertain: isSure,
  },
];

const layout =
  /\b(?:imports?|blank lines?|new ?lines?|white ?space|indentation|line breaks?|semicolons?|trailing commas?)\b/iu;
const moving =
  /\b(?:goes|went|moves?d?|sorts?|sorted|reorder\w{0,3}|where the (?:linter|formatter) wants)\b/iu;

/** However bold the title: a line in one file, of which its author says no more than where it went. */
function isSaidToBeLayout({ own, told }: Sight): boolean {
  return own.length === 1 && told.length <= 120 && layout.test(told) && moving.test(told);
}

function isSure(): boolean {
  return true;
}

function isOfDocuments(sight: Sight): boolean {
  return documentsOnly(sight.own);
}

/** Laid out anew, a document keeps about as many lines; a table with new rows says something new. */
function isSameDocuments(sight: Sight): boolean {
  return (
    documentsOnly(sight.own) &&
    sight.own.every(({ additions, deletions }) => Math.abs(additions - deletions) <= 2 + sight.lines / 8)
  );
}

const bareTypo =
  /^(?:(?:fix|correct)\w{0,3} )?(?:an? |some |few |a few |small |minor |more |the )*typos?(?: fix(?:es)?)?$/iu;
const places =
  /\b(?:comments?|docs?|documentation|javadocs?|jsdocs?|docstrings?|readme|message|messages|logs?|wording|spelling|misspell\w{0,4}|text|template|changelog|function names?|variable names?|test names?)\b|\btypos? in [`'"]?[\w-]{1,60}[./][\w./-]{1,80}[`'"]?$/iu;

/** "Add a spelling checker" is about words and no correction of them. */
function claimsNoFeature(sight: Sight): boolean {
  const adds = /^(?:add|support|implement|introduce|detect|allow|handle|use|build)\b/iu;
  return sight.type !== 'feat' && !adds.test(sight.subject);
}

/** A typo in a query or a setting changes what a program does; one in words does not. */
function isOfWords(sight: Sight): boolean {
  return documentsOnly(sight.own) || bareTypo.test(sight.subject) || places.test(sight.subject);
}

/** A line in some documents is a decision: who maintains, who owns, how to upgrade. */
function isOfOrdinaryDocuments(sight: Sight): boolean {
  return documentsOnly(sight.own) && !noteworthy.test(sight.title);
}

function isListOfUsers(sight: Sight): boolean {
  return (
    sight.own.length > 0 &&
    sight.own.every((file) => /(?:^|\/)(?:users|adopters)\.\w{1,4}$/iu.test(file.path))
  );
}

/** White space is content in a template or a parser, unless its author calls the change small. */
function isCalledSmall(sight: Sight): boolean {
  return documentsOnly(sight.own) || ['nit', 'style', 'docs', 'chore', 'lint'].includes(sight.type ?? '');
}
