import { fullName } from '../actions/find.ts';
import { pageOf } from '../shapes/links.ts';
import { nodeId } from '../shapes/node-id.ts';
import { blobSha } from '../actions/ids.ts';
import { permissionOf, readersOf } from '../permissions.ts';
import type { Commit, Organisation, Repository, State } from '../state.ts';
import { demand } from '../tokens-access.ts';
import { connection, pageArguments } from './connection.ts';
import type { Asked, Fields } from './field.ts';
import { number, text } from './given.ts';
import { demandSubjects, repositoryThing } from './seen.ts';
import { issues, pullRequests } from './subjects-of-repository.ts';
import { actorThing, subjectThing } from './thing.ts';
import type { Subject, ThingOf } from './thing.ts';
import { couldNotResolve } from './trouble.ts';

type OfRepository = ThingOf<'Repository'>;

export const repositoryFields: Fields<'Repository'> = {
  id: ({ repository }) => nodeId('Repository', repository.id),
  databaseId: ({ repository }) => repository.id,
  name: ({ repository }) => repository.name,
  nameWithOwner: ({ repository }) => fullName(repository),
  description: ({ repository }) => repository.description,
  url: ({ repository }, { base }) => pageOf(base, repository),
  owner: ({ repository }, { state }) => ownerOf(state, repository),
  isPrivate: ({ repository }) => repository.visibility !== 'public',
  visibility: ({ repository }) => repository.visibility.toUpperCase(),
  isArchived: ({ repository }) => repository.archived,
  isFork: () => false,
  isDisabled: () => false,
  isEmpty: ({ repository }) => repository.branches.size === 0,
  createdAt: ({ repository }) => repository.createdAt,
  viewerPermission: ({ repository }, asked) => viewerPermission(asked, repository),
  defaultBranchRef: ({ repository }) => branchRef(repository, repository.defaultBranch),
  ref: { takes: ['qualifiedName'], answer: ({ repository }, asked) => refNamed(repository, asked) },
  object: { takes: ['expression'], answer: objectAt },
  pullRequest: { takes: ['number'], answer: (thing, asked) => subjectNumbered(thing, asked, 'pull') },
  issue: { takes: ['number'], answer: (thing, asked) => subjectNumbered(thing, asked, 'issue') },
  issueOrPullRequest: { takes: ['number'], answer: (thing, asked) => subjectNumbered(thing, asked, null) },
  pullRequests: {
    takes: [...pageArguments, 'states', 'orderBy', 'labels', 'baseRefName', 'headRefName'],
    answer: pullRequests,
  },
  issues: { takes: [...pageArguments, 'states', 'orderBy', 'labels', 'filterBy'], answer: issues },
  labels: { takes: pageArguments, answer: labels },
  collaborators: { takes: [...pageArguments], answer: collaborators },
};

export const refFields: Fields<'Ref'> = {
  name: ({ branch }) => branch,
  prefix: () => 'refs/heads/',
  repository: ({ repository }) => repositoryThing(repository),
  target: ({ repository, branch }) => headOf(repository, branch),
};

export const blobFields: Fields<'Blob'> = {
  text: (blob) => blob.text,
  oid: (blob) => blobSha(blob.text),
  byteSize: (blob) => Buffer.byteLength(blob.text),
  isBinary: () => false,
  isTruncated: () => false,
};

export const labelFields: Fields<'Label'> = {
  id: ({ label }) => nodeId('Label', label.id),
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: () => null,
  url: ({ repository, label }, { base }) =>
    `${pageOf(base, repository)}/labels/${encodeURIComponent(label.name)}`,
};

function ownerOf(state: State, { owner }: Repository): unknown {
  const organisation: Organisation | undefined = state.organisations.get(owner);
  return organisation === undefined ? actorThing(state, owner) : { is: 'Organization', organisation };
}

function viewerPermission({ state, caller }: Asked, repository: Repository): string | null {
  if (caller.kind !== 'user') return null;
  const permission = permissionOf(state, repository, caller.name);
  return permission === 'none' ? null : permission.toUpperCase();
}

function refNamed(repository: Repository, asked: Asked): unknown {
  return branchRef(repository, text(asked, 'qualifiedName').replace(/^refs\/heads\//, ''));
}

function branchRef(repository: Repository, branch: string): ThingOf<'Ref'> | null {
  return repository.branches.has(branch) ? { is: 'Ref', repository, branch } : null;
}

/** Of the commits before the story began, only the id is known. */
function headOf(repository: Repository, name: string): ThingOf<'Commit'> | null {
  const branch = repository.branches.get(name);
  if (branch === undefined) return null;
  const known = branch.commits.findLast(({ sha }) => sha === branch.head);
  const first: Commit = {
    sha: branch.head,
    author: repository.owner,
    message: 'First commit',
    at: repository.createdAt,
  };
  return { is: 'Commit', repository, commit: known ?? first };
}

/** `HEAD:path`, `main:path`, or a branch alone. Folders are not built: what is no file is null. */
function objectAt({ repository }: OfRepository, asked: Asked): unknown {
  demand(asked.state, asked.caller, repository, { app: ['contents=read'], user: 'read' });
  const expression = text(asked, 'expression');
  const colon = expression.indexOf(':');
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const branch = name === 'HEAD' ? repository.defaultBranch : name.replace(/^refs\/heads\//, '');
  if (colon < 0) return headOf(repository, branch);
  const content = repository.branches.get(branch)?.files.get(expression.slice(colon + 1));
  return content === undefined ? null : { is: 'Blob', repository, text: content };
}

function subjectNumbered({ repository }: OfRepository, asked: Asked, kind: Subject['kind'] | null): unknown {
  const wanted = number(asked, 'number');
  const subject = repository.threads.get(wanted);
  if (subject === undefined || (kind !== null && subject.kind !== kind)) {
    const what =
      kind === null ? 'an issue or pull request' : { issue: 'an Issue', pull: 'a PullRequest' }[kind];
    throw couldNotResolve(`${what} with the number of ${wanted}`);
  }
  demandSubjects(asked, repository, subject.kind);
  return subjectThing(repository, subject);
}

function labels({ repository }: OfRepository, asked: Asked): unknown {
  return connection(asked, [...repository.labels.values()], (label) => ({ is: 'Label', repository, label }));
}

function collaborators({ repository }: OfRepository, asked: Asked): unknown {
  demand(asked.state, asked.caller, repository, { app: ['metadata=read'], user: 'write' });
  const all = [...readersOf(asked.state, repository)].filter(
    ([name]) => asked.state.users.get(name)?.type === 'User',
  );
  return connection(
    asked,
    all,
    ([name]) => actorThing(asked.state, name),
    ([, permission]) => ({ permission: permission.toUpperCase() }),
  );
}
