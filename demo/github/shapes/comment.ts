import type { Comment, Issue, Pull, Repository, State } from '../state.ts';
import { restApp } from './app.ts';
import { associationOf, noReactions } from './association.ts';
import { apiOf, threadPage } from './links.ts';
import { nodeId } from './node-id.ts';
import { restUser } from './user.ts';

/** A comment in the conversation of an issue or pull request. */
export function restComment(
  state: State,
  base: string,
  repository: Repository,
  thread: Issue | Pull,
  comment: Comment,
) {
  const url = `${apiOf(base, repository)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${threadPage(base, repository, thread)}#issuecomment-${comment.id}`,
    issue_url: `${apiOf(base, repository)}/issues/${thread.number}`,
    id: comment.id,
    node_id: nodeId('CommentOnIssue', comment.id),
    user: restUser(state, base, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(state, repository, comment.author),
    body: comment.body,
    reactions: noReactions(url),
    performed_via_github_app: comment.author === `${state.app.slug}[bot]` ? restApp(state, base) : null,
  };
}
