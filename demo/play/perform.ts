import {
  addLabels,
  closeIssue,
  closePull,
  comment,
  editPull,
  mergePull,
  openIssue,
  Refusal,
  reopenIssue,
  replyToThread,
  resolveThread,
} from '../github/actions.ts';
import type { Place } from '../github/actions.ts';
import type { StoryIssue } from '../story/story.ts';
import type { Act, Deed, ThreadName } from './acts.ts';
import { filled, fullName, numberFor, placeOf, threadOf } from './cast.ts';
import type { Cast } from './cast.ts';
import { performOffice } from './perform-office.ts';
import { openStoryPull, pushStoryCommit, submitStoryReview } from './perform-pull.ts';

/**
 * Does one act of the story on the local GitHub, at its time and as the person whose it is.
 *
 * @throws Error where GitHub would refuse it: then the story is wrong, and the message says where.
 */
export function perform(cast: Cast, act: Act): void {
  cast.world.state.now = wholeSeconds(act.at);
  try {
    performDeed(cast, act.by, act.deed);
  } catch (error) {
    throw new Error(`${act.at}, ${act.by}, ${spell(act.deed)}: ${reasonOf(error)}`, { cause: error });
  }
}

function performDeed(cast: Cast, by: string, deed: Deed): void {
  const { world } = cast;
  switch (deed.kind) {
    case 'open pull':
      return openStoryPull(cast, deed.pull);
    case 'open issue':
      return openStoryIssue(cast, deed.issue);
    case 'push':
      return pushStoryCommit(cast, by, deed);
    case 'edit':
      return void editPull(world, by, {
        ...placeOf(cast, deed.handle),
        body: said(cast, deed.handle, deed.body),
      });
    case 'review':
      return submitStoryReview(cast, deed);
    case 'reply':
      return void replyToThread(world, by, {
        ...at(cast, deed.thread),
        body: said(cast, deed.thread.handle, deed.body),
      });
    case 'resolve':
      return void resolveThread(world, by, at(cast, deed.thread));
    case 'comment':
      return void comment(world, by, {
        ...placeOf(cast, deed.handle),
        body: said(cast, deed.handle, deed.body),
      });
    case 'label':
      return void addLabels(world, by, { ...placeOf(cast, deed.handle), labels: [deed.label] });
    case 'merge':
      return void mergePull(world, by, placeOf(cast, deed.handle));
    case 'close':
      return close(cast, by, deed.handle);
    case 'reopen':
      return void reopenIssue(world, by, placeOf(cast, deed.handle));
    default:
      return performOffice(cast, by, deed);
  }
}

/** GitHub knows no parts of a second. */
export function wholeSeconds(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

function openStoryIssue(cast: Cast, issue: StoryIssue): void {
  const { world, story, places } = cast;
  const repository = fullName(story, issue.repository);
  const { number } = openIssue(world, issue.by, {
    repository,
    number: numberFor(cast, issue),
    title: filled(cast, issue.title, repository),
    body: filled(cast, issue.body, repository),
    labels: issue.labels ?? [],
    assignees: issue.assignees ?? [],
  });
  places.set(issue.handle, { repository, number });
}

function close(cast: Cast, by: string, handle: string): void {
  const place = placeOf(cast, handle);
  const isPull = cast.story.pulls.some((pull) => pull.handle === handle);
  if (isPull) closePull(cast.world, by, place);
  else closeIssue(cast.world, by, place);
}

function said(cast: Cast, handle: string, text: string): string {
  return filled(cast, text, placeOf(cast, handle).repository);
}

function at(cast: Cast, name: ThreadName): Place & { readonly thread: number } {
  return { ...placeOf(cast, name.handle), thread: threadOf(cast, name).id };
}

function spell(deed: Deed): string {
  if ('handle' in deed) return `${deed.kind} ${deed.handle}`;
  if ('thread' in deed) return `${deed.kind} ${deed.thread.handle}`;
  if (deed.kind === 'open pull') return `${deed.kind} ${deed.pull.handle}`;
  return deed.kind === 'open issue' ? `${deed.kind} ${deed.issue.handle}` : deed.kind;
}

function reasonOf(error: unknown): string {
  const errors =
    error instanceof Refusal && error.errors.length > 0 ? ` ${JSON.stringify(error.errors)}` : '';
  return error instanceof Error ? `${error.message}${errors}` : String(error);
}
