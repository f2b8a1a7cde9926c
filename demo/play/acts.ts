import type {
  Story,
  StoryComment,
  StoryHappening,
  StoryIssue,
  StoryPull,
  StoryReview,
} from '../story/story.ts';
import { foundingActs, happeningActs } from './office.ts';

/** One thing that one person does at one time. */
export type Act = {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The login they had first. */
  readonly by: string;
  readonly deed: Deed;
};

export type Deed =
  | { readonly kind: 'open pull'; readonly pull: StoryPull }
  | { readonly kind: 'open issue'; readonly issue: StoryIssue }
  | { readonly kind: 'push'; readonly handle: string; readonly push: StoryPush }
  | { readonly kind: 'edit'; readonly handle: string; readonly body: string }
  | {
      readonly kind: 'review';
      readonly handle: string;
      readonly review: StoryReview;
      /** Which review of the pull request it is, counted from 0. */
      readonly index: number;
    }
  | { readonly kind: 'reply'; readonly thread: ThreadName; readonly body: string }
  | { readonly kind: 'resolve'; readonly thread: ThreadName }
  | { readonly kind: 'comment'; readonly handle: string; readonly body: string }
  | { readonly kind: 'label'; readonly handle: string; readonly label: string }
  | { readonly kind: 'merge' | 'close' | 'reopen'; readonly handle: string }
  | OfficeDeed;

/** What an owner does for the organisation. Names of repositories are without their owner. */
export type OfficeDeed =
  | { readonly kind: 'write rules'; readonly text: string }
  | { readonly kind: 'install' }
  | { readonly kind: 'make reports repository'; readonly name: string; readonly readers: readonly string[] }
  | { readonly kind: 'rename repository'; readonly name: string; readonly to: string }
  | { readonly kind: 'happening'; readonly happening: StoryHappening };

export type StoryPush = NonNullable<StoryPull['pushes']>[number];

/** A conversation on a line: the how-manieth of which review, both counted from 0. */
export type ThreadName = { readonly handle: string; readonly review: number; readonly thread: number };

/**
 * Everything that people do in the story, in the order of its times; what happens at the same moment stands as it would
 * have to: opened before reviewed before merged.
 */
export function actsOf(story: Story): readonly Act[] {
  const acts = [
    ...foundingActs(story),
    ...happeningActs(story),
    ...story.issues.flatMap(actsOfIssue),
    ...story.pulls.flatMap(actsOfPull),
    ...(story.sayings ?? []).flatMap(({ handle, ...saying }) => commentsOn(handle, [saying])),
    ...(story.ownIssues ?? []).flatMap(actsOfIssue),
  ];
  return acts.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function actsOfPull(pull: StoryPull): readonly Act[] {
  const { handle, by } = pull;
  return [
    { at: pull.at, by, deed: { kind: 'open pull', pull } },
    ...(pull.pushes ?? []).map((push): Act => ({ at: push.at, by, deed: { kind: 'push', handle, push } })),
    ...(pull.reviews ?? []).flatMap((review, index) => actsOfReview(handle, review, index)),
    ...commentsOn(handle, pull.comments),
    ...(pull.edited === undefined
      ? []
      : [{ at: pull.edited.at, by, deed: { kind: 'edit', handle, body: pull.edited.body } } as const]),
    ...ending(handle, 'merge', pull.merged),
    ...ending(handle, 'close', pull.closed),
  ];
}

function actsOfReview(handle: string, review: StoryReview, index: number): readonly Act[] {
  const after = (review.threads ?? []).flatMap(({ replies, resolved }, position): readonly Act[] => {
    const thread = { handle, review: index, thread: position };
    return [
      ...(replies ?? []).map(({ at, by, body }): Act => ({ at, by, deed: { kind: 'reply', thread, body } })),
      ...(resolved === undefined ? [] : [{ ...resolved, deed: { kind: 'resolve', thread } } as const]),
    ];
  });
  return [{ at: review.at, by: review.by, deed: { kind: 'review', handle, review, index } }, ...after];
}

function actsOfIssue(issue: StoryIssue): readonly Act[] {
  const { handle } = issue;
  return [
    { at: issue.at, by: issue.by, deed: { kind: 'open issue', issue } },
    ...(issue.labelled ?? []).map(({ at, by, label }): Act => ({
      at,
      by,
      deed: { kind: 'label', handle, label },
    })),
    ...commentsOn(handle, issue.comments),
    ...ending(handle, 'close', issue.closed),
    ...ending(handle, 'reopen', issue.reopened),
  ];
}

function commentsOn(handle: string, comments: readonly StoryComment[] | undefined): readonly Act[] {
  return (comments ?? []).map(({ at, by, body }) => ({ at, by, deed: { kind: 'comment', handle, body } }));
}

function ending(
  handle: string,
  kind: 'merge' | 'close' | 'reopen',
  end: { readonly at: string; readonly by: string } | undefined,
): readonly Act[] {
  return end === undefined ? [] : [{ at: end.at, by: end.by, deed: { kind, handle } }];
}
