import { fullName } from '../actions/find.ts';
import type { Issue, Pull, Repository } from '../state.ts';
import { connection } from './connection.ts';
import type { Asked, Asking } from './field.ts';
import { subjectSeen } from './seen.ts';
import type { ThingOf } from './thing.ts';

/** GitHub's words: `Fixes #12`, `closes: harbour/orders#12`, or the address of the issue. */
const CLOSING =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:https?:\/\/[^\s/]+\/(?=[\w.-]+\/[\w.-]+\/issues\/))?(?:(?<repository>[\w.-]+\/[\w.-]+?)(?:#|\/issues\/)|#)(?<number>\d+)\b/gi;

/** The issues that a pull request closes when it is merged, or closed when it was, as far as the caller may see them. */
export function closingIssues({ repository, subject }: ThingOf<'PullRequest'>, asked: Asked): unknown {
  const issues = closedBy(repository, subject).flatMap((reference) => {
    const thing = subjectSeen(asked, reference);
    return thing?.is === 'Issue' ? [thing] : [];
  });
  return connection(asked, issues, (thing) => thing);
}

/** The pull requests that close an issue, oldest first. Those that are no longer open only where they are asked for. */
export function closedByPulls(issue: ThingOf<'Issue'>, asked: Asked): unknown {
  const withClosed = asked.given['includeClosedPrs'] === true;
  const pulls = pullsReferringTo(asked, issue.subject).filter(
    ({ repository, subject }) =>
      (withClosed || subject.state === 'open') && closes(asked, repository, subject, issue.subject),
  );
  return connection(asked, pulls, (thing) => thing);
}

/** Whether merging the pull request closes the issue. */
export function closes(asking: Asking, repository: Repository, pull: Pull, issue: Issue): boolean {
  return closedBy(repository, pull).some((reference) => subjectSeen(asking, reference)?.subject === issue);
}

/** `owner/name#12` for every issue that closing words of the description name. They count on the default branch only. */
function closedBy(repository: Repository, pull: Pull): readonly string[] {
  if (pull.base !== repository.defaultBranch) return [];
  const found = [...pull.body.matchAll(CLOSING)].map(
    ({ groups }) => `${groups?.['repository'] ?? fullName(repository)}#${groups?.['number']}`,
  );
  return [...new Set(found)];
}

function pullsReferringTo(asking: Asking, issue: Issue): readonly ThingOf<'PullRequest'>[] {
  const references = issue.events
    .filter(({ kind }) => kind === 'cross-referenced' || kind === 'closed')
    .flatMap(({ what }) => what ?? []);
  return [...new Set(references)].flatMap((reference) => {
    const thing = subjectSeen(asking, reference);
    return thing?.is === 'PullRequest' ? [thing] : [];
  });
}
