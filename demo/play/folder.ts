import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GiveUp } from '../../src/errors.ts';
import type { State } from '../github/state.ts';
import { postsOf } from './posts.ts';
import type { Post } from './posts.ts';

/** Where the demo puts what it needs. */
export type DemoFolder = {
  readonly path: string;
  /** Writes down what the application wrote, where that is to be kept. */
  keepPosts(state: State): Promise<void>;
  /** Nothing is left of it, unless it is to be kept. */
  close(): Promise<void>;
};

/** @throws GiveUp where something is in the folder that is to be kept. */
export async function openFolder(keep: string | null): Promise<DemoFolder> {
  if (keep === null) return temporaryFolder();
  await mkdir(keep, { recursive: true });
  if ((await readdir(keep)).length > 0)
    throw new GiveUp(`There is something in ${keep} already. Empty it, or name another folder.`);
  return {
    path: keep,
    keepPosts: (state) => writePosts(join(keep, 'texts'), state),
    close: () => Promise.resolve(),
  };
}

async function temporaryFolder(): Promise<DemoFolder> {
  const path = await mkdtemp(join(tmpdir(), 'groundwork-demo-'));
  // The database of a root runs as another user, who must be able to pass through.
  await chmod(path, 0o755);
  return {
    path,
    keepPosts: () => Promise.resolve(),
    close: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** One file for each issue or pull request that holds a text of the application. */
async function writePosts(folder: string, state: State): Promise<void> {
  const files = Map.groupBy(postsOf(state), ({ repository, number }) =>
    join(folder, repository, `${number}.md`),
  );
  for (const [file, posts] of files) {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, posts.map(spell).join('\n'));
  }
}

function spell({ title, body }: Post): string {
  return title === null ? body : `# ${title}\n\n${body}`;
}
