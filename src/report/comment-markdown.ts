import type { Evidence } from '../evidence/evidence.ts';
import type { Framework } from '../framework/compile.ts';
import { inert } from './escape.ts';
import { shortened } from './shorten.ts';
import { areaTitle, becauseMarkdown, metricMarkdown, quoted } from './wording.ts';

const longestName = 60;

/**
 * The comment on notable work: the area, the reason, whose record it is kept in. Neutral and positive only. `evidence`
 * is one person's of one change.
 */
export function commentMarkdown(evidence: readonly Evidence[], framework: Framework): string {
  const told = evidence.filter(({ stands }) => stands === 'told');
  const first = told.find(({ primary }) => primary) ?? told[0];
  if (first === undefined) return withdrawnMarkdown();
  const areas = told.map(({ area }) => areaTitle(area, framework).toLowerCase());
  const who = inert(shortened(first.activity.person.label, longestName));
  return `**Worth remembering: ${listed(areas)}.** ${reasonOf(first)}

<sub>Kept in ${who}’s own record, for their next review. Not right? ${who} can say so in a reply. Groundwork judges work, never people.</sub>`;
}

/** The author's own words where they say what came of it; else what the change itself shows. */
function reasonOf({ metrics, impact, signals, notable }: Evidence): string {
  const [metric] = metrics;
  if (metric !== undefined) return `By its description: ${metricMarkdown(metric)}.`;
  if (impact !== null) return `By its description: “${quoted(impact.text)}”`;
  const because = signals.map(({ reason, quote }) =>
    becauseMarkdown({ reason, quote: quote.text, place: quote.place.in, grade: 'record' }),
  );
  return because.length > 0 ? `It ${because.slice(0, 2).join('; it ')}.` : inert(notable?.reason ?? '');
}

/** What stands where a comment was once justified and is no longer. */
export function withdrawnMarkdown(): string {
  return '<sub>Groundwork no longer lists this change as worth remembering. Nothing else follows from that.</sub>';
}

function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
