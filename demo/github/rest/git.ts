import { createBranch } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, ok, parameter, textNeeded } from '../router-answers.ts';
import { invalid, notFound, Problem } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { apiOf } from '../shapes/links.ts';
import type { Branch, Repository } from '../state.ts';
import { actor, READ_CONTENTS, repositoryOf, WRITE_CONTENTS } from './needs.ts';

const AT = '/repos/:owner/:repo/git';

/** Branches. There are no tags here. */
export const gitRoutes: readonly Route[] = [
  { method: 'GET', path: `${AT}/ref/:ref{.+}`, answer: read },
  { method: 'POST', path: `${AT}/refs`, answer: create },
  { method: 'PATCH', path: `${AT}/refs/:ref{.+}`, answer: move },
];

function read(call: Call): Answer {
  const repository = repositoryOf(call, READ_CONTENTS);
  if (repository.branches.size === 0) throw new Problem(409, 'Git Repository is empty.');
  const name = nameIn(parameter(call, 'ref'));
  return ok(shape(call.base, repository, name, branchAt(repository, name)));
}

/** At the head of another branch, as nothing is known of the commits behind it. */
function create(call: Call): Answer {
  const repository = repositoryOf(call, WRITE_CONTENTS);
  const ref = textNeeded(call, 'ref');
  if (!ref.startsWith('refs/heads/')) throw invalid('Reference does not start with refs/heads/.');
  const name = nameIn(ref);
  const from = branchWithHead(repository, textNeeded(call, 'sha'));
  const branch = createBranch(call.world, actor(call), { repository: fullName(repository), name, from });
  return created(shape(call.base, repository, name, branch));
}

/** Takes a branch to the head of another one. What was only on it is lost, so that `force` has to be said. */
function move(call: Call): Answer {
  const repository = repositoryOf(call, WRITE_CONTENTS);
  const name = nameIn(parameter(call, 'ref'));
  const branch = branchAt(repository, name);
  const from = branchWithHead(repository, textNeeded(call, 'sha'));
  if (from !== name) {
    if (call.body['force'] !== true) throw new Problem(422, 'Update is not a fast forward');
    reset(branch, repository.branches.get(from) ?? branch);
  }
  return ok(shape(call.base, repository, name, branch));
}

function reset(branch: Branch, from: Branch): void {
  branch.head = from.head;
  branch.files.clear();
  for (const [path, text] of from.files) branch.files.set(path, text);
  branch.own.clear();
  branch.commits.splice(0);
}

function branchAt(repository: Repository, name: string): Branch {
  const branch = repository.branches.get(name);
  if (branch === undefined) throw notFound();
  return branch;
}

function branchWithHead(repository: Repository, sha: string): string {
  const found = [...repository.branches].find(([, { head }]) => head === sha);
  if (found === undefined) throw new Problem(422, 'Object does not exist');
  return found[0];
}

/** `heads/main`, `refs/heads/main` → `main`. */
function nameIn(ref: string): string {
  return ref.replace(/^(?:refs\/)?heads\//, '');
}

function shape(base: string, repository: Repository, name: string, { head }: Branch): object {
  const api = apiOf(base, repository);
  return {
    ref: `refs/heads/${name}`,
    node_id: `REF_kw${repository.id}_${name}`,
    url: `${api}/git/refs/heads/${name}`,
    object: { type: 'commit', sha: head, url: `${api}/git/commits/${head}` },
  };
}
