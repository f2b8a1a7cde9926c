import type { Evidence } from '../evidence/evidence.ts';

/** What the comment may ask; a reply that quotes one of these is an answer. */
export const commentQuestions = {
  effect: 'Who can do something now that they could not do before?',
  figure: 'What was different afterwards, in figures?',
  use: 'Who works by it now, and what do they do differently?',
} as const;

/** The one question for the author of notable work that lacks an impact or a figure; null where nothing lacks, or they answered. */
export function questionFor({ impact, metrics, outline }: Evidence): string | null {
  const said = [...(impact === null ? [] : [impact]), ...metrics];
  if (said.some(({ quote, grade }) => quote.place.in === 'comment' && grade === 'author')) return null;
  const documents = outline?.documents === true;
  if (impact === null) return documents ? commentQuestions.use : commentQuestions.effect;
  return metrics.length === 0 && !documents ? commentQuestions.figure : null;
}
