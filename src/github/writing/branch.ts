import { GiveUp } from '../../errors.ts';
import type { PullRequestText } from '../../ports/github.ts';
import { isAsPosted } from '../../report/marker.ts';
import { statusOf } from '../trouble.ts';
import { committedAnswer, fileAnswer, refAnswer } from './answers.ts';
import { askOf, readFor, readOf } from './ask.ts';
import { nameOf } from './find-own.ts';
import type { Pen } from './pen.ts';

export type File = {
  readonly text: string;
  /** Of the blob it replaces, as GitHub asks for it; null for a new file. */
  readonly sha: string | null;
};

/** Null where there is no such file or branch. */
export async function readFile(pen: Pen, path: string, ref: string): Promise<File | null> {
  const file = await readFor(`reading ${path} of ${nameOf(pen)}`, fileAnswer, () =>
    pen.client.rest.repos.getContent({ ...pen.place, path, ref }),
  );
  return file && { text: Buffer.from(file.content, 'base64').toString('utf8'), sha: file.sha };
}

export async function writeFile(
  pen: Pen,
  { path, branch, title }: PullRequestText,
  file: File,
): Promise<void> {
  await pen.repository();
  await putFile(pen, { path, branch, message: title, ...file });
}

/**
 * The branch at the newest commit of the default branch, made where it is missing.
 * @param from `left` is the file as an earlier proposal left it on the branch.
 * @returns The sha of the file that stands there then; null where there is none.
 * @throws GiveUp where a person changed what was left.
 */
export async function prepareBranch(
  pen: Pen,
  { path, branch }: PullRequestText,
  from: { readonly base: string; readonly left: File | null },
): Promise<string | null> {
  const base = (await headOf(pen, from.base)) ?? (await firstCommit(pen, from.base));
  const head = await headOf(pen, branch);
  if (head !== null && from.left !== null && !isAsPosted(from.left.text))
    throw new GiveUp(
      `The branch ${branch} of ${nameOf(pen)} holds changes that nobody proposed: open a pull request from it, or delete it.`,
    );
  if (head === null) await createBranch(pen, branch, base);
  else if (head !== base) await moveBranch(pen, branch, base);
  return (await readFile(pen, path, branch))?.sha ?? null;
}

async function createBranch(pen: Pen, branch: string, sha: string): Promise<void> {
  await askOf(`making the branch ${branch} in ${nameOf(pen)}`, () =>
    pen.client.rest.git.createRef({ ...pen.place, ref: `refs/heads/${branch}`, sha }),
  );
}

async function moveBranch(pen: Pen, branch: string, sha: string): Promise<void> {
  await askOf(`moving the branch ${branch} in ${nameOf(pen)}`, () =>
    pen.client.rest.git.updateRef({ ...pen.place, ref: `heads/${branch}`, sha, force: true }),
  );
}

/** The newest commit of a branch; null where there is none, as in a repository without commits (409). */
async function headOf(pen: Pen, branch: string): Promise<string | null> {
  try {
    const answer = await readFor(`reading the branch ${branch} of ${nameOf(pen)}`, refAnswer, () =>
      pen.client.rest.git.getRef({ ...pen.place, ref: `heads/${branch}` }),
    );
    return answer && answer.object.sha;
  } catch (error) {
    if (statusOf(error) === 409) return null;
    throw error;
  }
}

/** A pull request needs something to be compared with. */
async function firstCommit(pen: Pen, branch: string): Promise<string> {
  const text = 'Evidence reports, proposed here as pull requests.\n';
  return putFile(pen, {
    path: 'README.md',
    branch,
    message: 'Say what this repository is for',
    text,
    sha: null,
  });
}

type Put = File & { readonly path: string; readonly branch: string; readonly message: string };

async function putFile(pen: Pen, { path, branch, message, text, sha }: Put): Promise<string> {
  const content = Buffer.from(text, 'utf8').toString('base64');
  const { commit } = await readOf(`writing ${path} in ${nameOf(pen)}`, committedAnswer, () =>
    pen.client.rest.repos.createOrUpdateFileContents({
      ...pen.place,
      path,
      branch,
      message,
      content,
      ...(sha === null ? {} : { sha }),
    }),
  );
  return commit.sha;
}
