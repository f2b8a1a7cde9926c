import { findRepository, fullName } from '../actions/find.ts';
import { closingReferences } from '../actions/references.ts';
import type { Issue, Pull, Repository } from '../state.ts';
import { connection } from './connection.ts';
import type { Asked, Asking } from './field.ts';
import { subjectSeen } from './seen.ts';
import type { ThingOf } from './thing.ts';

/** The issues that a pull request closes when it is merged, or closed when it was, as far as the caller may see them. */
export function closingIssues({ repository, subject }: ThingOf<'PullRequest'>, asked: Asked): unknown {
  const places = closingReferences(asked.state, repository, subject);
  const issues = places.flatMap((place) => {
    const thing = subjectSeen(asked, `${place.repository}#${place.number}`);
    return thing?.is === 'Issue' ? [thing] : [];
  });
  return connection(asked, issues, (thing) => thing);
}

/** The pull requests that close an issue, oldest first. Those that are no longer open only where they are asked for. */
export function closedByPulls(issue: ThingOf<'Issue'>, asked: Asked): unknown {
  const withClosed = asked.given['includeClosedPrs'] === true;
  const pulls = pullsReferringTo(asked, issue.subject)
    .filter(({ subject }) => withClosed || subject.state === 'open')
    .filter(({ repository, subject }) => closes(asked, repository, subject, issue.subject));
  return connection(asked, pulls, (thing) => thing);
}

/** Whether the pull request closed the issue, or would by being merged. */
export function closes(asking: Asking, repository: Repository, pull: Pull, issue: Issue): boolean {
  const reference = `${fullName(repository)}#${pull.number}`;
  if (issue.events.some(({ kind, what }) => kind === 'closed' && what === reference)) return true;
  return closingReferences(asking.state, repository, pull).some(
    (place) => findRepository(asking.state, place.repository)?.threads.get(place.number) === issue,
  );
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
