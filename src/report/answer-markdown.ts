import { codeSpan } from './escape.ts';
import { shortened } from './shorten.ts';

/** One command as it was written, and what is said to it. */
export type AnswerLine = {
  readonly line: string;
  /** What it does, or why it does nothing. */
  readonly sentence: string;
  readonly done: boolean;
  /** More than a sentence, as Markdown; empty where the sentence says all. */
  readonly below?: string;
};

const longestLine = 80;

/** The answer to one comment with commands: a line for each. */
export function answerMarkdown(lines: readonly AnswerLine[]): string {
  const told = lines.map(
    ({ line, sentence, done, below = '' }) =>
      `- ${codeSpan(shortened(line.trim(), longestLine))}: ${done ? `noted. ${sentence}` : sentence}${below === '' ? '' : `\n\n${below}\n`}`,
  );
  return `${told.join('\n')}\n\n<sub>${foot(lines)}</sub>`;
}

function foot(lines: readonly AnswerLine[]): string {
  if (lines.some(({ done }) => done)) return '`/groundwork undo` takes back what you said here last.';
  return lines.some(({ below = '' }) => below !== '')
    ? 'Not right? `/groundwork contest`, with the id and your words, stands beside it.'
    : 'Nothing of this comment was kept.';
}
