import { comment, deleteComment, editComment } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, noContent, numberParameter, ok, paged, textNeeded } from '../router-answers.ts';
import { notFound } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restComment } from '../shapes/comment.ts';
import type { Comment, Issue, Pull, Repository } from '../state.ts';
import {
  actor,
  demandFor,
  isOwn,
  METADATA,
  READ_ISSUES,
  reading,
  repositoryOf,
  threadOf,
  writing,
} from './needs.ts';

const AT = '/repos/:owner/:repo/issues';

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: `${AT}/comments`, answer: ofRepository },
  { method: 'GET', path: `${AT}/comments/:comment`, answer: read },
  { method: 'PATCH', path: `${AT}/comments/:comment`, answer: edit },
  { method: 'DELETE', path: `${AT}/comments/:comment`, answer: remove },
  { method: 'GET', path: `${AT}/:number/comments`, answer: list },
  { method: 'POST', path: `${AT}/:number/comments`, answer: create },
];

type Found = { readonly repository: Repository; readonly thread: Issue | Pull; readonly comment: Comment };

function list(call: Call): Answer {
  const { repository, thread } = threadOf(call);
  demandFor(call, repository, reading(thread));
  const since = call.url.searchParams.get('since');
  const all = thread.comments.filter(
    (one) => since === null || Date.parse(one.updatedAt) >= Date.parse(since),
  );
  return paged(call, all, (said) => shape(call, { repository, thread, comment: said }));
}

function ofRepository(call: Call): Answer {
  const repository = repositoryOf(call, READ_ISSUES);
  const since = call.url.searchParams.get('since');
  const all = everything(repository)
    .filter(({ comment: said }) => since === null || Date.parse(said.updatedAt) >= Date.parse(since))
    .toSorted((one, other) => one.comment.id - other.comment.id);
  return paged(call, all, (found) => shape(call, found));
}

function create(call: Call): Answer {
  const { repository, thread } = threadOf(call);
  demandFor(call, repository, writing(thread, 'read'));
  const wish = { repository: fullName(repository), number: thread.number, body: textNeeded(call, 'body') };
  return created(shape(call, { repository, thread, comment: comment(call.world, actor(call), wish) }));
}

function read(call: Call): Answer {
  const found = commentOf(call);
  demandFor(call, found.repository, reading(found.thread));
  return ok(shape(call, found));
}

function edit(call: Call): Answer {
  const found = commentOf(call);
  demandOwn(call, found);
  const wish = {
    repository: fullName(found.repository),
    comment: found.comment.id,
    body: textNeeded(call, 'body'),
  };
  editComment(call.world, actor(call), wish);
  return ok(shape(call, found));
}

function remove(call: Call): Answer {
  const found = commentOf(call);
  demandOwn(call, found);
  deleteComment(call.world, actor(call), {
    repository: fullName(found.repository),
    comment: found.comment.id,
  });
  return noContent();
}

/** A person's words are changed by themselves, or by somebody who may write to the repository. */
function demandOwn(call: Call, { repository, thread, comment: said }: Found): void {
  demandFor(call, repository, writing(thread, isOwn(call, said) ? 'read' : 'write'));
}

function commentOf(call: Call): Found {
  const repository = repositoryOf(call, METADATA);
  const id = numberParameter(call, 'comment');
  const found = everything(repository).find(({ comment: said }) => said.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function everything(repository: Repository): readonly Found[] {
  return [...repository.threads.values()].flatMap((thread) =>
    thread.comments.map((said) => ({ repository, thread, comment: said })),
  );
}

function shape({ world, base }: Call, { repository, thread, comment: said }: Found): object {
  return restComment(world.state, base, repository, thread, said);
}
