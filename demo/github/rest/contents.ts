import { writeFile } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { blobSha } from '../actions/ids.ts';
import { ok, parameter, textIn, textNeeded } from '../router-answers.ts';
import { notFound, Problem } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { apiOf, pageOf } from '../shapes/links.ts';
import type { Branch, Commit, Repository } from '../state.ts';
import { actor, READ_CONTENTS, repositoryOf, WRITE_CONTENTS } from './needs.ts';
import { gitCommit } from './commit-shape.ts';

const AT = '/repos/:owner/:repo/contents/:path{.+}';

export const contentsRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/:owner/:repo/contents', answer: read },
  { method: 'GET', path: AT, answer: read },
  { method: 'PUT', path: AT, answer: write },
];

type File = { readonly path: string; readonly text: string; readonly ref: string };

/** A file with its text, or what lies in a folder. */
function read(call: Call): Answer {
  const repository = repositoryOf(call, READ_CONTENTS);
  const path = parameter(call, 'path').replace(/\/$/, '');
  const { name, branch } = branchIn(repository, call.url.searchParams.get('ref'));
  const text = branch.files.get(path);
  if (text !== undefined) return ok(wholeFile(call, repository, { path, text, ref: name }));
  const entries = folder(call, repository, branch, { path, ref: name });
  if (entries.length === 0) throw notFound();
  return ok(entries);
}

/** A new file without `sha`, an existing one only with the `sha` it has. */
function write(call: Call): Answer {
  const repository = repositoryOf(call, WRITE_CONTENTS);
  const path = parameter(call, 'path');
  const message = textNeeded(call, 'message');
  const text = Buffer.from(textIn(call, 'content') ?? '', 'base64').toString('utf8');
  if (repository.branches.size === 0) beginBranch(call, repository);
  const { name, branch } = branchIn(repository, textIn(call, 'branch'));
  const existing = branch.files.get(path);
  checkSha(path, existing, textIn(call, 'sha'));
  const commit = writeFile(call.world, actor(call), {
    repository: fullName(repository),
    branch: name,
    path,
    text,
    message,
  });
  const body = {
    content: file(call, repository, { path, text, ref: name }),
    commit: commitOf(call, repository, commit),
  };
  return { status: existing === undefined ? 201 : 200, body, headers: {} };
}

function checkSha(path: string, existing: string | undefined, sha: string | null): void {
  if (existing === undefined) {
    if (sha !== null) throw new Problem(409, `${path} does not match ${sha}`);
    return;
  }
  if (sha === null) throw new Problem(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (sha !== blobSha(existing)) throw new Problem(409, `${path} does not match ${sha}`);
}

/** The first file of an empty repository makes its branch. */
function beginBranch(call: Call, repository: Repository): void {
  const name = textIn(call, 'branch') ?? repository.defaultBranch;
  repository.branches.set(name, { head: '', files: new Map(), own: new Set(), commits: [] });
}

/** By name, with or without `refs/heads/`, or by the commit at its head. */
function branchIn(
  repository: Repository,
  ref: string | null,
): { readonly name: string; readonly branch: Branch } {
  const wanted = (ref ?? repository.defaultBranch).replace(/^refs\/heads\//, '');
  const found = [...repository.branches].find(([name, { head }]) => name === wanted || head === wanted);
  if (found === undefined) {
    throw new Problem(404, ref === null ? 'This repository is empty.' : `No commit found for the ref ${ref}`);
  }
  return { name: found[0], branch: found[1] };
}

function wholeFile(call: Call, repository: Repository, at: File): object {
  const content = Buffer.from(at.text, 'utf8').toString('base64');
  // GitHub breaks the lines, so that whoever reads it has to expect that.
  return { ...file(call, repository, at), content: content.replaceAll(/.{60}/g, '$&\n'), encoding: 'base64' };
}

function file({ base }: Call, repository: Repository, { path, text, ref }: File): object {
  return {
    ...entry(base, repository, 'file', { path, sha: blobSha(text), ref }),
    size: Buffer.byteLength(text),
  };
}

function folder(
  call: Call,
  repository: Repository,
  branch: Branch,
  at: { path: string; ref: string },
): readonly object[] {
  const prefix = at.path === '' ? '' : `${at.path}/`;
  const inside = [...branch.files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  const names = [...new Set(inside.map((path) => path.split('/', 1)[0] ?? ''))].toSorted();
  return names.map((name) => {
    const path = `${prefix}${name}`;
    const text = branch.files.get(path);
    if (text !== undefined) return file(call, repository, { path, text, ref: at.ref });
    return { ...entry(call.base, repository, 'dir', { path, sha: blobSha(path), ref: at.ref }), size: 0 };
  });
}

function entry(
  base: string,
  repository: Repository,
  type: 'file' | 'dir',
  { path, sha, ref }: { readonly path: string; readonly sha: string; readonly ref: string },
): object {
  const url = `${apiOf(base, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = `${apiOf(base, repository)}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const html = `${pageOf(base, repository)}/${type === 'file' ? 'blob' : 'tree'}/${ref}/${path}`;
  return {
    type,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    url,
    git_url: git,
    html_url: html,
    download_url: type === 'file' ? `${pageOf(base, repository)}/raw/${ref}/${path}` : null,
    _links: { self: url, git, html },
  };
}

function commitOf(call: Call, repository: Repository, commit: Commit): object {
  const html = `${pageOf(call.base, repository)}/commit/${commit.sha}`;
  return { ...gitCommit(call, repository, commit), html_url: html };
}
