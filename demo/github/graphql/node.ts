import { readNodeId } from '../shapes/node-id.ts';
import type { NodeKind } from '../shapes/node-id.ts';
import type { Organisation, Pull, Repository } from '../state.ts';
import { demandMembers } from '../tokens-access.ts';
import type { Asking } from './field.ts';
import { demandSubjects, repositoriesSeenBy, repositoryThing } from './seen.ts';
import { actorThing, subjectThing } from './thing.ts';
import type { Subject, Thing } from './thing.ts';
import { couldNotResolve, Unbuilt } from './trouble.ts';

/** The thing with this global id. Throws where there is none, or none that the caller may see. */
export function thingById(asking: Asking, id: string): Thing {
  const sha = /^C_kw([0-9a-f]{40})$/.exec(id)?.[1];
  const named = readNodeId(id);
  const thing = sha === undefined ? named && search(asking, named.kind, named.id) : commit(asking, sha);
  if (thing === null) throw couldNotResolve(`a node with the global id of '${id}'`);
  return thing;
}

function search(asking: Asking, kind: NodeKind, id: number): Thing | null {
  switch (kind) {
    case 'Repository':
      return first(repositoriesSeenBy(asking), (one) => (one.id === id ? repositoryThing(one) : null));
    case 'Issue':
    case 'PullRequest':
      return amongSubjects(asking, (repository, one) =>
        one.id === id ? subjectThing(repository, one) : null,
      );
    case 'CommentOnIssue':
      return amongSubjects(asking, (repository, subject) => issueComment(repository, subject, id));
    case 'Review':
      return amongPulls(asking, (repository, pull) => review(repository, pull, id));
    case 'ReviewThread':
      return amongPulls(asking, (repository, pull) => reviewThread(repository, pull, id));
    case 'ReviewComment':
      return amongPulls(asking, (repository, pull) => reviewComment(repository, pull, id));
    case 'Organization':
    case 'Team':
      return first([...asking.state.organisations.values()], (one) => inOrganisation(asking, one, id));
    case 'User':
    case 'Bot':
      return first([...asking.state.users], ([name, one]) =>
        one.id === id ? actorThing(asking.state, name) : null,
      );
    default:
      throw new Unbuilt(`The local GitHub does not find ${kind} by its id`);
  }
}

function inOrganisation({ caller }: Asking, organisation: Organisation, id: number): Thing | null {
  if (organisation.id === id) return { is: 'Organization', organisation };
  const team = [...organisation.teams.values()].find((one) => one.id === id);
  if (team === undefined) return null;
  demandMembers(caller, organisation);
  return { is: 'Team', organisation, team };
}

function issueComment(repository: Repository, subject: Subject, id: number): Thing | null {
  const comment = subject.comments.find((one) => one.id === id);
  return comment === undefined ? null : { is: 'IssueComment', repository, subject, comment };
}

function review(repository: Repository, pull: Pull, id: number): Thing | null {
  const found = pull.reviews.find((one) => one.id === id);
  return found === undefined ? null : { is: 'PullRequestReview', repository, pull, review: found };
}

function reviewThread(repository: Repository, pull: Pull, id: number): Thing | null {
  const thread = pull.reviewThreads.find((one) => one.id === id);
  return thread === undefined ? null : { is: 'PullRequestReviewThread', repository, pull, thread };
}

function reviewComment(repository: Repository, pull: Pull, id: number): Thing | null {
  return first(pull.reviewThreads, (thread) => {
    const comment = thread.comments.find((one) => one.id === id);
    return comment === undefined
      ? null
      : { is: 'PullRequestReviewComment', repository, pull, thread, comment };
  });
}

function commit(asking: Asking, sha: string): Thing | null {
  return amongPulls(asking, (repository, pull) => {
    const found = pull.commits.find((one) => one.sha === sha);
    return found === undefined ? null : { is: 'Commit', repository, commit: found };
  });
}

function amongPulls(
  asking: Asking,
  find: (repository: Repository, pull: Pull) => Thing | null,
): Thing | null {
  return amongSubjects(asking, (repository, subject) =>
    subject.kind === 'pull' ? find(repository, subject) : null,
  );
}

/** In the repositories that the caller sees; throws where they may not read what was found. */
function amongSubjects(
  asking: Asking,
  find: (repository: Repository, subject: Subject) => Thing | null,
): Thing | null {
  return first(repositoriesSeenBy(asking), (repository) =>
    first([...repository.threads.values()], (subject) => {
      const found = find(repository, subject);
      if (found !== null) demandSubjects(asking, repository, subject.kind);
      return found;
    }),
  );
}

function first<T>(all: readonly T[], find: (one: T) => Thing | null): Thing | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
