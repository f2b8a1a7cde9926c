/*
 * Everything people, bots and the app can do here. Each function takes the world, who acts (a login of today, or the
 * name in the state) and what they do; it changes the state at `state.now`, keeps the timeline, and tells the app by
 * webhook as GitHub would. What GitHub would not do throws a `Refusal`.
 *
 * Whether the actor has the right to do it is asked by the interfaces (`permissions.ts`), not here.
 */
export { Refusal } from './actions/refusal.ts';
export type { Place } from './actions/find.ts';
// openPull(world, actor, { repository, number?, title, body, head, base?, draft?, files?, commits?, labels?, assignees?, reviewers? }): Pull
//   files: the head branch's own contents against the base where left out; commits: those of the branch, else one with the title
// push(world, actor, { repository, number, message, files, at?, outdated? }): Pull
// mergePull / closePull / reopenPull(world, actor, { repository, number }): Pull
export { closePull, mergePull, reopenPull } from './actions/endings.ts';
export { openPull } from './actions/pulls.ts';
export type { PullWish } from './actions/pulls.ts';
export { push } from './actions/push.ts';
export type { PushWish } from './actions/push.ts';
// editPull(world, actor, { repository, number, title?, body?, state?, assignees?, labels?, draft?, base? }): Pull
// editIssue(world, actor, { repository, number, title?, body?, state?, stateReason?, assignees?, labels? }): Issue
export { editIssue, editPull } from './actions/edit.ts';
// requestReview / unrequestReview(world, actor, { repository, number, reviewer }): Pull
export { requestReview, unrequestReview } from './actions/reviewers.ts';
// submitReview(world, actor, { repository, number, state, body?, threads?: { path, line, body }[] }): Review
// dismissReview(world, actor, { repository, number, review }): Review
// editReview(world, actor, { repository, number, review, body }): Review
export { dismissReview, editReview, submitReview } from './actions/reviews.ts';
export type { ReviewWish } from './actions/reviews.ts';
// replyToThread(world, actor, { repository, number, thread, body }): ReviewComment
// resolveThread / unresolveThread(world, actor, { repository, number, thread }): ReviewThread
// editReviewComment(world, actor, { repository, number, comment, body }): ReviewComment
// deleteReviewComment(world, actor, { repository, number, comment }): void
export {
  deleteReviewComment,
  editReviewComment,
  replyToThread,
  resolveThread,
  unresolveThread,
} from './actions/review-threads.ts';
// comment(world, actor, { repository, number, body }): Comment
// editComment(world, actor, { repository, comment, body }): Comment; deleteComment(world, actor, { repository, comment }): void
export { comment, deleteComment, editComment } from './actions/comments.ts';
// openIssue(world, actor, { repository, number?, title, body, labels?, assignees? }): Issue
// closeIssue(world, actor, { repository, number, reason? }): Issue; reopenIssue(world, actor, { repository, number }): Issue
export { closeIssue, openIssue, reopenIssue } from './actions/issues.ts';
export type { IssueWish } from './actions/issues.ts';
// addLabels / removeLabel(world, actor, { repository, number, labels } / { repository, number, label }): Issue | Pull
// createLabel(world, { repository, name, color? }): Label
export { addLabels, createLabel, removeLabel } from './actions/labels.ts';
// assign / unassign(world, actor, { repository, number, assignees }): Issue | Pull
export { assign, unassign } from './actions/assignees.ts';
// createRepository(world, actor, { owner, name, visibility, description?, files? }): Repository
// setVisibility(world, actor, { repository, visibility }), renameRepository(world, actor, { repository, name }),
// archive / unarchive(world, actor, { repository }): Repository
export {
  archive,
  createRepository,
  renameRepository,
  setVisibility,
  unarchive,
} from './actions/repositories.ts';
// addCollaborator(world, actor, { repository, login, permission }), removeCollaborator(world, actor, { repository, login }): void
export { addCollaborator, removeCollaborator } from './actions/collaborators.ts';
// addTeamMember(world, actor, { organisation, team, login, role? }), removeTeamMember(…),
// addMember(world, actor, { organisation, login, role? }), removeMember(world, actor, { organisation, login }): void
// allowTeam(world, { organisation, team, repository, permission }): void
export { addMember, addTeamMember, allowTeam, removeMember, removeTeamMember } from './actions/members.ts';
// createUser(world, { login, name, type? }): User; renameUser(world, { login, to }): User; deleteUser(world, { login }): void
export { createUser, deleteUser, renameUser } from './actions/users.ts';
// createBranch(world, actor, { repository, name, from? }): Branch
// writeFile(world, actor, { repository, branch?, path, text, message? }), deleteFile(world, actor, { repository, branch?, path, message? }): Commit
// changesOf(repository, base, head): ChangedFile[]
// deleteBranch(world, actor, { repository, name }): void
export { deleteBranch } from './actions/bases.ts';
export { changesOf } from './actions/branches.ts';
export { createBranch, deleteFile, writeFile } from './actions/contents.ts';
// installApp(world, actor, { account }): AppInstallation; suspendApp / unsuspendApp / uninstallApp(world, actor, { account })
export { installApp, suspendApp, uninstallApp, unsuspendApp } from './actions/installations.ts';
// closingReferences(state, repository, pull): Place[] — what its text says its merge will close
export { closingReferences } from './actions/references.ts';
