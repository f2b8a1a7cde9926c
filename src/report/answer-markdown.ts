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
  const undo = lines.some(({ done }) => done) ? ' `/groundwork undo` takes back what you said last.' : '';
  return `${told.join('\n')}\n\n<sub>Only what you say of your own work is kept.${undo}</sub>`;
}
