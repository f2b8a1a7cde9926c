import type { CommentText, Ensured } from '../../ports/github.ts';
import { contentHash, withMarker } from '../../report/marker.ts';
import { commentAnswer } from './answers.ts';
import type { CommentAnswer } from './answers.ts';
import { askFor, askOf, readOf } from './ask.ts';
import { findComment, nameOf, ownComments, withKey } from './find-own.ts';
import type { Pen } from './pen.ts';
import { hashToKeep, revise } from './revise.ts';

export async function ensureComment(pen: Pen, text: CommentText): Promise<Ensured> {
  const found = await findComment(pen, text.number, text.key, text.known);
  if (found !== null) return reviseComment(pen, text, found);
  const made = await createComment(pen, text.number, withMarker(text.body, text.key));
  return keepOldest(pen, text, made);
}

/** One request, whatever becomes of it: after an unknown outcome the next run finds the marker. */
export async function createComment(pen: Pen, number: number, body: string): Promise<CommentAnswer> {
  await pen.repository();
  pen.takeBudget();
  return readOf(`commenting on ${nameOf(pen)}#${number}`, commentAnswer, () =>
    pen.client.rest.issues.createComment({ ...pen.place, issue_number: number, body }),
  );
}

export async function editComment(pen: Pen, comment: CommentAnswer, body: string): Promise<void> {
  await pen.repository();
  await askOf(`editing ${comment.html_url}`, () =>
    pen.client.rest.issues.updateComment({ ...pen.place, comment_id: comment.id, body }),
  );
}

async function reviseComment(pen: Pen, text: CommentText, comment: CommentAnswer): Promise<Ensured> {
  const revision = revise(comment.body, text);
  if (revision.outcome === 'edited') await editComment(pen, comment, revision.body);
  return {
    outcome: revision.outcome,
    githubId: comment.id,
    number: text.number,
    url: comment.html_url,
    contentHash:
      revision.outcome === 'left alone' ? hashToKeep(comment.body, text.known) : contentHash(text.body),
  };
}

/** Two processes may write at the same moment. Each looks afterwards, and the one that came later takes its text back. */
async function keepOldest(pen: Pen, text: CommentText, made: CommentAnswer): Promise<Ensured> {
  const oldest = withKey(await ownComments(pen, text.number), text.key) ?? made;
  if (oldest.id === made.id) return { ...(await reviseComment(pen, text, made)), outcome: 'created' };
  await askFor(`deleting ${made.html_url}`, () =>
    pen.client.rest.issues.deleteComment({ ...pen.place, comment_id: made.id }),
  );
  return reviseComment(pen, text, oldest);
}
