import type { CommentText, WritingSide } from '../../ports/github.ts';
import type { Pacing } from '../../ports/pacing.ts';
import type { Clients } from '../client.ts';
import { ensureComment } from './ensure-comment.ts';
import { closeIssue, ensureIssue } from './ensure-issue.ts';
import { ensurePullRequest } from './ensure-pull-request.ts';
import { loginOf, penFor } from './pen.ts';
import type { Pen } from './pen.ts';

/** Everything that the app writes on GitHub. Each new comment, issue and pull request takes a piece of the budget. */
export function openWriting(clients: Clients, pacing: Pacing): WritingSide {
  const login = loginOf(clients);
  const penOf = ({ account, repository }: Pick<CommentText, 'account' | 'repository'>): Pen =>
    penFor(clients, login, repository, () => pacing.beforeWriting(account));
  return {
    ensureComment: async (text) => ensureComment(penOf(text), text),
    ensureIssue: async (text) => ensureIssue(penOf(text), text),
    ensurePullRequest: async (text) => ensurePullRequest(penOf(text), text),
    closeIssue: async (repository, number) =>
      closeIssue(
        penFor(clients, login, repository, () => undefined),
        number,
      ),
  };
}
