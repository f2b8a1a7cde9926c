import { noteworthy, triviaRules } from './trivia.ts';
import type { Rule } from './trivia.ts';
import { documentsOnly, isSetUp } from './manifests.ts';
import { restsOnTitle, tellsOfEffect, wordsTold } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';

/** A change too small to say anything of anyone, by its title and its size together. */
export function trivialOf(sight: Sight): Noise | null {
  if (isEmpty(sight)) return noise(sight, 'It changes no file.', true);
  if (!sight.whole) return null;
  if (isSmallChangelog(sight)) return noise(sight, 'It only adds to the changelog.', true);
  const rule = triviaRules.find(
    (one) => sight.lines <= one.lines && one.title.test(sight.subject) && fits(sight, one),
  );
  return rule === undefined ? speckOf(sight) : noise(sight, rule.reason, rule.isCertain(sight));
}

function fits(sight: Sight, rule: Rule): boolean {
  return !isTold(sight) && rule.fits(sight);
}

/** One line of a document may be small talk or the one sentence that readers needed: said, not erased. */
function speckOf(sight: Sight): Noise | null {
  if (tellsOfTypos(sight)) return noise(sight, 'It corrects the spelling of a few words.', true);
  if (sight.lines <= 2 && documentsOnly(sight.own))
    return noise(sight, 'It changes one line of a document.', false);
  if (isOfSetUp(sight))
    return noise(sight, 'It changes a few lines of how the project is built or opened.', false);
  return null;
}

/** In lines: how a workflow or an editor is set up. */
const linesOfSetUp = 4;
/** Few lines make a gate, guard a secret, or halve the time of a build. */
const gate =
  /\b(?:gat(?:e|es|ing)|requir\w{1,3}|block\w{0,3}|checks?|tests?|lint\w{0,3}|pin\w{0,4}|secur\w{1,5}|secrets?|cach\w{1,3}|parallel\w{0,5}|speed|timeouts?)\b/iu;

function isOfSetUp(sight: Sight): boolean {
  if (sight.lines > linesOfSetUp || sight.own.length === 0 || tellsOfEffect(sight)) return false;
  if (['fix', 'perf', 'test'].includes(sight.type ?? '') || gate.test(sight.subject)) return false;
  return sight.own.every((file) => isSetUp(file.path));
}

const typosFirst =
  /^\W*(?:(?:fix\w*|correct\w*|an?|some|few|two|three|four|five|several|small|the|\d{1,2}) ){0,3}typos?\b/iu;

/** "Three typos, two of them mine." under any title, where nothing else is told and little else is changed. */
function tellsOfTypos(sight: Sight): boolean {
  if (sight.lines > 20 || wordsTold(sight) > 12 || !documentsOnly(sight.own)) return false;
  return typosFirst.test(sight.told);
}

/** A slip of the pen that broke something is a fix; whoever tells of it at length is heard. */
function isTold(sight: Sight): boolean {
  return !documentsOnly(sight.own) && (tellsOfEffect(sight) || wordsTold(sight) > 60);
}

/** A clone shows merge commits without files, so those are not judged by that. */
function isEmpty(sight: Sight): boolean {
  return sight.change.filesTotal === 0 && !/^merge\b/iu.test(sight.subject) && sight.change.number !== null;
}

/** A late line in the changelog; but telling consumers what breaks is work for them. */
function isSmallChangelog(sight: Sight): boolean {
  if (sight.lines > 15 || sight.own.length === 0) return false;
  if (noteworthy.test(sight.subject) || noteworthy.test(sight.told)) return false;
  return sight.own.every((file) => /(?:^|\/)CHANGE(?:LOG|S)[^/]{0,20}$/iu.test(file.path));
}

function noise(sight: Sight, reason: string, erases: boolean): Noise {
  return { kind: 'trivial', reason, erases, rests: restsOnTitle(sight) };
}
