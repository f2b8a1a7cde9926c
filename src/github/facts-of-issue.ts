import type { Actor, IssueFacts, LinkedChange } from '../evidence/facts.ts';
import { actorOf } from './actors.ts';
import { byOthers, commentOf, repositoryOf } from './facts-of-change.ts';
import type { ActorPart, CommentPart, LabelPart } from './parts.ts';
import type { EventPart, IssuePart, LinkedChangePart } from './parts-of-issue.ts';
import type { HomePart } from './queries.ts';

/** An issue with every list whole. */
export type WholeIssue = {
  readonly issue: IssuePart;
  readonly assignees: readonly ActorPart[];
  readonly labels: readonly LabelPart[];
  readonly comments: readonly CommentPart[];
  /** Oldest first. */
  readonly events: readonly EventPart[];
  /** Pull requests that closed it, or would when merged. */
  readonly closers: readonly LinkedChangePart[];
};

export function issueFacts(home: HomePart, whole: WholeIssue): IssueFacts {
  const { issue } = whole;
  const key = `github:${home.databaseId}#${issue.number}`;
  return {
    kind: 'issue',
    key,
    repository: repositoryOf(home),
    number: issue.number,
    url: issue.url,
    title: issue.title,
    body: issue.body,
    author: actorOf(issue.author),
    assignees: whole.assignees.map(actorOf),
    openedAt: issue.createdAt,
    closedAt: issue.closedAt,
    closedBy: issue.closedAt === null ? null : closerOf(whole.events),
    labels: whole.labels.map(({ name }) => name),
    comments: byOthers(whole.comments).map((comment) => commentOf(`${key}/comment`, comment)),
    linked: linkedOf(whole),
  };
}

/** Whoever closed it last; null where the record does not say. */
function closerOf(events: readonly EventPart[]): Actor | null {
  const closings = events.filter((event) => event.kind === 'ClosedEvent');
  const last = closings.at(-1);
  return last === undefined ? null : actorOf(last.actor);
}

type Mention = { readonly change: LinkedChangePart; readonly closes: boolean };

/** Each pull request once, oldest first. */
function linkedOf({ events, closers }: WholeIssue): readonly LinkedChange[] {
  const byKey = new Map<string, Mention>();
  const mentions = [...closers.map((change) => ({ change, closes: true })), ...events.flatMap(mentionIn)];
  for (const { change, closes } of mentions) {
    const key = keyOf(change);
    byKey.set(key, { change, closes: closes || (byKey.get(key)?.closes ?? false) });
  }
  return [...byKey.values()].toSorted(byAge).map(linkedChange);
}

function mentionIn(event: EventPart): readonly Mention[] {
  if (event.kind !== 'CrossReferencedEvent') return [];
  const { source, willCloseTarget } = event;
  return source.kind === 'PullRequest' ? [{ change: source, closes: willCloseTarget }] : [];
}

function byAge(one: Mention, other: Mention): number {
  return Date.parse(one.change.createdAt) - Date.parse(other.change.createdAt);
}

function keyOf({ repository, number }: LinkedChangePart): string {
  return `github:${repository.databaseId}#${number}`;
}

function linkedChange({ change, closes }: Mention): LinkedChange {
  return {
    key: keyOf(change),
    number: change.number,
    repository: change.repository.nameWithOwner,
    title: change.title,
    author: actorOf(change.author),
    mergedAt: change.mergedAt,
    closes,
    url: change.url,
  };
}
