import { commitFields, pullRequestCommitFields } from './commits.ts';
import { issueCommentFields, reviewCommentFields, reviewFields, reviewThreadFields } from './conversation.ts';
import type { Asked, Fields } from './field.ts';
import { botFields, organizationFields, teamFields, userFields } from './people.ts';
import { queryFields } from './query.ts';
import { blobFields, labelFields, refFields, repositoryFields } from './repository.ts';
import { changedFileFields, issueFields, pullRequestFields, reviewRequestFields } from './subject.ts';
import { isOf } from './thing.ts';
import type { Kind, Thing } from './thing.ts';
import {
  assigningFields,
  closedFields,
  crossReferencedFields,
  labelingFields,
  mergedFields,
  renamedFields,
  reopenedFields,
} from './timeline.ts';

/** A field as it is built, whatever its type. */
export type BuiltField = {
  readonly takes: readonly string[];
  readonly answer: (thing: Thing, asked: Asked) => unknown;
};

type BuiltFields = ReadonlyMap<string, BuiltField>;

/** Everything that the local GitHub answers: type → field → how. */
export const builtFields: ReadonlyMap<string, BuiltFields> = new Map<string, BuiltFields>([
  ['Query', built('Query', queryFields)],
  ['User', built('User', userFields)],
  ['Bot', built('Bot', botFields)],
  ['Organization', built('Organization', organizationFields)],
  ['Team', built('Team', teamFields)],
  ['Repository', built('Repository', repositoryFields)],
  ['Ref', built('Ref', refFields)],
  ['Blob', built('Blob', blobFields)],
  ['Commit', built('Commit', commitFields)],
  ['Label', built('Label', labelFields)],
  ['Issue', built('Issue', issueFields)],
  ['PullRequest', built('PullRequest', pullRequestFields)],
  ['PullRequestChangedFile', built('PullRequestChangedFile', changedFileFields)],
  ['PullRequestCommit', built('PullRequestCommit', pullRequestCommitFields)],
  ['PullRequestReview', built('PullRequestReview', reviewFields)],
  ['PullRequestReviewThread', built('PullRequestReviewThread', reviewThreadFields)],
  ['PullRequestReviewComment', built('PullRequestReviewComment', reviewCommentFields)],
  ['ReviewRequest', built('ReviewRequest', reviewRequestFields)],
  ['IssueComment', built('IssueComment', issueCommentFields)],
  ['LabeledEvent', built('LabeledEvent', labelingFields)],
  ['UnlabeledEvent', built('UnlabeledEvent', labelingFields)],
  ['AssignedEvent', built('AssignedEvent', assigningFields)],
  ['UnassignedEvent', built('UnassignedEvent', assigningFields)],
  ['ClosedEvent', built('ClosedEvent', closedFields)],
  ['ReopenedEvent', built('ReopenedEvent', reopenedFields)],
  ['MergedEvent', built('MergedEvent', mergedFields)],
  ['RenamedTitleEvent', built('RenamedTitleEvent', renamedFields)],
  ['CrossReferencedEvent', built('CrossReferencedEvent', crossReferencedFields)],
]);

function built<K extends Kind>(kind: K, fields: Fields<K>): BuiltFields {
  const entries = Object.entries(fields).map(([name, field]): [string, BuiltField] => {
    const { takes, answer } = typeof field === 'function' ? { takes: [], answer: field } : field;
    return [name, { takes, answer: (thing, asked) => (isOf(thing, kind) ? answer(thing, asked) : null) }];
  });
  return new Map(entries);
}
