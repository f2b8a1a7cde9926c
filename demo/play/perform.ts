import {
  addLabels,
  addTeamMember,
  closeIssue,
  closePull,
  comment,
  editPull,
  mergePull,
  openIssue,
  push,
  Refusal,
  removeTeamMember,
  renameUser,
  reopenIssue,
  replyToThread,
  resolveThread,
  setVisibility,
} from '../github/actions.ts';
import type { StoryHappening, StoryIssue } from '../story/story.ts';
import type { Act, Deed, OfficeDeed, StoryPush, ThreadName } from './acts.ts';
import { filled, fullName, numberFor, placeOf, threadName } from './cast.ts';
import type { Cast } from './cast.ts';
import { filesOf, openStoryPull, submitStoryReview } from './perform-pull.ts';
import { performOffice } from './perform-office.ts';

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
      return pushTo(cast, by, deed.handle, deed.push);
    case 'edit':
      return void editPull(world, by, { ...placeOf(cast, deed.handle), body: said(cast, deed) });
    case 'review':
      return submitStoryReview(cast, deed);
    case 'reply':
      return void replyToThread(world, by, { ...at(cast, deed.thread), body: said(cast, deed) });
    case 'resolve':
      return void resolveThread(world, by, at(cast, deed.thread));
    case 'comment':
      return void comment(world, by, { ...placeOf(cast, deed.handle), body: said(cast, deed) });
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
