import type { Place } from '../github/actions.ts';
import type { Repository } from '../github/state.ts';
import type { World } from '../github/world.ts';
import type { Story, StoryPull } from '../story/story.ts';
import type { ThreadName } from './acts.ts';

/** What is remembered while a story is played: which number and which conversation is which. */
export type Cast = {
  readonly world: World;
  readonly story: Story;
  /** By handle. Those with a number of their own from the beginning, the others once they are opened. */
  readonly places: Map<string, Place>;
  /** By name, as `keyOf` spells it. */
  readonly threads: Map<string, CastThread>;
};

export type CastThread = {
  /** On the local GitHub. */
  readonly id: number;
  readonly handle: string;
  readonly path: string;
  /** The next push to its path is to change its lines. */
  readonly fades: boolean;
};

export function createCast(world: World, story: Story): Cast {
  const places = new Map<string, Place>();
  for (const { handle, repository, number } of [...story.pulls, ...story.issues])
    if (number !== undefined) places.set(handle, { repository: fullName(story, repository), number });
  return { world, story, places, threads: new Map() };
}

export function fullName({ organisation }: Pick<Story, 'organisation'>, name: string): string {
  return `${organisation}/${name}`;
}

export function placeOf({ places }: Cast, handle: string): Place {
  const place = places.get(handle);
  if (place === undefined) throw new Error(`"${handle}" is named before it is opened.`);
  return place;
}

/** The number that the story gives it, else the next that the story gives to nothing. */
export function numberFor(
  { story, world }: Cast,
  subject: { readonly repository: string; readonly number?: number },
): number {
  if (subject.number !== undefined) return subject.number;
  const isTheirs = (one: typeof subject) => one.repository === subject.repository;
  const taken = new Set([...story.pulls, ...story.issues].filter(isTheirs).map(({ number }) => number));
  const repository: Repository | undefined = world.state.repositories.get(
    fullName(story, subject.repository),
  );
  let number = (repository?.lastNumber ?? 0) + 1;
  while (taken.has(number)) number += 1;
  return number;
}

/** The text with `{#handle}` as `#412`, or `owner/name#412` where that is in another repository than `repository`. */
export function filled(cast: Cast, text: string, repository: string): string {
  return text.replaceAll(/\{#([^{}]+)\}/g, (_, handle: string) => {
    const place = placeOf(cast, handle);
    return place.repository === repository ? `#${place.number}` : `${place.repository}#${place.number}`;
  });
}

export function threadOf({ threads }: Cast, name: ThreadName): CastThread {
  const thread = threads.get(keyOf(name));
  if (thread === undefined)
    throw new Error(`Somebody answers in "${name.handle}" before the review is there.`);
  return thread;
}

export function keyOf({ handle, review, thread }: ThreadName): string {
  return `${handle}/${review}/${thread}`;
}

/** The branch of a pull request: named after who pushes it and what it is. */
export function headOf({ by, handle }: Pick<StoryPull, 'by' | 'handle'>): string {
  return `${by.replace('[bot]', '').toLowerCase()}/${handle}`;
}

/** The base branch: `{head:handle}` is the branch of another pull request. Undefined for the default one. */
export function baseOf({ story }: Cast, { base }: StoryPull): string | undefined {
  return base?.replace(/^\{head:([^{}]+)\}$/, (_, handle: string) => {
    const below = story.pulls.find((pull) => pull.handle === handle);
    if (below === undefined) throw new Error(`No pull request of the story is called "${handle}".`);
    return headOf(below);
  });
}
