import { addLabels, assign, removeLabel, unassign } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, ok, paged, parameter, textsIn } from '../router-answers.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restIssue } from '../shapes/issue.ts';
import { restLabel, restLabels } from '../shapes/label.ts';
import type { Issue, Pull, Repository } from '../state.ts';
import { actor, demandFor, reading, threadOf, writing } from './needs.ts';

const AT = '/repos/:owner/:repo/issues/:number';

/** Labels and assignees of issues and pull requests. */
export const sortingRoutes: readonly Route[] = [
  { method: 'GET', path: `${AT}/labels`, answer: labels },
  { method: 'POST', path: `${AT}/labels`, answer: label },
  { method: 'DELETE', path: `${AT}/labels/:name`, answer: unlabel },
  { method: 'POST', path: `${AT}/assignees`, answer: addAssignees },
  { method: 'DELETE', path: `${AT}/assignees`, answer: removeAssignees },
];

type At = { readonly repository: Repository; readonly thread: Issue | Pull };

function labels(call: Call): Answer {
  const { repository, thread } = threadOf(call);
  demandFor(call, repository, reading(thread));
  const all = thread.labels.flatMap((name) => repository.labels.get(name) ?? []);
  return paged(call, all, (one) => restLabel(call.base, repository, one));
}

function label(call: Call): Answer {
  const at = sorted(call);
  addLabels(call.world, actor(call), { ...placeOf(at), labels: textsIn(call, 'labels') ?? [] });
  return ok(restLabels(call.base, at.repository, at.thread));
}

function unlabel(call: Call): Answer {
  const at = sorted(call);
  removeLabel(call.world, actor(call), { ...placeOf(at), label: parameter(call, 'name') });
  return ok(restLabels(call.base, at.repository, at.thread));
}

function addAssignees(call: Call): Answer {
  const at = sorted(call);
  assign(call.world, actor(call), { ...placeOf(at), assignees: textsIn(call, 'assignees') ?? [] });
  return created(restIssue(call.world.state, call.base, at.repository, at.thread));
}

function removeAssignees(call: Call): Answer {
  const at = sorted(call);
  unassign(call.world, actor(call), { ...placeOf(at), assignees: textsIn(call, 'assignees') ?? [] });
  return ok(restIssue(call.world.state, call.base, at.repository, at.thread));
}

function sorted(call: Call): At {
  const at = threadOf(call);
  demandFor(call, at.repository, writing(at.thread, 'triage'));
  return at;
}

function placeOf({ repository, thread }: At): { readonly repository: string; readonly number: number } {
  return { repository: fullName(repository), number: thread.number };
}
