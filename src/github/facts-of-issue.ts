import type { Actor, IssueFacts, LinkedChange, MentioningIssue, StateReason } from '../evidence/facts.ts';
import { actorOf } from './actors.ts';
import { coAuthorsInMessages } from './co-authors.ts';
import { byOthers, commentOf, repositoryOf } from './facts-of-change.ts';
import type { ActorPart, CommentPart, LabelPart } from './parts.ts';
import type { EventPart, IssuePart, LinkedChangePart, MentioningIssuePart } from './parts-of-issue.ts';
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
    stateReason: reasonOf(issue),
    labels: whole.labels.map(({ name }) => name),
    comments: byOthers(whole.comments).map((comment) => commentOf(`${key}/comment`, comment)),
    linked: linkedOf(whole),
    mentionedIn: mentioningIn(whole.events, home, key),
  };
}

const reasons: ReadonlyMap<string, StateReason> = new Map([
  ['COMPLETED', 'completed'],
  ['NOT_PLANNED', 'not_planned'],
  ['DUPLICATE', 'duplicate'],
]);

/** An issue that was opened again has a reason, too: of a closed one it says nothing. */
function reasonOf({ closedAt, stateReason }: Pick<IssuePart, 'closedAt' | 'stateReason'>): StateReason {
  return closedAt === null ? null : (reasons.get(stateReason ?? '') ?? null);
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

function keyOf({ repository, number }: LinkedChangePart | MentioningIssuePart): string {
  return `github:${repository.databaseId}#${number}`;
}

/**
 * Each issue once, oldest first; an issue that mentions itself tells nothing. What stands in another repository may be
 * private there, as reports are: nothing of it is kept.
 */
function mentioningIn(events: readonly EventPart[], home: HomePart, own: string): readonly MentioningIssue[] {
  const found = events.flatMap((event) =>
    event.kind === 'CrossReferencedEvent' && event.source.kind === 'Issue' ? [event.source] : [],
  );
  const here = found.filter(({ repository }) => repository.databaseId === home.databaseId);
  const byKey = new Map(here.map((issue) => [keyOf(issue), issue]));
  byKey.delete(own);
  return [...byKey.values()]
    .toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt))
    .map(mentioningIssue);
}

/** More of an issue that only mentions this one is not kept. */
const keptOfBody = 4_000;

function mentioningIssue(issue: MentioningIssuePart): MentioningIssue {
  const { number, url, closedAt, title } = issue;
  return {
    key: keyOf(issue),
    number,
    url,
    title,
    body: issue.body.slice(0, keptOfBody).toWellFormed(),
    labels: issue.labels.nodes.map(({ name }) => name),
    author: actorOf(issue.author),
    assignees: issue.assignees.nodes.map(actorOf),
    closedAt,
    closedBy: closedAt === null ? null : enderOf(issue),
    stateReason: reasonOf(issue),
  };
}

/** Whose change closed it; else who pressed the button. */
function enderOf({ closings }: MentioningIssuePart): Actor | null {
  const last = closings.nodes.at(-1);
  if (last === undefined) return null;
  return last.closer?.kind === 'PullRequest' ? actorOf(last.closer.author ?? null) : actorOf(last.actor);
}

function linkedChange({ change, closes }: Mention): LinkedChange {
  const author = actorOf(change.author);
  const commits = change.commits.nodes.map(({ commit }) => commit);
  return {
    key: keyOf(change),
    number: change.number,
    repository: change.repository.nameWithOwner,
    title: change.title,
    author,
    coAuthors: coAuthorsInMessages(commits, change.mergeCommit?.message ?? null, author),
    assignees: change.assignees.nodes.map(actorOf),
    labels: change.labels.nodes.map(({ name }) => name),
    mergedAt: change.mergedAt,
    closes,
    url: change.url,
  };
}
