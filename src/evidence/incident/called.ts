import type { IssueFacts } from '../facts.ts';
import { isCalledFixed } from './links.ts';

/** Labels sit on drills, templates, duplicates and false alarms too: those are no incidents. */
export function isCalledIncident(issue: IssueFacts, incidentLabels: readonly string[]): boolean {
  if (!hasIncidentLabel(issue, incidentLabels)) return false;
  return !isDrill(issue) && !isTemplate(issue) && !isDuplicate(issue) && !isSetAside(issue);
}

/** Whether one of its labels is one of incidents. Capital letters make no difference. */
export function hasIncidentLabel(
  { labels }: Pick<IssueFacts, 'labels'>,
  incidentLabels: readonly string[],
): boolean {
  const wanted = new Set(incidentLabels.map((label) => label.toLowerCase()));
  return labels.some((label) => wanted.has(label.toLowerCase()));
}

/** `resolution/Not-Planned` and `Not planned` are one word. */
function plainLabels({ labels }: IssueFacts): readonly string[] {
  return labels.map((label) =>
    (label.toLowerCase().split(/[/:]/u).at(-1) ?? '')
      .replace(/[-_\s]+/gu, ' ')
      .replace(/[’']/gu, '')
      .trim(),
  );
}

const drill =
  /\b(?:fire ?)?drills?\b(?![- ]?down)|\bgame ?days?\b|\btable-?top\b|\brehears\w+|\bchaos (?:day|engineering|exercise|experiment|test)|\b(?:incident|outage|fail-?over|dr|disaster[- ]recovery|response|on-?call) (?:exercise|simulation|practice|training|test)\b|\bsimulated (?:incident|outage|failure)|\bsimulation of\b|\btest (?:incident|page|alert)\b/iu;
const drillFirst = /^\W*(?:exercise|simulation|practice|training|drill|test)\W*(?::|\]|\)| [–—-] )/iu;
/** "This is not a drill" is the opposite. */
const saysDrill =
  /\b(?:this|it) (?:is|was) (?:only |just )?(?:an? |our )?(?:planned |announced |scheduled |monthly |quarterly )*(?:drill|exercise|practice|game ?day|rehearsal|simulation|test)\b(?! (?:failure|flake))/iu;
const openingWords = 200;
const drillLabels = ['drill', 'fire drill', 'exercise', 'game day', 'gameday', 'simulation', 'rehearsal'];

function isDrill(issue: IssueFacts): boolean {
  if (drill.test(issue.title) || drillFirst.test(issue.title)) return true;
  if (plainLabels(issue).some((label) => drillLabels.includes(label) || drill.test(label))) return true;
  const opening = issue.body.slice(0, openingWords);
  return (
    saysDrill.test(opening) ||
    /^\W*(?:an? )?(?:planned |announced )?(?:drill|practice|exercise)\b/iu.test(opening)
  );
}

/** Fields to fill in, or the word itself at either end; a template that fails in production is an incident. */
const template =
  /^\W*(?:\w+ )?template\W*(?:<|$|:|\])|^\W*template\b|<(?:short|brief|one|your|what|which|the|insert|describe|service|component|system|title|summary|symptom|impact|date|name|team)\b[^<>\n]{0,60}>|\[(?:title|service|summary|date|short \w+)\]|\{\{[^{}\n]{1,40}\}\}|\bYYYY-MM-DD\b/iu;

function isTemplate(issue: IssueFacts): boolean {
  return (
    template.test(issue.title) ||
    plainLabels(issue).some((label) => /^(?:issue |incident )?template$/u.test(label))
  );
}

const reference = String.raw`(?:(?:https?:\/\/\S{3,120}\/issues\/|[\w.-]+\/[\w.-]+#|#|gh-)\d)`;
const duplicateFirst = new RegExp(
  String.raw`^\W*(?:closing as )?(?:an? )?(?:duplicate|dupe?) of ${reference}`,
  'iu',
);
const duplicate = new RegExp(String.raw`\b(?:duplicate|dupe?) of ${reference}`, 'iu');
const unsure = /\b(?:not|no|never|maybe|might|could|may|possibly|perhaps|unless)\b|n['’]t\b|\?/iu;

/** Said first, as GitHub reads it; said anywhere without a doubt, once nothing else has ended it. */
function isDuplicate(issue: IssueFacts): boolean {
  if (issue.stateReason === 'duplicate') return true;
  if (plainLabels(issue).some((label) => /^(?:duplicate|dupe)$/u.test(label))) return true;
  const texts = [issue.body, ...issue.comments.map(({ body }) => body)];
  if (texts.some((text) => duplicateFirst.test(text))) return true;
  return isEndedByNothing(issue) && sentences(texts).some((one) => duplicate.test(one) && !unsure.test(one));
}

const setAsideLabels = [
  'wontfix',
  'wont fix',
  'invalid',
  'not planned',
  'not an incident',
  'false alarm',
  'false positive',
];
const setAside =
  /\bfalse (?:alarm|positive)|\b(?:not|no) (?:an? )?(?:real )?incident\b|\bnothing (?:is|was|has been) (?:broken|wrong|down|affected)\b|\b(?:opened|created|filed|labelled|labeled) (?:this |it )?by (?:mistake|accident)|\b(?:closing|closed) (?:this )?as (?:not planned|invalid|wont ?fix|won['’]t fix|expected|working as)|\bworks? as (?:intended|designed)\b|\bplease ignore\b|\btest issue\b/iu;
const lastWords = 2;

/** Closed without a fix: as not planned, or with a label or a last word that it was none. */
function isSetAside(issue: IssueFacts): boolean {
  if (issue.stateReason === 'not_planned' && !isCalledFixed(issue)) return true;
  if (plainLabels(issue).some((label) => setAsideLabels.includes(label))) return true;
  const last = issue.comments.slice(-lastWords).map(({ body }) => body);
  return (
    isEndedByNothing(issue) &&
    sentences(last).some((one) => setAside.test(one) && !one.includes('?') && !retold.test(one))
  );
}

/** "It was no false alarm", "I took it for a false alarm": said of an incident that was one. */
const retold =
  /\b(?:not|no|never|isn['’]t|wasn['’]t) an? ?false|\bno false\b|\b(?:took|taken|mistook|dismissed|treated) \w+ (?:for|as)\b|\bat first\b|\bthought\b|\buntil\b/iu;

function isEndedByNothing({ closedAt, linked }: IssueFacts): boolean {
  return closedAt !== null && !linked.some(({ closes, mergedAt }) => closes && mergedAt !== null);
}

/** In pieces as short as a sentence; where exactly each ends makes no difference. */
function sentences(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.slice(0, 20_000).split(/(?<=[.!?])\s|\n/u));
}
