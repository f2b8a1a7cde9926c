import { pageOf } from '../shapes/links.ts';
import { nameOf } from '../permissions.ts';
import type { Commit, Pull, Repository, State } from '../state.ts';
import { connection, pageArguments } from './connection.ts';
import type { Asked, Fields } from './field.ts';
import { repositoryThing } from './seen.ts';
import { actorThing, pullThing } from './thing.ts';
import type { ThingOf } from './thing.ts';

/** `Co-authored-by: Jun Sato <104+jun@users.noreply.github.com>` at the start of a line. */
const CO_AUTHOR = /^co-authored-by:\s*(?<name>[^<\n]*?)\s*<(?<email>[^>\n]+)>/gim;
const NOREPLY = /^(?:\d+\+)?(?<login>[\w-]+)@users\.noreply\.github\.com$/;

export const commitFields: Fields<'Commit'> = {
  id: ({ commit }) => `C_kw${commit.sha}`,
  oid: ({ commit }) => commit.sha,
  abbreviatedOid: ({ commit }) => commit.sha.slice(0, 7),
  url: ({ repository, commit }, { base }) => `${pageOf(base, repository)}/commit/${commit.sha}`,
  message: ({ commit }) => commit.message,
  messageHeadline: ({ commit }) => commit.message.split('\n', 1)[0] ?? '',
  messageBody: ({ commit }) => commit.message.split('\n').slice(1).join('\n').trim(),
  authoredDate: ({ commit }) => commit.at,
  committedDate: ({ commit }) => commit.at,
  repository: ({ repository }) => repositoryThing(repository),
  author: ({ commit }, { state }) => gitActor(state, commit.author, commit.at),
  committer: ({ commit }, { state }) => gitActor(state, commit.author, commit.at),
  authors: { takes: pageArguments, answer: authors },
};

export const pullRequestCommitFields: Fields<'PullRequestCommit'> = {
  id: ({ pull, commit }) => `PURC_kw${pull.id}_${commit.sha}`,
  commit: ({ repository, commit }) => ({ is: 'Commit', repository, commit }),
  pullRequest: ({ repository, pull }) => pullThing(repository, pull),
};

export function commitOfPull(
  repository: Repository,
  pull: Pull,
  commit: Commit,
): ThingOf<'PullRequestCommit'> {
  return { is: 'PullRequestCommit', repository, pull, commit };
}

/** The commit by which a pull request landed; null while it has not. */
export function mergeCommit(repository: Repository, pull: Pull): ThingOf<'Commit'> | null {
  const landed = repository.branches.get(pull.base)?.commits.findLast(({ sha }) => sha === pull.mergeSha);
  return landed === undefined ? null : { is: 'Commit', repository, commit: landed };
}

/** The author first, then the co-authors that the message names. */
function authors({ commit }: ThingOf<'Commit'>, asked: Asked): unknown {
  const named = [...commit.message.matchAll(CO_AUTHOR)].map(({ groups }) =>
    coAuthor(asked.state, groups?.['name'] ?? '', groups?.['email'] ?? '', commit.at),
  );
  return connection(asked, [gitActor(asked.state, commit.author, commit.at), ...named], (actor) => actor);
}

/** Whoever has no account here is known only by the name in the commit. */
function gitActor(state: State, author: string, at: string): object {
  const user = state.users.get(author);
  const email =
    user === undefined ? `${author}@example.org` : `${user.id}+${user.login}@users.noreply.github.com`;
  return { name: user?.name ?? user?.login ?? author, email, date: at, user: account(state, author) };
}

function coAuthor(state: State, name: string, email: string, at: string): object {
  const login = NOREPLY.exec(email)?.groups?.['login'];
  return { name, email, date: at, user: login === undefined ? null : account(state, nameOf(state, login)) };
}

/** GitHub links commits of people only. */
function account(state: State, name: string | null): ThingOf<'User'> | null {
  const actor = actorThing(state, name);
  return actor?.is === 'User' ? actor : null;
}
