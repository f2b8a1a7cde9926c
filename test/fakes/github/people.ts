import {
  addComment,
  addIssue,
  commentsOf,
  findIssue,
  issuesOf,
  mergePull,
  putFile,
  removeComment,
  setState,
} from './board.ts';
import type { Author, Board, PostedComment, PostedIssue } from './board.ts';
import { ticksOf } from '../../../src/report/ticks.ts';

/** A person with write access; who it is matters nowhere but in what they write themselves. */
const mira: Author = { login: 'mira', type: 'User' };

/** What people do on the board, and what they see there. Repositories by their ids. */
export type People = {
  /** Whoever edits a text, its author stays the same. */
  editComment(id: number, body: string): void;
  editIssue(repository: number, number: number, body: string): void;
  /** Sets the box of the item that has this evidence id, `item:…` or text. */
  tick(repository: number, number: number, item: string, ticked?: boolean): void;
  deleteComment(id: number): void;
  comment(repository: number, number: number, body: string, author?: Author): PostedComment;
  openIssue(repository: number, title: string, body: string, author?: Author): PostedIssue;
  openPullRequest(repository: number, title: string, branch: string, author?: Author): PostedIssue;
  close(repository: number, number: number): void;
  merge(repository: number, number: number): void;
  editFile(repository: number, branch: string, path: string, text: string): void;
  /** Issues without pull requests, oldest first. */
  issues(repository: number): readonly PostedIssue[];
  pullRequests(repository: number): readonly PostedIssue[];
  comments(repository: number, number: number): readonly PostedComment[];
  /** The boxes of an issue or pull request, in order. */
  ticks(repository: number, number: number): ReturnType<typeof ticksOf>;
};

export function peopleOn(board: Board): People {
  const issueAt = (repository: number, number: number) =>
    findIssue(board, repository, number) ?? missing(`#${number} in repository ${repository}`);
  return {
    editComment: (id, body) => {
      const comment = board.comments.find((one) => one.id === id) ?? missing(`comment ${id}`);
      comment.body = body;
    },
    editIssue: (repository, number, body) => void (issueAt(repository, number).body = body),
    tick: (repository, number, item, ticked = true) => {
      const issue = issueAt(repository, number);
      issue.body = tickedIn(issue.body, item, ticked);
    },
    deleteComment: (id) => removeComment(board, id),
    comment: (repository, number, body, author = mira) =>
      addComment(board, { repository, number, author, body }),
    openIssue: (repository, title, body, author = mira) =>
      addIssue(board, { repository, author, title, body }),
    openPullRequest: (repository, title, branch, author = mira) =>
      addIssue(board, { repository, author, title, body: '', pull: { branch, base: 'main', merged: false } }),
    close: (repository, number) => setState(issueAt(repository, number), 'closed', mira),
    merge: (repository, number) => mergePull(board, issueAt(repository, number), mira),
    editFile: (repository, branch, path, text) =>
      void putFile(
        board.repositories.get(repository) ?? missing(`repository ${repository}`),
        branch,
        path,
        text,
      ),
    issues: (repository) => issuesOf(board, repository).filter(({ pull }) => pull === null),
    pullRequests: (repository) => issuesOf(board, repository).filter(({ pull }) => pull !== null),
    comments: (repository, number) => commentsOf(board, repository, number),
    ticks: (repository, number) => ticksOf(issueAt(repository, number).body),
  };
}

function tickedIn(body: string, item: string, ticked: boolean): string {
  const at = ticksOf(body).findIndex(({ id }) => id === item);
  if (at === -1) return missing(`item ${item}`);
  let index = -1;
  return body.replaceAll(
    /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+)\[[ xX]\](?=\s+\S)/gmu,
    (box, before: string) => {
      index += 1;
      return index === at ? `${before}[${ticked ? 'x' : ' '}]` : box;
    },
  );
}

function missing(what: string): never {
  throw new Error(`There is no ${what} on the board.`);
}
