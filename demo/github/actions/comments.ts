import type { Comment, Issue, Pull, Repository } from '../state.ts';
import type { World } from '../world.ts';
import { requireBody } from './find.ts';
import type { Place } from './find.ts';
import { nextId } from './ids.ts';
import { notFound, Refusal } from './refusal.ts';
import { noteReferences } from './references.ts';
import { sceneAt, threadScene } from './scene.ts';
import { tellComment } from './tell.ts';
import { touch } from './timeline.ts';

type At = { readonly repository: string; readonly comment: number };

export function comment(world: World, actor: string, wish: Place & { readonly body: string }): Comment {
  const { thread, ...scene } = threadScene(world, actor, wish);
  const { state } = world;
  refuseEmpty(wish.body);
  const made = newComment(world, scene.actor, wish.body);
  thread.comments.push(made);
  touch(state, thread);
  noteReferences(state, scene.repository, thread, wish.body, scene.actor);
  tellComment(scene, { thread, comment: made }, 'created');
  return made;
}

export function editComment(world: World, actor: string, wish: At & { readonly body: string }): Comment {
  const scene = sceneAt(world, actor, wish.repository);
  const at = commentAt(scene.repository, wish.comment);
  refuseEmpty(wish.body);
  const from = at.comment.body;
  at.comment.body = wish.body;
  at.comment.updatedAt = world.state.now;
  touch(world.state, at.thread);
  noteReferences(world.state, scene.repository, at.thread, wish.body, scene.actor);
  tellComment(scene, at, 'edited', { changes: { body: { from } } });
  return at.comment;
}

export function deleteComment(world: World, actor: string, wish: At): void {
  const scene = sceneAt(world, actor, wish.repository);
  const at = commentAt(scene.repository, wish.comment);
  at.thread.comments.splice(at.thread.comments.indexOf(at.comment), 1);
  touch(world.state, at.thread);
  tellComment(scene, at, 'deleted');
}

export function newComment(world: World, author: string, body: string): Comment {
  const { now } = world.state;
  return { id: nextId(world.state), author, body, createdAt: now, updatedAt: now };
}

function commentAt(repository: Repository, id: number): { thread: Issue | Pull; comment: Comment } {
  for (const thread of repository.threads.values()) {
    const found = thread.comments.find((candidate) => candidate.id === id);
    if (found !== undefined) return { thread, comment: found };
  }
  throw notFound();
}

function refuseEmpty(body: string): void {
  if (body.trim() === '')
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'IssueComment', code: 'missing_field', field: 'body' },
    ]);
  requireBody('IssueComment', body);
}
