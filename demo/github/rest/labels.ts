import { createLabel } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, ok, paged, parameter, textIn, textNeeded } from '../router-answers.ts';
import { notFound } from '../router-problem.ts';
import { Refusal } from '../actions/refusal.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restLabel } from '../shapes/label.ts';
import type { Label, Repository } from '../state.ts';
import type { Need } from '../tokens-access.ts';
import { repositoryOf } from './needs.ts';

const READ: Need = { app: ['issues=read', 'pull_requests=read'], user: 'read' };
const WRITE: Need = { app: ['issues=write', 'pull_requests=write'], user: 'write' };

export const labelRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/:owner/:repo/labels', answer: list },
  { method: 'GET', path: '/repos/:owner/:repo/labels/:name', answer: read },
  { method: 'POST', path: '/repos/:owner/:repo/labels', answer: create },
];

function list(call: Call): Answer {
  const repository = repositoryOf(call, READ);
  return paged(call, [...repository.labels.values()], (label) => restLabel(call.base, repository, label));
}

function read(call: Call): Answer {
  const repository = repositoryOf(call, READ);
  const label = named(repository, parameter(call, 'name'));
  if (label === undefined) throw notFound();
  return ok(restLabel(call.base, repository, label));
}

function create(call: Call): Answer {
  const repository = repositoryOf(call, WRITE);
  const name = textNeeded(call, 'name');
  const color = textIn(call, 'color');
  if (named(repository, name) !== undefined) {
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'Label', code: 'already_exists', field: 'name' },
    ]);
  }
  const wish = { repository: fullName(repository), name, ...(color === null ? {} : { color }) };
  return created(restLabel(call.base, repository, createLabel(call.world, wish)));
}

/** Names differ in more than capitals. */
function named(repository: Repository, name: string): Label | undefined {
  return [...repository.labels.values()].find((label) => label.name.toLowerCase() === name.toLowerCase());
}
