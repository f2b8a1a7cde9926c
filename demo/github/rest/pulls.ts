import { editPull, mergePull, openPull } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { Refusal } from '../actions/refusal.ts';
import { blobSha } from '../actions/ids.ts';
import { created, ok, paged, textIn, textNeeded } from '../router-answers.ts';
import { Problem } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { apiOf, pageOf } from '../shapes/links.ts';
import { restPull, restPullInList } from '../shapes/pull.ts';
import type { ChangedFile, Pull, Repository } from '../state.ts';
import { restCommit } from './commit-shape.ts';
import {
  actor,
  demandFor,
  isOwn,
  OPEN_PULLS,
  pullOf,
  READ_PULLS,
  repositoryOf,
  WRITE_CONTENTS,
} from './needs.ts';
import { ordered } from './order.ts';
import { stateIn } from './thread-edits.ts';

const AT = '/repos/:owner/:repo/pulls';

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: AT, answer: list },
  { method: 'POST', path: AT, answer: open },
  { method: 'GET', path: `${AT}/:number`, answer: read },
  { method: 'PATCH', path: `${AT}/:number`, answer: edit },
  { method: 'GET', path: `${AT}/:number/files`, answer: files },
  { method: 'GET', path: `${AT}/:number/commits`, answer: commits },
  { method: 'GET', path: `${AT}/:number/merge`, answer: isMerged },
  { method: 'PUT', path: `${AT}/:number/merge`, answer: merge },
];

function list(call: Call): Answer {
  const repository = repositoryOf(call, READ_PULLS);
  const { searchParams } = call.url;
  const state = searchParams.get('state') ?? 'open';
  const head = searchParams.get('head');
  const base = searchParams.get('base');
  const wanted = [...repository.threads.values()]
    .filter((thread): thread is Pull => thread.kind === 'pull')
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === null || head === `${repository.owner}:${pull.head}`)
    .filter((pull) => base === null || pull.base === base);
  return paged(call, ordered(call, wanted), (pull) =>
    restPullInList(call.world.state, call.base, repository, pull),
  );
}

/** Of branches that are here already. What it changes is what their contents say. */
function open(call: Call): Answer {
  const repository = repositoryOf(call, OPEN_PULLS);
  const head = textNeeded(call, 'head').replace(`${repository.owner}:`, '');
  const base = textNeeded(call, 'base');
  for (const [field, branch] of Object.entries({ head, base })) {
    if (!repository.branches.has(branch)) throw unknownBranch(field);
  }
  const pull = openPull(call.world, actor(call), {
    repository: fullName(repository),
    title: textNeeded(call, 'title'),
    body: textIn(call, 'body') ?? '',
    head,
    base,
    draft: call.body['draft'] === true,
  });
  return created(restPull(call.world.state, call.base, repository, pull));
}

function read(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  return ok(restPull(call.world.state, call.base, repository, pull));
}

function edit(call: Call): Answer {
  const { repository, pull } = pullOf(call, OPEN_PULLS);
  if (!isOwn(call, pull)) demandFor(call, repository, { app: ['pull_requests=write'], user: 'write' });
  const title = textIn(call, 'title');
  const body = textIn(call, 'body');
  const state = stateIn(call);
  editPull(call.world, actor(call), {
    repository: fullName(repository),
    number: pull.number,
    ...(title === null ? {} : { title }),
    ...(body === null ? {} : { body }),
    ...(state === null || state === pull.state ? {} : { state }),
  });
  return ok(restPull(call.world.state, call.base, repository, pull));
}

function files(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  return paged(call, pull.files, (file) => changedFile(call.base, repository, pull, file));
}

function commits(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  return paged(call, pull.commits, (commit) => restCommit(call, repository, commit));
}

function isMerged(call: Call): Answer {
  const { pull } = pullOf(call, READ_PULLS);
  if (pull.mergedAt === null) throw new Problem(404, 'Not Found');
  return { status: 204, body: undefined, headers: {} };
}

function merge(call: Call): Answer {
  const { repository, pull } = pullOf(call, WRITE_CONTENTS);
  const sha = textIn(call, 'sha');
  if (sha !== null && sha !== pull.headSha)
    throw new Problem(409, 'Head branch was modified. Review and try the merge again.');
  mergePull(call.world, actor(call), { repository: fullName(repository), number: pull.number });
  return ok({ sha: pull.mergeSha, merged: true, message: 'Pull Request successfully merged' });
}

function unknownBranch(field: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', field, code: 'invalid' }]);
}

/** The model knows how many lines changed, not which ones: there is no `patch`. */
function changedFile(base: string, repository: Repository, pull: Pull, file: ChangedFile): object {
  const raw = `${pull.headSha}/${encodeURIComponent(file.path)}`;
  return {
    sha: blobSha(`${pull.headSha} ${file.path}`),
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${pageOf(base, repository)}/blob/${raw}`,
    raw_url: `${pageOf(base, repository)}/raw/${raw}`,
    contents_url: `${apiOf(base, repository)}/contents/${encodeURIComponent(file.path)}?ref=${pull.headSha}`,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
