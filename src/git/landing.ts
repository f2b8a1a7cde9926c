/** How a change came to the branch, as its message tells it. */
export type Landing = {
  /** Of the pull request or merge request. */
  readonly number: number | null;
  /** Null where the message only names a branch: the commits must say what was done. */
  readonly title: string | null;
  /** What the message says beyond the title. */
  readonly body: string;
};

type Told = { readonly subject: string; readonly body: string };

/** A form of words that a code host or a merge robot writes; null when these are other words. */
type Form = (told: Told) => Landing | null;

/** Forms of merges, from the most to the least telling. Hosts differ in where they put the title. */
const FORMS: readonly Form[] = [
  titleInBody(/^Merge pull request #(\d{1,9}) (?:from|in) \S/),
  titleInBody(/^Merged in \S.{0,300} \(pull request #(\d{1,9})\)$/),
  titleInBody(/^Auto merge of #(\d{1,9}) - /),
  titleInBody(/^Merge pull request (\d{1,9}) from \S/),
  titleInSubject(/^Merge pull request '(?<title>.{1,800})' \(#(?<number>\d{1,9})\) from /),
  titleInSubject(/^Merged PR (?<number>\d{1,9}): (?<title>.{1,800})$/),
  robotList,
  titleInSubject(/^(?<title>.{1,900}) \((?:pull request )?[#!](?<number>\d{1,9})\)$/),
];

/**
 * Reads the words of the commit that landed on the branch.
 * `reference` is the number in GitLab's last line, which `readMessage` takes for a trailer.
 */
export function readLanding(told: Told, isMerge: boolean, reference: number | null): Landing {
  for (const form of FORMS) {
    const landing = form(told);
    if (landing) return landing;
  }
  if (/^Merge (?:remote-tracking )?branch(?:es)? '/.test(told.subject) && reference !== null) {
    return { number: reference, ...firstLineAsTitle(told.body) };
  }
  const title = isMerge && told.subject.startsWith('Merge ') ? null : told.subject;
  return { number: reference, title, body: told.body };
}

/** The number in GitLab's `See merge request group/project!12`. */
export function mergeRequestReference(message: string): number | null {
  const match = /^See merge request [^\s!]{0,300}!(\d{1,9})\s*$/m.exec(message);
  return match ? Number(match[1]) : null;
}

function titleInBody(pattern: RegExp): Form {
  return ({ subject, body }) => {
    const match = pattern.exec(subject);
    return match && { number: Number(match[1]), ...firstLineAsTitle(body) };
  };
}

function titleInSubject(pattern: RegExp): Form {
  return ({ subject, body }) => {
    const groups = pattern.exec(subject)?.groups;
    return groups ? { number: Number(groups['number']), title: groups['title']!.trim(), body } : null;
  };
}

/** `Merge #12`, with `12: Title r=reviewer a=author` as the body's first line. */
function robotList({ subject, body }: Told): Landing | null {
  const match = /^Merge #(\d{1,9})(?: #\d{1,9}){0,20}$/.exec(subject);
  if (!match) return null;
  const { title, body: rest } = firstLineAsTitle(body);
  const plain = title?.replace(/^\d{1,9}: /, '').replace(/ r=\S{1,200}(?: a=\S{1,200})?$/, '') ?? null;
  return { number: Number(match[1]), title: plain, body: rest };
}

/** Bitbucket lists commits where others put the title; git lists conflicts. */
const NO_TITLE = /^(?:\* commit '|#? ?Conflicts:|\* )/;

function firstLineAsTitle(body: string): { readonly title: string | null; readonly body: string } {
  const end = body.indexOf('\n');
  const first = (end === -1 ? body : body.slice(0, end)).trim();
  if (first === '' || NO_TITLE.test(first)) return { title: null, body };
  return { title: first, body: end === -1 ? '' : body.slice(end + 1).trim() };
}

/**
 * True of a merge that carries finished work of others from one long-lived branch to another, as `git pull`
 * writes it: it is nobody's change.
 */
export function isPull(subject: string, branch: string | null): boolean {
  const match =
    /^Merge (?:remote-tracking )?branch '([^']{1,200})'(?: of \S{1,300})?(?: into \S{1,200})?$/.exec(subject);
  if (!match) return false;
  const name = match[1]!.replace(/^(?:origin|upstream)\//, '');
  return name === branch || LONG_LIVED.has(name);
}

const LONG_LIVED: ReadonlySet<string> = new Set([
  'main',
  'master',
  'trunk',
  'develop',
  'development',
  'dev',
  'next',
  'staging',
]);
