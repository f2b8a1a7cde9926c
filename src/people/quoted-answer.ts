import { ownLines } from './command-reading.ts';

/**
 * What somebody wrote below a quotation of one of these questions, as GitHub's *Quote reply* makes it; null where nothing
 * of them is quoted, or nothing is said below it.
 */
export function quotedAnswer(body: string, questions: readonly string[]): string | null {
  const lines = ownLines(body);
  const quoted = bare(lines.filter(isQuoted).join(' '));
  if (!questions.some((question) => quoted.includes(bare(question)))) return null;
  const own = lines
    .filter((line) => !isQuoted(line))
    .join('\n')
    .trim();
  return own === '' ? null : own;
}

function isQuoted(line: string): boolean {
  return /^ {0,3}>/u.test(line);
}

/** Marks of Markdown and line breaks go: people quote by hand, too. */
function bare(text: string): string {
  return text.replaceAll(/[>*_]/gu, ' ').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
