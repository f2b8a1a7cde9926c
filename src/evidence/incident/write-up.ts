import type { CommentFacts, IssueFacts } from '../facts.ts';
import { anyOf } from '../remark/pattern.ts';
import { isMachineMade, ownSentences, ownText, wordsOf } from '../remark/text.ts';
import { withoutTemplate } from '../template.ts';

/**
 * Whether a comment writes the incident up: what happened and why, and what was learnt of it. Under headings of its own,
 * or in prose once it was over. A status update tells less, a pasted form tells nothing.
 */
export function isWriteUp({ body, at }: CommentFacts, { closedAt }: Pick<IssueFacts, 'closedAt'>): boolean {
  if (body.length > longestRead || isMachineMade(body)) return false;
  const text = ownText(body);
  if (wordsOf(withoutTemplate(text).text) < fewestWords) return false;
  const parts = partsIn(text);
  if (parts.has('cause') && parts.size > 1) return true;
  if (parts.has('happened') && parts.has('learnt')) return true;
  return closedAt !== null && at >= closedAt && isToldInProse(body);
}

const longestRead = 65_536;
const fewestWords = 50;
/** Under a heading: fewer words of one's own are a note. */
const fewestUnder = 8;

const headings = {
  happened: anyOf(
    [
      String.raw`what (?:went )?(?:happened|wrong)|(?:incident )?(?:summary|timeline)|(?:sequence|course) of events`,
    ],
    String.raw`^(?:@)\b`,
  ),
  cause: anyOf(
    [
      String.raw`(?:the )?(?:root )?causes?(?: analysis)?\b|why (?:it|this) happened|contributing (?:factors|causes)`,
    ],
    String.raw`^(?:@)`,
  ),
  learnt: anyOf(
    [
      String.raw`(?:follow-?up )?action items?|lessons?(?: learn\w*)?|what (?:we|i) learn\w*|what went (?:well|badly)`,
      String.raw`follow-?ups?|(?:how (?:we|to) )?prevent(?:ion|ing)?|what (?:we|will) change`,
    ],
    String.raw`^(?:@)`,
  ),
} as const;

type Heading = keyof typeof headings;
const families: readonly Heading[] = ['happened', 'cause', 'learnt'];

/** `## Root cause`, `**Root cause**`, `Root cause:` alone or before its text. */
const headingLine =
  /^\s{0,3}(?:#{1,6}\s+(?<marked>[^\n]{1,80})|(?:\*\*|__)(?<bold>[^*_\n]{1,60})(?:\*\*|__)\s*:?(?<afterBold>[^\n]*)|(?<plain>[A-Z][A-Za-z' -]{2,40}):(?<afterPlain>[^\n]*))$/u;

/** Which parts of a write-up have words of somebody's own under their heading, and no doubt left. */
function partsIn(text: string): ReadonlySet<Heading> {
  const found = new Set<Heading>();
  for (const { heading, under } of sectionsOf(text)) {
    const family = families.find((one) => headings[one].test(heading));
    if (family === undefined) continue;
    const told = under.filter((line) => !instruction.test(line) && !/\?\s*$/u.test(line)).join('\n');
    if (wordsOf(told) >= fewestUnder && !(family === 'cause' && unsure.test(told))) found.add(family);
  }
  return found;
}

type Section = { readonly heading: string; readonly under: string[] };

function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const { marked, bold, afterBold, plain, afterPlain } = headingLine.exec(line)?.groups ?? {};
    const heading = (marked ?? bold ?? plain)?.replace(/[*_:#]+/gu, ' ').trim();
    // "Note: the second node…" within a section is no heading of ours: it stays with what it stands in.
    const isHeading = heading !== undefined && (plain === undefined || isKnown(heading));
    if (isHeading) sections.push({ heading, under: [afterBold ?? afterPlain ?? ''] });
    else sections.at(-1)?.under.push(line);
  }
  return sections;
}

function isKnown(heading: string): boolean {
  return families.some((one) => headings[one].test(heading));
}

/** What a form says to whoever fills it in. */
const instruction =
  /^\W*(?:describe|explain|list|add|write|include|fill|provide|give|use|keep|link to|what|who|how|when|which|why)\b|<[a-z][^<>\n]{2,60}>|\b(?:tbd|todo|n\/a|to be (?:written|filled|determined|announced))\b|\[[^[\]\n]{0,40}\](?!\()/iu;
/** While it lasts, causes are guessed. */
const unsure =
  /\b(?:not (?:yet )?(?:known|clear|found|sure|understood)|unknown|unclear|investigating|suspect\w*|still looking|looking into|probably|maybe|perhaps|might|tbd)\b|\?\s*$/iu;

const fewestInProse = 70;
const why = anyOf([
  String.raw`root cause|the cause|caused|because|the reason (?:was|is|for)|(?:it|this) (?:began|started) (?:with|when|after)|turned out`,
]);
const lesson = anyOf([
  String.raw`lessons?|learn(?:t|ed)|next time|from now on|in future|so that (?:it|this) (?:cannot|does not|will not|never)`,
  String.raw`(?:to|will|would) prevent|action items?|follow-?ups?|should have|could have (?:seen|caught|noticed)|what went (?:well|wrong)`,
]);
const past = /\b(?:was|were|had|did|began|broke|failed|stopped|sent|took|came|went|lost|ran|\w{3,}ed)\b/iu;
const fewestPast = 3;

/** Told once it was over: why it came, what came of it, and what follows, in sentences about the past. */
function isToldInProse(body: string): boolean {
  const told = ownSentences(body).filter(({ text }) => !/\?\s*$/u.test(text) && !instruction.test(text));
  if (told.reduce((sum, { text }) => sum + wordsOf(text), 0) < fewestInProse) return false;
  const knows = told.some(({ text }) => why.test(text) && past.test(text) && !unsure.test(text));
  const learns = told.some(({ text }) => lesson.test(text));
  return knows && learns && told.filter(({ text }) => past.test(text)).length >= fewestPast;
}
