import { threadPage } from '../shapes/links.ts';
import { nodeId } from '../shapes/node-id.ts';
import type { Repository, TimelineEvent } from '../state.ts';
import { closes } from './closing.ts';
import { commitOfPull, mergeCommit } from './commits.ts';
import { connection } from './connection.ts';
import { reviewThing } from './conversation.ts';
import type { Asked, Asking, Fields } from './field.ts';
import { texts } from './given.ts';
import { subjectSeen } from './seen.ts';
import { actorThing, subjectThing } from './thing.ts';
import type { Subject, Thing, ThingOf } from './thing.ts';

const EVENT = {
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
  merged: 'MergedEvent',
  renamed: 'RenamedTitleEvent',
  'cross-referenced': 'CrossReferencedEvent',
} as const satisfies Record<TimelineEvent['kind'], string>;

type EventKind = (typeof EVENT)[TimelineEvent['kind']];
type AnyEvent = ThingOf<EventKind>;
type Item = { readonly at: string; readonly thing: Thing };

/** What all events tell. */
const shared: Fields<EventKind> = {
  id: ({ event }) => nodeId('TimelineEvent', event.id),
  actor: ({ event }, { state }) => actorThing(state, event.actor),
  createdAt: ({ event }) => event.at,
};

/** Those that have a place on the page. */
const placed: Fields<EventKind> = {
  ...shared,
  url: ({ repository, subject, event }, { base }) =>
    `${threadPage(base, repository, subject)}#event-${event.id}`,
};

export const labelingFields: Fields<'LabeledEvent' | 'UnlabeledEvent'> = {
  ...shared,
  label: ({ repository, event }) => labelOf(repository, event.what),
  labelable: ({ repository, subject }) => subjectThing(repository, subject),
};

export const assigningFields: Fields<'AssignedEvent' | 'UnassignedEvent'> = {
  ...shared,
  assignee: ({ event }, { state }) => actorThing(state, event.what),
  assignable: ({ repository, subject }) => subjectThing(repository, subject),
};

export const closedFields: Fields<'ClosedEvent'> = {
  ...placed,
  closable: ({ repository, subject }) => subjectThing(repository, subject),
  closer: ({ event }, asked) => (event.what === null ? null : subjectSeen(asked, event.what)),
  stateReason: ({ subject }) =>
    subject.kind === 'issue' ? (subject.stateReason?.toUpperCase() ?? null) : null,
};

export const reopenedFields: Fields<'ReopenedEvent'> = {
  ...shared,
  closable: ({ repository, subject }) => subjectThing(repository, subject),
};

export const mergedFields: Fields<'MergedEvent'> = {
  ...placed,
  pullRequest: ({ repository, subject }) => subjectThing(repository, subject),
  mergeRefName: ({ subject }) => (subject.kind === 'pull' ? subject.base : ''),
  commit: ({ repository, subject }) => (subject.kind === 'pull' ? mergeCommit(repository, subject) : null),
};

export const renamedFields: Fields<'RenamedTitleEvent'> = {
  ...shared,
  previousTitle: ({ event }) => event.what ?? '',
  currentTitle: titleAfter,
  subject: ({ repository, subject }) => subjectThing(repository, subject),
};

export const crossReferencedFields: Fields<'CrossReferencedEvent'> = {
  ...placed,
  referencedAt: ({ event }) => event.at,
  source: ({ event }, asked) => subjectSeen(asked, event.what ?? ''),
  target: ({ repository, subject }) => subjectThing(repository, subject),
  isCrossRepository: ({ repository, event }, asked) => sourceOf(asked, event)?.repository !== repository,
  willCloseTarget: ({ subject, event }, asked) => willClose(asked, subject, event),
};

/** Everything that happened, oldest first; only the kinds that are asked for. */
export function timelineItems(
  { repository, subject }: ThingOf<'Issue' | 'PullRequest'>,
  asked: Asked,
): unknown {
  const kinds = texts(asked.given['itemTypes']);
  const since = asked.given['since'];
  const all = [...eventsOf(asked, repository, subject), ...wordsOf(repository, subject)]
    .filter(({ thing }) => kinds === null || kinds.includes(itemType(thing)))
    .filter(({ at }) => typeof since !== 'string' || Date.parse(at) >= Date.parse(since))
    .toSorted((one, other) => one.at.localeCompare(other.at));
  return { ...connection(asked, all, ({ thing }) => thing), updatedAt: subject.updatedAt };
}

/** A reference from where the caller may not look is not told. */
function eventsOf(asking: Asking, repository: Repository, subject: Subject): readonly Item[] {
  return subject.events
    .filter((event) => event.kind !== 'cross-referenced' || sourceOf(asking, event) !== null)
    .map((event) => ({ at: event.at, thing: { is: EVENT[event.kind], repository, subject, event } }));
}

function wordsOf(repository: Repository, subject: Subject): readonly Item[] {
  const comments = subject.comments.map((comment): Item => {
    return { at: comment.createdAt, thing: { is: 'IssueComment', repository, subject, comment } };
  });
  if (subject.kind === 'issue') return comments;
  const reviews = subject.reviews.map((review): Item => {
    return { at: review.at, thing: reviewThing(repository, subject, review) };
  });
  const commits = subject.commits.map((commit): Item => {
    return { at: commit.at, thing: commitOfPull(repository, subject, commit) };
  });
  return [...comments, ...reviews, ...commits];
}

/** `CrossReferencedEvent` → `CROSS_REFERENCED_EVENT`. */
function itemType(thing: Thing): string {
  return thing.is.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function sourceOf(asking: Asking, event: TimelineEvent): ThingOf<'Issue' | 'PullRequest'> | null {
  return event.what === null ? null : subjectSeen(asking, event.what);
}

function willClose(asking: Asking, target: Subject, event: TimelineEvent): boolean {
  const source = sourceOf(asking, event);
  return (
    target.kind === 'issue' &&
    source?.is === 'PullRequest' &&
    closes(asking, source.repository, source.subject, target)
  );
}

/** A label that was deleted since is known by its name only. */
function labelOf(repository: Repository, name: string | null): unknown {
  const label = repository.labels.get(name ?? '') ?? { id: 0, name: name ?? '', color: 'ededed' };
  return { is: 'Label', repository, label };
}

/** The title that the next renaming took away, or that of today. */
function titleAfter({ subject, event }: AnyEvent): string {
  const later = subject.events.slice(subject.events.indexOf(event) + 1);
  return later.find(({ kind }) => kind === 'renamed')?.what ?? subject.title;
}
