import type { Signature } from './signature.ts';
import { cut } from './text.ts';

/** What a commit message says, without the lines that only programs read. */
export type Message = {
  readonly subject: string;
  readonly body: string;
  readonly coAuthors: readonly Signature[];
  readonly closes: readonly ClosedIssue[];
};

export type ClosedIssue = {
  /** `owner/name`, or null for the same repository. */
  readonly repository: string | null;
  readonly number: number;
};

/** The longest body that is kept, in characters. */
export const BODY_LIMIT = 65_536;
const SUBJECT_LIMIT = 1000;
const NAMED_LIMIT = 50;

export function readMessage(text: string): Message {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return { subject: '', body: '', coAuthors: [], closes: [] };
  const rest = lines.slice(first + 1);
  return {
    subject: cut(lines[first]!.trim(), SUBJECT_LIMIT),
    body: cut(
      rest
        .filter((line) => !isTrailer(line))
        .join('\n')
        .trim(),
      BODY_LIMIT,
    ).trimEnd(),
    coAuthors: rest.flatMap(readCoAuthor).slice(0, NAMED_LIMIT),
    closes: readClosed(lines),
  };
}

/**
 * Only lines that are known to be for programs or for the record of who signed: an unknown `Impact: …` may be
 * the best sentence of the message.
 */
const TRAILER =
  /^(?:(?:signed-off|co-authored|co-developed|reviewed|acked|tested|reported|suggested|approved|committed|merged|requested|helped|mentored|pair-programmed|assisted|generated)-by|change-id|reviewed-on|commit-queue|auto-submit|cc|part-of|differential revision|reviewers?|subscribers|piperorigin-revid|gitorigin-revid|cr-commit-position|git-svn-id|bors-[a-z-]{1,20}|(?:cherry[- ]picked)-from|x-[a-z-]{1,30}-id) ?:/i;
const REFERENCE = /^(?:See merge request |\(cherry picked from commit [0-9a-f]{7,64}\))/;

function isTrailer(line: string): boolean {
  return TRAILER.test(line) || REFERENCE.test(line);
}

function readCoAuthor(line: string): readonly Signature[] {
  const match = /^\s{0,8}co-authored-by ?:([^<>]{0,200})<([^<>]{0,200})>/i.exec(line);
  return match ? [{ name: match[1]!.trim(), address: match[2]!.trim() }] : [];
}

const CLOSES =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? {1,3}(?:(?:https?:\/\/[a-z0-9.-]{1,100}\/([\w.-]{1,100}\/[\w.-]{1,100})\/issues\/)|(?:([\w.-]{1,100}\/[\w.-]{1,100})?#)|gh-)(\d{1,9})\b/gi;

function readClosed(lines: readonly string[]): readonly ClosedIssue[] {
  const found = new Map<string, ClosedIssue>();
  for (const line of lines) {
    for (const match of line.slice(0, SUBJECT_LIMIT).matchAll(CLOSES)) {
      const issue = { repository: match[1] ?? match[2] ?? null, number: Number(match[3]) };
      found.set(`${issue.repository?.toLowerCase() ?? ''}#${issue.number}`, issue);
      if (found.size === NAMED_LIMIT) return [...found.values()];
    }
  }
  return [...found.values()];
}
