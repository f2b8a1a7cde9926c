/** A title taken apart: what kind of change it says it is, and the words themselves. */
export type Title = {
  /** The title as written. */
  readonly whole: string;
  /** Verbatim part of the title without prefixes, ticket numbers and its own number: the win in the author's words. */
  readonly words: string;
  /** `fix` of "fix(search): …", lower case. */
  readonly type: string | null;
  /** `search` of "fix(search): …". */
  readonly scope: string | null;
  /** `PAY-212`, `KAFKA-16735`: what several changes may share. */
  readonly tickets: readonly string[];
};

/** Only what says the kind of change is taken off: "Runbook: card declines" loses its meaning without its first word. */
const conventional =
  /^\s*(feat|feature|fix|bugfix|hotfix|perf|refactor|ref|docs?|tests?|chore|ci|build|style|revert|deps|misc|nit|minor)\s?(?:\(([^()]{1,60})\))?!?\s?:\s+/iu;
const bracketed = /^\s*\[([^\]]{1,40})\]\s*:?\s*/u;
const ticketFirst = /^\s*([A-Z][A-Z0-9]{1,9}-\d{1,7})\s*[:;,.\-–]?\s+/u;
const ownNumber = /\((?:#\d+(?:,\s*)?)+\)\s*$/u;
const ticket = /\b[A-Z][A-Z0-9]{1,9}-\d{1,7}\b/gu;
const notTickets = /^(?:UTF|SHA|ISO|RFC|CVE|HTTP|TLS|ES|PEP|AES|MD|RS|EC|UTC|GMT|GPT|X|V)-/u;

export function readTitle(whole: string): Title {
  const { rest, type, scope } = withoutPrefixes(whole);
  const words = rest.replace(ownNumber, '').trim();
  return {
    whole,
    words: words === '' ? whole.trim() : words,
    type,
    scope,
    tickets: [...new Set(whole.match(ticket) ?? [])].filter((name) => !notTickets.test(name)),
  };
}

function withoutPrefixes(whole: string): { rest: string; type: string | null; scope: string | null } {
  let rest = whole;
  let type: string | null = null;
  let scope: string | null = null;
  for (let round = 0; round < 4; round += 1) {
    const named: RegExpExecArray | null = type === null ? conventional.exec(rest) : null;
    const cut: RegExpExecArray | null = named ?? bracketed.exec(rest) ?? ticketFirst.exec(rest);
    if (cut === null || rest.length - cut[0].length < 3) break;
    if (named !== null) {
      type = named[1]?.toLowerCase() ?? null;
      scope = named[2] ?? null;
    }
    rest = rest.slice(cut[0].length);
  }
  return { rest, type, scope };
}
