import { createHash } from 'node:crypto';
import type { Call } from '../router.ts';
import { apiOf, pageOf } from '../shapes/links.ts';
import { restUserOrNull } from '../shapes/user.ts';
import type { Commit, Repository } from '../state.ts';

/** A commit as git knows it. */
export function gitCommit(call: Call, repository: Repository, commit: Commit) {
  const url = `${apiOf(call.base, repository)}/git/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: `C_kw${commit.sha}`,
    url,
    ...inside(call, repository, commit),
    parents: [],
  };
}

/** A commit as GitHub lists it: with the accounts behind the names. */
export function restCommit(call: Call, repository: Repository, commit: Commit) {
  const { state } = call.world;
  const url = `${apiOf(call.base, repository)}/commits/${commit.sha}`;
  const account = state.users.has(commit.author) ? restUserOrNull(state, call.base, commit.author) : null;
  const git = `${apiOf(call.base, repository)}/git/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: `C_kw${commit.sha}`,
    commit: { url: git, ...inside(call, repository, commit), comment_count: 0 },
    url,
    html_url: `${pageOf(call.base, repository)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: account,
    committer: account,
    parents: [],
  };
}

function inside({ world, base }: Call, repository: Repository, commit: Commit) {
  const user = world.state.users.get(commit.author);
  const email =
    user === undefined ? `${commit.author}@example.org` : `${user.id}+${user.login}@users.noreply.github.com`;
  const signature = { name: user?.name ?? user?.login ?? commit.author, email, date: commit.at };
  const tree = createHash('sha1').update(`tree ${commit.sha}`).digest('hex');
  return {
    author: signature,
    committer: signature,
    message: commit.message,
    tree: { sha: tree, url: `${apiOf(base, repository)}/git/trees/${tree}` },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}
