import type { StoryAddition, StoryPush } from './addition.ts';
import type { StoryFile, StoryPull } from './story.ts';

type Pushes = NonNullable<StoryPull['pushes']>;

function less(file: StoryFile, push: StoryPush): StoryFile {
  const own = push.files.find(({ path }) => path === file.path);
  if (own === undefined) return file;
  const additions = file.additions - own.additions;
  const deletions = file.deletions - own.deletions;
  if (additions < 0 || deletions < 0)
    throw new Error(
      `"${push.message}" does more to ${file.path} than the whole pull request. Lower its counts.`,
    );
  return { ...file, additions, deletions };
}

function isThere(file: StoryFile): boolean {
  return file.additions + file.deletions > 0 || file.from !== undefined;
}

/** The files at each step, from the opening to the last push: the invented counts are those of the end. */
function steps(final: readonly StoryFile[], pushes: readonly StoryPush[]): readonly (readonly StoryFile[])[] {
  const backwards: (readonly StoryFile[])[] = [final];
  for (const push of pushes.toReversed()) {
    const after = backwards.at(-1) ?? final;
    backwards.push(after.map((file) => less(file, push)));
  }
  return backwards.toReversed();
}

function pushesOf(pushes: readonly StoryPush[], after: readonly (readonly StoryFile[])[]): Pushes {
  return pushes.map(({ at, message, files }, index) => ({
    at,
    message,
    files: (after[index] ?? []).filter(({ path }) => files.some((file) => file.path === path)),
  }));
}

/** The description as it stood before its end was known. */
function bodyBefore(pull: StoryPull, from: string): string {
  const end = pull.body.indexOf(from);
  if (end === -1) throw new Error(`The description of ${pull.handle} does not say "${from}".`);
  return pull.body.slice(0, end).trimEnd();
}

function descriptionOf(pull: StoryPull, { continued }: StoryAddition): Partial<StoryPull> {
  if (continued === undefined) return {};
  return {
    body: bodyBefore(pull, continued.from),
    edited: { at: continued.at, body: pull.body },
  };
}

/** The pull request with what was said and pushed while it was open. */
export function enriched(pull: StoryPull, addition: StoryAddition): StoryPull {
  const pushes = addition.pushes ?? [];
  const [opening = pull.files, ...after] = steps(pull.files, pushes);
  return {
    ...pull,
    at: addition.opened ?? pull.at,
    files: opening.filter(isThere),
    ...descriptionOf(pull, addition),
    ...(pushes.length === 0 ? {} : { pushes: pushesOf(pushes, after) }),
    ...(addition.reviews === undefined ? {} : { reviews: addition.reviews }),
    ...(addition.comments === undefined ? {} : { comments: addition.comments }),
  };
}
