import { codeSpan } from './escape.ts';
import { shortened } from './shorten.ts';

/** One command as it was written, and what is said to it. */
export type AnswerLine = {
  readonly line: string;
  /** What it does, or why it does nothing. */
  readonly sentence: string;
  readonly done: boolean;
};

const longestLine = 80;

/** The answer to one comment with commands: a line for each. */
export function answerMarkdown(lines: readonly AnswerLine[]): string {
  const told = lines.map(
    ({ line, sentence, done }) =>
      `- ${codeSpan(shortened(line.trim(), longestLine))}: ${done ? `noted. ${sentence}` : sentence}`,
  );
  const foot = lines.some(({ done }) => done)
    ? '`/groundwork undo` takes back what you said here last.'
    : 'Nothing of this comment was kept.';
  return `${told.join('\n')}\n\n<sub>${foot}</sub>`;
}
