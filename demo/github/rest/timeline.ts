import { findRepository } from '../actions/find.ts';
import { paged } from '../router-answers.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restComment } from '../shapes/comment.ts';
import { restIssue } from '../shapes/issue.ts';
import { apiOf } from '../shapes/links.ts';
import { nodeId } from '../shapes/node-id.ts';
import { restReview } from '../shapes/review.ts';
import { restUser } from '../shapes/user.ts';
import type { Issue, Pull, Repository, TimelineEvent } from '../state.ts';
import { mayRead } from '../tokens-access.ts';
import { gitCommit } from './commit-shape.ts';
import { demandFor, reading, threadOf } from './needs.ts';
import { listedRepository } from './repository-shape.ts';

const AT = '/repos/:owner/:repo/issues/:number';

export const timelineRoutes: readonly Route[] = [
  { method: 'GET', path: `${AT}/events`, answer: events },
  { method: 'GET', path: `${AT}/timeline`, answer: timeline },
];

type At = { readonly repository: Repository; readonly thread: Issue | Pull };
type Entry = { readonly at: string; readonly shape: object };
type Source = { readonly repository: Repository; readonly thread: Issue | Pull };

/** What was done to it, without what was said. */
function events(call: Call): Answer {
  const at = readable(call);
  const all = at.thread.events.filter(({ kind }) => kind !== 'cross-referenced');
  return paged(call, all, (event) => shapeOf(call, at, event));
}

/** Everything in its order. References from where the caller may not look are left out. */
function timeline(call: Call): Answer {
  const at = readable(call);
  const all = [...happenings(call, at), ...words(call, at)].toSorted((one, other) =>
    one.at.localeCompare(other.at),
  );
  return paged(call, all, ({ shape }) => shape);
}

function readable(call: Call): At {
  const at = threadOf(call);
  demandFor(call, at.repository, reading(at.thread));
  return at;
}

function happenings(call: Call, at: At): readonly Entry[] {
  return at.thread.events.flatMap((event): readonly Entry[] => {
    if (event.kind !== 'cross-referenced') return [{ at: event.at, shape: shapeOf(call, at, event) }];
    const source = sourceOf(call, event);
    return source === null ? [] : [{ at: event.at, shape: reference(call, event, source) }];
  });
}

function words(call: Call, { repository, thread }: At): readonly Entry[] {
  const { state } = call.world;
  const comments = thread.comments.map((said) => {
    const shape = restComment(state, call.base, repository, thread, said);
    return { at: said.createdAt, shape: { event: 'commented', ...shape, actor: shape.user } };
  });
  if (thread.kind === 'issue') return comments;
  const reviews = thread.reviews.map((review) => {
    const shape = restReview(state, call.base, repository, thread, review);
    return { at: review.at, shape: { event: 'reviewed', ...shape, state: review.state.toLowerCase() } };
  });
  const commits = thread.commits.map((commit) => {
    const html = `${call.base}/${repository.owner}/${repository.name}/commit/${commit.sha}`;
    return {
      at: commit.at,
      shape: { event: 'committed', ...gitCommit(call, repository, commit), html_url: html },
    };
  });
  return [...comments, ...reviews, ...commits];
}

function shapeOf(call: Call, { repository, thread }: At, event: TimelineEvent): object {
  const { state } = call.world;
  const merged = event.kind === 'merged' && thread.kind === 'pull' ? thread.mergeSha : null;
  return {
    id: event.id,
    node_id: nodeId('TimelineEvent', event.id),
    url: `${apiOf(call.base, repository)}/issues/events/${event.id}`,
    actor: restUser(state, call.base, event.actor),
    event: event.kind,
    commit_id: merged,
    commit_url: merged === null ? null : `${apiOf(call.base, repository)}/commits/${merged}`,
    created_at: event.at,
    performed_via_github_app: null,
    ...particulars(call, { repository, thread }, event),
  };
}

function particulars(call: Call, { repository, thread }: At, event: TimelineEvent): object {
  const what = event.what ?? '';
  const { state } = call.world;
  switch (event.kind) {
    case 'labeled':
    case 'unlabeled':
      return { label: { name: what, color: repository.labels.get(what)?.color ?? 'ededed' } };
    case 'assigned':
    case 'unassigned':
      return {
        assignee: restUser(state, call.base, what),
        assigner: restUser(state, call.base, event.actor),
      };
    case 'renamed':
      return { rename: { from: what, to: titleAfter(thread, event) } };
    case 'closed':
      return { state_reason: thread.kind === 'issue' ? thread.stateReason : null };
    default:
      return {};
  }
}

function titleAfter(thread: Issue | Pull, event: TimelineEvent): string {
  const later = thread.events.slice(thread.events.indexOf(event) + 1).find(({ kind }) => kind === 'renamed');
  return later?.what ?? thread.title;
}

function reference(call: Call, event: TimelineEvent, { repository, thread }: Source): object {
  const { state } = call.world;
  const issue = {
    ...restIssue(state, call.base, repository, thread),
    repository: listedRepository(call, repository),
  };
  return {
    event: 'cross-referenced',
    actor: restUser(state, call.base, event.actor),
    created_at: event.at,
    updated_at: event.at,
    source: { type: 'issue', issue },
  };
}

function sourceOf(call: Call, { what }: TimelineEvent): Source | null {
  const [name = '', number] = (what ?? '').split('#');
  const repository = findRepository(call.world.state, name);
  const thread = repository?.threads.get(Number(number));
  if (repository === null || thread === undefined) return null;
  return mayRead(call.world.state, call.caller, repository) ? { repository, thread } : null;
}
