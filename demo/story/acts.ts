import type { Story, StoryComment, StoryIssue, StoryPull, StoryReview } from './story.ts';

/** Something that somebody does at a time, in the pull request or issue with that handle. */
export type Act = {
  readonly kind:
    | 'opens'
    | 'pushes'
    | 'edits'
    | 'reviews'
    | 'replies'
    | 'resolves'
    | 'comments'
    | 'labels'
    | 'ends';
  readonly handle: string;
  readonly by: string;
  readonly at: string;
  /** What they wrote; empty where they wrote nothing. */
  readonly text: string;
};

type Bare = Omit<Act, 'handle'>;

function comments(all: readonly StoryComment[] | undefined, kind: 'comments' | 'replies'): readonly Bare[] {
  return (all ?? []).map(({ by, at, body }) => ({ kind, by, at, text: body }));
}

function ofReview({ by, at, body, threads }: StoryReview): readonly Bare[] {
  const opened = (threads ?? []).map((thread) => ({ kind: 'reviews', by, at, text: thread.body }) as const);
  const after = (threads ?? []).flatMap(({ replies, resolved }): readonly Bare[] => [
    ...comments(replies, 'replies'),
    ...(resolved === undefined ? [] : [{ kind: 'resolves', ...resolved, text: '' } as const]),
  ]);
  return [{ kind: 'reviews', by, at, text: body ?? '' }, ...opened, ...after];
}

function ends(subject: StoryPull | StoryIssue): readonly Bare[] {
  const merged = 'merged' in subject ? subject.merged : undefined;
  const reopened = 'reopened' in subject ? subject.reopened : undefined;
  return [merged, subject.closed, reopened]
    .filter((one) => one !== undefined)
    .map(({ by, at }) => ({ kind: 'ends', by, at, text: '' }));
}

function opening({ by, at, title, body }: StoryPull | StoryIssue): Bare {
  return { kind: 'opens', by, at, text: `${title}\n\n${body}` };
}

function ofPull(pull: StoryPull): readonly Bare[] {
  return [
    opening(pull),
    ...(pull.pushes ?? []).map(
      ({ at, message }) => ({ kind: 'pushes', by: pull.by, at, text: message }) as const,
    ),
    ...(pull.edited === undefined
      ? []
      : [{ kind: 'edits', by: pull.by, at: pull.edited.at, text: pull.edited.body } as const]),
    ...(pull.reviews ?? []).flatMap(ofReview),
    ...comments(pull.comments, 'comments'),
    ...ends(pull),
  ];
}

function ofIssue(issue: StoryIssue): readonly Bare[] {
  const labelled = (issue.labelled ?? []).map(
    ({ by, at }) => ({ kind: 'labels', by, at, text: '' }) as const,
  );
  return [opening(issue), ...labelled, ...comments(issue.comments, 'comments'), ...ends(issue)];
}

/** Everything that people do in pull requests and issues, subject by subject. */
export function actsOf({ pulls, issues }: Pick<Story, 'pulls' | 'issues'>): readonly Act[] {
  return [
    ...pulls.flatMap((pull) => ofPull(pull).map((act) => ({ handle: pull.handle, ...act }))),
    ...issues.flatMap((issue) => ofIssue(issue).map((act) => ({ handle: issue.handle, ...act }))),
  ];
}
