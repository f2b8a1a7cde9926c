import { editIssue, editPull, openIssue } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { nameOf } from '../permissions.ts';
import { created, ok, paged, textIn, textNeeded, textsIn } from '../router-answers.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restIssue } from '../shapes/issue.ts';
import type { Issue, Pull, Repository } from '../state.ts';
import { allows } from '../tokens-access.ts';
import {
  actor,
  demandFor,
  isOwn,
  OPEN_ISSUES,
  READ_ISSUES,
  reading,
  repositoryOf,
  threadOf,
  writing,
} from './needs.ts';
import { ordered } from './order.ts';
import { reasonIn, stateIn } from './thread-edits.ts';

const AT = '/repos/:owner/:repo/issues';

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: AT, answer: list },
  { method: 'POST', path: AT, answer: open },
  { method: 'GET', path: `${AT}/:number`, answer: read },
  { method: 'PATCH', path: `${AT}/:number`, answer: edit },
];

/** Issues, and pull requests among them, as on GitHub. */
function list(call: Call): Answer {
  const repository = repositoryOf(call, READ_ISSUES);
  const wanted = [...repository.threads.values()].filter((thread) => isWanted(call, thread));
  return paged(call, ordered(call, wanted), (thread) => shape(call, repository, thread));
}

function isWanted(call: Call, thread: Issue | Pull): boolean {
  const { searchParams } = call.url;
  const state = searchParams.get('state') ?? 'open';
  const since = searchParams.get('since');
  const labels = (searchParams.get('labels') ?? '').split(',').filter((label) => label !== '');
  return (
    (state === 'all' || thread.state === state) &&
    (since === null || Date.parse(thread.updatedAt) >= Date.parse(since)) &&
    labels.every((label) => thread.labels.includes(label)) &&
    isBy(call, searchParams.get('creator'), [thread.author]) &&
    isAssigned(call, searchParams.get('assignee'), thread)
  );
}

/** A bot is asked for as `groundwork[bot]`, an app also as `app/groundwork`. */
function isBy(call: Call, login: string | null, names: readonly string[]): boolean {
  if (login === null) return true;
  const name = nameOf(call.world.state, login.replace(/^app\/(.+)$/, '$1[bot]'));
  return name !== null && names.includes(name);
}

function isAssigned(call: Call, assignee: string | null, thread: Issue | Pull): boolean {
  if (assignee === '*') return thread.assignees.length > 0;
  return assignee === 'none' ? thread.assignees.length === 0 : isBy(call, assignee, thread.assignees);
}

/** Labels and assignees of somebody who may not set them are left out without a word, as on GitHub. */
function open(call: Call): Answer {
  const repository = repositoryOf(call, OPEN_ISSUES);
  const maySort = allows(call.world.state, call.caller, repository, {
    app: ['issues=write'],
    user: 'triage',
  });
  const issue = openIssue(call.world, actor(call), {
    repository: fullName(repository),
    title: textNeeded(call, 'title'),
    body: textIn(call, 'body') ?? '',
    labels: maySort ? (textsIn(call, 'labels') ?? []) : [],
    assignees: maySort ? assigneesIn(call) : [],
  });
  return created(shape(call, repository, issue));
}

function read(call: Call): Answer {
  const { repository, thread } = threadOf(call);
  demandFor(call, repository, reading(thread));
  return ok(shape(call, repository, thread));
}

/** Also for the number of a pull request. */
function edit(call: Call): Answer {
  const { repository, thread } = threadOf(call);
  demandEdit(call, repository, thread);
  const wish = { repository: fullName(repository), number: thread.number, ...editsIn(call, thread) };
  if (thread.kind === 'pull') {
    editPull(call.world, actor(call), wish);
  } else {
    const reason = reasonIn(call);
    editIssue(call.world, actor(call), { ...wish, ...(reason === null ? {} : { stateReason: reason }) });
  }
  return ok(shape(call, repository, thread));
}

/** Its author may change the words and the state; everybody else needs to write for the words, to triage for the rest. */
function demandEdit(call: Call, repository: Repository, thread: Issue | Pull): void {
  const sorts = call.body['labels'] !== undefined || call.body['assignees'] !== undefined;
  const words = call.body['title'] !== undefined || call.body['body'] !== undefined;
  if (isOwn(call, thread)) return demandFor(call, repository, writing(thread, sorts ? 'triage' : 'read'));
  demandFor(call, repository, writing(thread, words ? 'write' : 'triage'));
}

function editsIn(call: Call, thread: Issue | Pull) {
  const title = textIn(call, 'title');
  const state = stateIn(call);
  const labels = textsIn(call, 'labels');
  return {
    ...(title === null ? {} : { title }),
    ...(call.body['body'] === undefined ? {} : { body: textIn(call, 'body') ?? '' }),
    ...(state === null || state === thread.state ? {} : { state }),
    ...(labels === null ? {} : { labels }),
    ...(textsIn(call, 'assignees') === null ? {} : { assignees: assigneesIn(call) }),
  };
}

function assigneesIn(call: Call): readonly string[] {
  const alone = textIn(call, 'assignee');
  return textsIn(call, 'assignees') ?? (alone === null ? [] : [alone]);
}

function shape({ world, base }: Call, repository: Repository, thread: Issue | Pull): object {
  return restIssue(world.state, base, repository, thread);
}
