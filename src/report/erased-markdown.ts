import { inert } from './escape.ts';

/** Stands where a text about somebody stood. */
export const blankedMarkdown = '_This text was deleted at the wish of the person whom it was about._';

/** What an owner is told. `left`: texts of ours that could not be blanked, as `harbour/reviews-ada#3`. */
export function erasedMarkdown({
  owners,
  left,
}: {
  readonly owners: readonly string[];
  readonly left: readonly string[];
}): string {
  const whole =
    left.length === 0
      ? []
      : [`- These texts, which somebody edited or which are files: ${left.map(inert).join(', ')}.`];
  return [
    `What Groundwork held about the person of this repository was deleted at their own wish: their record, what they said and what was said of them, and their words in the records of others. Each text about them on GitHub now says that it was deleted. Nothing more is kept of them.`,
    `**What only an owner can delete** (${owners.length === 0 ? 'nobody is known to be one' : owners.map(inert).join(', ')}):`,
    [
      '- This repository. GitHub keeps the history of every edit, so what stood in its issues can still be read there.',
      '- Comments on pull requests, whose edits GitHub shows behind “edited”: a deleted comment has no history.',
      ...whole,
      '- Backups of the app’s database, until they are overwritten.',
    ].join('\n'),
    'Quotes of theirs in the evidence of colleagues go at once where the work could be read anew; where only the quotes were left of it, they go with that evidence when its time is over. The log keeps that this was done, under a number.',
  ].join('\n\n');
}
