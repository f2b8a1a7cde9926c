const opening =
  /^(?:[-*] )?[*_]{0,2}(?:what|why|how|which|who|when|where|does|do|did|is|are|was|has|have|any|can|could|should|will|special notes|additional (?:notes|context)|steps to (?:test|verify)|screenshots?|testing|test plan)\b/iu;
const formWords =
  /\b(?:prs?|pull requests?|this change|these changes|the changes?|your changes?|issue\(s\)|issues?|tickets?|reviewers?|tested?|breaking|user[- ]facing|release notes?|hotfix|documentation changes?|changed|changing)\b/iu;
const shortQuestion =
  /^(?:[-*] )?[*_]{0,2}(?:what|why|how|who|when|where)(?: (?:changed|now|not|else))?[*_]{0,2}\s?\?[*_]{0,2}:?$/iu;
const shortLabel =
  /^[*_]{0,2}(?:description|summary|context|motivation|background|changes|overview|problem|solution|details|checklist|testing|test plan|how to test|potential risks|risks?|release notes?|documentation changes|breaking changes|related issues?|screenshots?|notes|additional (?:notes|context)|type of change|changelog)[*_]{0,2}\s?:?[*_]{0,2}$/iu;

/** The questions and labels of a form, on a line of their own: "Does this PR introduce a breaking change?" */
export function isQuestion(text: string): boolean {
  if (text.length > 160) return false;
  if (shortQuestion.test(text) || shortLabel.test(text)) return true;
  return opening.test(text) && formWords.test(text) && endsAsQuestion(text);
}

function endsAsQuestion(text: string): boolean {
  return /[?:][*_]{0,2}:?(?:\s+[*_]{0,2}(?:yes|no|n\/a|none)[*_]{0,2}\.?)?$/iu.test(text);
}

const trailer =
  /^(?:signed-off-by|co-authored-by|reviewed-by|acked-by|tested-by|reported-by|suggested-by|helped-by|approved-by|merged-by|change-id|reviewers?|approvers?|pair|cc|\/cc|differential revision|github-pr|bors)\s?:/iu;
const command = /^\/[a-z][a-z-]{1,30}(?:\s[@\w\s,./-]{0,120})?$/iu;
const mention = /^(?:\/?cc|fyi|ping|ptal|r\?)[:,]?\s+@[\w-]/iu;
const madeBy =
  /^(?:🤖\s*)?(?:generated|created|made|written) (?:with|by|using) (?:\[|\*{0,2}(?:claude|devin|copilot|cursor|codex|jules|openhands|sweep)\b)|^(?:link to (?:the )?devin (?:run|session)|requested by)\s?:/iu;

const trailers = new RegExp([trailer, command, mention, madeBy].map(({ source }) => source).join('|'), 'iu');

/** Lines for machines and addressees: sign-offs, reviewers, commands to bots. */
export function isTrailer(text: string): boolean {
  return trailers.test(text);
}

const consent =
  /^[*_]{0,2}(?:by (?:submitting|contributing|creating|opening)|i (?:hereby )?(?:agree|confirm|certify|license|state|declare|have read)|this contribution)\b/iu;
const terms =
  /\b(?:licen[cs]ed?|contributions?|contributing|cla|dco|code of conduct|original work|terms)\b/iu;
const wish =
  /^[*_(]{0,3}(?:please (?:describe|explain|fill|provide|include|link|add|delete|remove|make sure|ensure|check|read)|describe (?:your|the|what|how)|(?:more )?detailed description of|summary of testing|delete this|remove this|replace this|put an? |explain (?:what|why|how|the)|list (?:any|the)|mention (?:any|the)|add (?:a|any) (?:description|screenshots?|link)|provide (?:a|any)|thanks for (?:taking|contributing|opening|your)|thank you for (?:contributing|your|taking))/iu;
const form =
  /\b(?:your|you|this pr|pull request|this section|template|if necessary|if applicable|reviewers?|checklist|here)\b/iu;

/** Consent to a licence, and what a form asks of its writer. */
export function isNotice(text: string): boolean {
  if (text.length > 400) return false;
  return (consent.test(text) && terms.test(text)) || (wish.test(text) && form.test(text));
}
