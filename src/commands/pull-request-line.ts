import { z } from 'zod';
import type { Actor, ChangeFacts } from '../evidence/facts.ts';

/** One pull request as a line of JSON: what `classify` and `learn` read. Unknown fields are ignored. */
const file = z.object({
  path: z.string().min(1),
  previousPath: z.string().nullish(),
  additions: z.int().nonnegative().nullish(),
  deletions: z.int().nonnegative().nullish(),
});

const pullRequestLine = z.object({
  id: z.string().min(1),
  repository: z.string().default('unknown'),
  number: z.int().positive().nullish(),
  title: z.string(),
  body: z.string().nullish(),
  mergedAt: z.string().nullish(),
  author: z.string().nullish(),
  labels: z.array(z.string()).default([]),
  files: z.array(file).default([]),
  filesTotal: z.int().nonnegative().nullish(),
});

export type ReadLine =
  | { readonly kind: 'read'; readonly id: string; readonly change: ChangeFacts }
  | { readonly kind: 'broken'; readonly problem: string };

/** Reads one line; a broken one says what is wrong with it. */
export function readLine(line: string): ReadLine {
  const json = parse(line);
  if (json === undefined) return { kind: 'broken', problem: 'this is no JSON' };
  const parsed = pullRequestLine.safeParse(json);
  if (parsed.success) return { kind: 'read', id: parsed.data.id, change: toChange(parsed.data) };
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the line'}: ${message}`,
  );
  return { kind: 'broken', problem: problems.slice(0, 3).join('; ') };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

function toChange(line: z.infer<typeof pullRequestLine>): ChangeFacts {
  const name = line.author ?? 'unknown';
  const author: Actor = { key: `name:${name}`, label: name, type: name.endsWith('[bot]') ? 'bot' : 'user' };
  const files = line.files.map((change) => ({
    ...change,
    previousPath: change.previousPath ?? null,
    additions: change.additions ?? 0,
    deletions: change.deletions ?? 0,
    binary: false,
    attribute: null,
  }));
  return {
    kind: 'change',
    key: line.id,
    repository: { key: line.repository, name: line.repository, private: null },
    number: line.number ?? null,
    commit: null,
    url: null,
    title: line.title,
    body: line.body ?? '',
    author,
    ...nobodyElse,
    openedAt: null,
    mergedAt: line.mergedAt ?? null,
    base: null,
    head: null,
    intoDefaultBranch: true,
    arrived: null,
    labels: line.labels,
    files,
    filesTotal: line.filesTotal ?? files.length,
  };
}

const nobodyElse = {
  coAuthors: [],
  assignees: [],
  mergedBy: null,
  commits: [],
  reviews: [],
  threads: [],
  comments: [],
  closes: [],
} as const;
