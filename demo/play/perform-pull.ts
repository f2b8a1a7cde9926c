import { createBranch, openPull, push, submitReview } from '../github/actions.ts';
import type { ReviewWish } from '../github/actions.ts';
import type { ChangedFile, Commit, Pull } from '../github/state.ts';
import type { StoryFile, StoryPull, StoryReview } from '../story/story.ts';
import type { Deed } from './acts.ts';
import { baseOf, filled, fullName, headOf, keyOf, numberFor, placeOf } from './cast.ts';
import type { Cast } from './cast.ts';

export function openStoryPull(cast: Cast, pull: StoryPull): void {
  const { world, story, places } = cast;
  const repository = fullName(story, pull.repository);
  const base = baseOf(cast, pull);
  if (base !== undefined) ensureBranch(cast, repository, base, pull.by);
  const { number } = openPull(world, pull.by, {
    repository,
    number: numberFor(cast, pull),
    title: filled(cast, pull.title, repository),
    body: filled(cast, pull.body, repository),
    head: headOf(pull),
    ...(base === undefined ? {} : { base }),
    files: changedFiles(pull.files),
    commits: commitsOf(cast, pull),
    labels: pull.labels ?? [],
    assignees: pull.assignees ?? [],
  });
  places.set(pull.handle, { repository, number });
}

/** A branch for releases is there before anything is to go into it. */
function ensureBranch({ world }: Cast, repository: string, name: string, by: string): void {
  const there = world.state.repositories.get(repository)?.branches.has(name) ?? false;
  if (!there) createBranch(world, by, { repository, name });
}

export function pushStoryCommit(cast: Cast, by: string, deed: Extract<Deed, { kind: 'push' }>): void {
  const files = changedFiles(deed.push.files);
  const fading = [...cast.threads.values()].filter(
    ({ handle, path, fades }) => fades && handle === deed.handle && files.some((file) => file.path === path),
  );
  const place = placeOf(cast, deed.handle);
  const message = filled(cast, deed.push.message, place.repository);
  push(cast.world, by, { ...place, message, files, outdated: fading.map(({ id }) => id) });
}

const states = {
  approved: 'APPROVED',
  changes_requested: 'CHANGES_REQUESTED',
  commented: 'COMMENTED',
} as const satisfies Record<StoryReview['state'], ReviewWish['state']>;

/** Remembers the conversations that it begins, for those who answer. */
export function submitStoryReview(
  cast: Cast,
  { handle, review, index }: Extract<Deed, { kind: 'review' }>,
): void {
  const place = placeOf(cast, handle);
  const threads = review.threads ?? [];
  const { id } = submitReview(cast.world, review.by, {
    ...place,
    state: states[review.state],
    body: filled(cast, review.body ?? '', place.repository),
    threads: threads.map(({ path, line, body }) => ({
      path,
      line,
      body: filled(cast, body, place.repository),
    })),
  });
  begunBy(pullOf(cast, handle), id).forEach((thread, position) =>
    cast.threads.set(keyOf({ handle, review: index, thread: position }), {
      id: thread.id,
      handle,
      path: thread.path,
      fades: threads[position]?.outdated === true,
    }),
  );
}

function begunBy(pull: Pull | null, review: number): Pull['reviewThreads'] {
  return (pull?.reviewThreads ?? []).filter(({ comments }) => comments[0]?.review === review);
}

function pullOf(cast: Cast, handle: string): Pull | null {
  const { repository, number } = placeOf(cast, handle);
  const thread = cast.world.state.repositories.get(repository)?.threads.get(number);
  return thread?.kind === 'pull' ? thread : null;
}

/** As the pull request shows them. */
export function changedFiles(files: readonly StoryFile[]): readonly ChangedFile[] {
  return files.map(({ path, from, status, additions, deletions }) => ({
    path,
    previousPath: from ?? null,
    status: status ?? (from === undefined ? 'modified' : 'renamed'),
    additions,
    deletions,
  }));
}

function commitsOf(cast: Cast, pull: StoryPull): readonly Omit<Commit, 'sha'>[] {
  const trailers = (pull.with ?? []).map((login) => `Co-authored-by: ${signature(cast, login)}`);
  const foot = trailers.length === 0 ? '' : `\n\n${trailers.join('\n')}`;
  const repository = fullName(cast.story, pull.repository);
  return (pull.commits ?? [pull.title]).map((text) => ({
    author: pull.by,
    message: `${filled(cast, text, repository)}${foot}`,
    at: cast.world.state.now,
  }));
}

/** With the address that GitHub gives to those who keep theirs to themselves. */
function signature({ world }: Cast, login: string): string {
  const user = world.state.users.get(login);
  if (user === undefined) throw new Error(`Nobody is called "${login}".`);
  return `${user.name ?? user.login} <${user.id}+${user.login}@users.noreply.github.com>`;
}
