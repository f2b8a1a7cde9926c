import { restComment } from '../shapes/comment.ts';
import { restIssue } from '../shapes/issue.ts';
import { restPull } from '../shapes/pull.ts';
import type { Comment, Issue, Pull, Repository } from '../state.ts';
import type { Payload, World } from '../world.ts';
import { inRepository } from './envelope.ts';

/** An action on a pull request or issue; `more` is what only this action carries. */
export type Happening = { readonly action: string; readonly more: Payload };

/** Event `pull_request`. */
export function pullPayload(
  world: World,
  actor: string,
  repository: Repository,
  pull: Pull,
  { action, more }: Happening,
): Payload {
  const { state, url } = world;
  const pull_request = restPull(state, url, repository, pull);
  return { action, number: pull.number, pull_request, ...more, ...inRepository(world, actor, repository) };
}

/** Event `issues`. */
export function issuePayload(
  world: World,
  actor: string,
  repository: Repository,
  issue: Issue,
  { action, more }: Happening,
): Payload {
  const { state, url } = world;
  return {
    action,
    issue: restIssue(state, url, repository, issue),
    ...more,
    ...inRepository(world, actor, repository),
  };
}

/** Event `issue_comment`: also for the conversation of a pull request, which it then shows as an issue. */
export function commentPayload(
  world: World,
  actor: string,
  repository: Repository,
  at: { readonly thread: Issue | Pull; readonly comment: Comment },
  { action, more }: Happening,
): Payload {
  const { state, url } = world;
  return {
    action,
    issue: restIssue(state, url, repository, at.thread),
    comment: restComment(state, url, repository, at.thread, at.comment),
    ...more,
    ...inRepository(world, actor, repository),
  };
}
