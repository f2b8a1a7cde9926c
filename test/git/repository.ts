import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { createGitHistory } from '../../src/git/history.ts';
import type { ChangesRequest, Clone, History } from '../../src/ports/history.ts';

/** One commit to be made. Files are changes to the first parent's: null deletes, `from` renames. */
export type Plan = {
  readonly name: string;
  readonly parents?: readonly string[];
  readonly author?: string;
  readonly committer?: string;
  /** Seconds since 1970. */
  readonly at?: number;
  readonly message?: string | Buffer;
  readonly encoding?: string;
  readonly files?: Readonly<Record<string, string | Buffer | null | { readonly from: string }>>;
};

export const ADA = 'Ada Lovelace <ada@example.org>';
export const GRACE = 'Grace Hopper <grace@example.org>';

/** 1 January 2024, noon: plans without a date get one hour each from here on. */
export const NOON = 1_704_110_400;

/** The machine's own git settings must not matter. */
export const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

const folders: string[] = [];

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-git-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function git(folder: string, args: readonly string[], input?: string | Buffer): string {
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'a@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'a@example.org' };
  const env = { ...ENVIRONMENT, ...identity, ...committer };
  return execFileSync('git', args, { cwd: folder, env, input, maxBuffer: 2 ** 28, stdio: 'pipe' })
    .toString()
    .trim();
}

export type Made = {
  readonly folder: string;
  /** Plan name to full commit id. */
  readonly ids: Readonly<Record<string, string>>;
};

/** A bare repository whose branch `main` ends at the last plan. */
export function makeRepository(plans: readonly Plan[]): Made {
  const folder = makeFolder();
  git(folder, ['init', '-q', '--bare', '-b', 'main', '.']);
  git(
    folder,
    ['fast-import', '--quiet', '--date-format=raw-permissive', '--export-marks=marks'],
    stream(plans),
  );
  const byMark = new Map(readFileSync(join(folder, 'marks'), 'latin1').split('\n').map(readMark));
  const named = plans.map(({ name }, index) => [name, byMark.get(`:${index + 1}`) ?? ''] as const);
  return { folder, ids: Object.fromEntries(named) };
}

function readMark(line: string): readonly [mark: string, id: string] {
  const [mark = '', id = ''] = line.split(' ');
  return [mark, id];
}

function stream(plans: readonly Plan[]): Buffer {
  const marks = new Map(plans.map(({ name }, index) => [name, `:${index + 1}`]));
  const parts = plans.flatMap((plan, index) => commitStream(plan, index, marks));
  const end = `reset refs/heads/main\nfrom :${plans.length}\n\ndone\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

function commitStream(plan: Plan, index: number, marks: ReadonlyMap<string, string>): readonly Buffer[] {
  const { parents = [], author = ADA, committer = author, at = NOON + index * 3600 } = plan;
  const head = [
    `reset refs/building\n\ncommit refs/building\nmark :${index + 1}`,
    `author ${author} ${at} +0000\ncommitter ${committer} ${at} +0000`,
    ...(plan.encoding ? [`encoding ${plan.encoding}`] : []),
  ].join('\n');
  const lineage = parents.map((parent, place) => `${place === 0 ? 'from' : 'merge'} ${marks.get(parent)!}\n`);
  return [
    Buffer.from(`${head}\n`),
    data(plan.message ?? `Do ${plan.name}`),
    Buffer.from(lineage.join('')),
    ...Object.entries(plan.files ?? {}).flatMap(fileStream),
    Buffer.from('\n'),
  ];
}

function fileStream([path, content]: readonly [
  string,
  string | Buffer | null | { readonly from: string },
]): Buffer[] {
  if (content === null) return [Buffer.from(`D ${quote(path)}\n`)];
  if (typeof content === 'object' && 'from' in content && !Buffer.isBuffer(content)) {
    return [Buffer.from(`R ${quote(content.from)} ${quote(path)}\n`)];
  }
  return [Buffer.from(`M 100644 inline ${quote(path)}\n`), data(content)];
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** In a key, `%FF` stands for that byte: names need not be UTF-8. */
function quote(path: string): string {
  const bytes = Buffer.concat(
    path
      .split(/(%[0-9A-F]{2})/)
      .map((part) => (/^%..$/.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  );
  const octal = Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"${octal.join('')}"`;
}

export const history: History = createGitHistory(ENVIRONMENT);

export async function openMade(folder: string, branch: string | null = null): Promise<Clone> {
  const clone = await history.open(folder, { branch, now: null });
  if (clone.kind !== 'clone') throw new Error(clone.sentence);
  return clone;
}

export async function changesOf(
  folder: string,
  request: Partial<ChangesRequest> = {},
): Promise<readonly ChangeFacts[]> {
  const clone = await openMade(folder);
  const people = await history.readPeople(clone);
  return Array.fromAsync(history.readChanges(clone, { people, from: null, to: null, ...request }));
}

/** Lines of text, for contents whose lines count. */
export function lines(count: number, word = 'line'): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');
}
