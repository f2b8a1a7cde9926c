import type { Quote } from '../evidence/claim.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Framework } from '../framework/compile.ts';
import { questionFor } from './comment-question.ts';
import { inert } from './escape.ts';
import { becauseOf } from './reasons.ts';
import type { Because } from './report.ts';
import { shortened } from './shorten.ts';
import { untitled } from './story.ts';
import { areaInSentence, becauseMarkdown, metricMarkdown, quoted } from './wording.ts';

const longestName = 60;

/**
 * The comment on notable work: the area, the reason, whose record it is kept in. Neutral and positive only. `evidence`
 * is one person's of one change.
 */
export function commentMarkdown(evidence: readonly Evidence[], framework: Framework): string {
  const told = evidence.filter(({ stands }) => stands === 'told');
  const first = told.find(({ primary }) => primary) ?? told[0];
  if (first === undefined) return withdrawnMarkdown();
  const areas = told.map(({ area }) => areaInSentence(area, framework));
  const who = inert(shortened(first.activity.person.label, longestName));
  const question = questionFor(first);
  const asked =
    question === null
      ? ''
      : `\n\nOne question for ${who}: *${question}* A reply that quotes it, or \`/groundwork answer …\`, is kept as ${who}’s own words.`;
  return `**Worth remembering: ${listed(areas)}.** ${reasonOf(first)}${asked}

<sub>Kept in ${who}’s own record, for their next review. Not right? ${who} can reply \`/groundwork area …\`, \`/groundwork not-mine\` or \`/groundwork hide\`. Groundwork judges work, never people.</sub>`;
}

/** Why it is notable; then the author's own words of what came of it, or else what the change itself shows. */
function reasonOf(evidence: Evidence): string {
  const { metrics, impact, notable } = evidence;
  const metric = untitled(evidence) ?? metrics[0];
  const reason = notable === null ? '' : inert(notable.reason);
  if (metric !== undefined) return `${reason} ${sourceOf(metric.quote)}: ${metricMarkdown(metric)}.`.trim();
  if (impact !== null) return `${reason} ${sourceOf(impact.quote)}: “${quoted(impact.text)}”`.trim();
  return withProof(reason, becauseOf(evidence, []));
}

/** Where the words stand, as a reader looks for them. */
function sourceOf({ place }: Quote): string {
  if (place.in === 'title') return 'By its title';
  if (place.in === 'issue') return 'By the issue that it closes';
  return place.in === 'review' || place.in === 'comment' ? 'By a remark on it' : 'By its description';
}

/** A reason that the sentence gives already is only shown there; otherwise the first reason of the area follows it. */
function withProof(sentence: string, because: readonly Because[]): string {
  const given = because.filter(({ reason }) => sentence.includes(inert(reason)));
  if (given.length > 0)
    return given.reduce((text, one) => text.replace(inert(one.reason), () => becauseMarkdown(one)), sentence);
  const [first] = because;
  return `${sentence} ${first === undefined ? '' : `It ${becauseMarkdown(first)}.`}`.trim();
}

/** What stands where a comment was once justified and is no longer. */
export function withdrawnMarkdown(): string {
  return '<sub>Groundwork no longer lists this change as worth remembering. Nothing else follows from that.</sub>';
}

function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
