import { afterAll, beforeAll } from '@jest/globals';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { endAll } from './app.ts';
import { startGitHubStub } from './github-stub.ts';
import type { GitHubStub } from './github-stub.ts';

type Surroundings = { readonly postgres: DisposablePostgres; readonly github: GitHubStub };

export type Around = {
  /** The address of the database server. */
  readonly server: () => string;
  /** An empty database of it. */
  readonly database: () => Promise<string>;
  readonly github: () => GitHubStub;
};

/** A database server and a GitHub for the tests of one file. What they started ends with them. */
export function surround(): Around {
  let around: Surroundings | null = null;
  const there = (): Surroundings => {
    if (around === null) throw new Error('The database server and GitHub did not start.');
    return around;
  };
  beforeAll(async () => {
    const [postgres, github] = await Promise.all([startDisposablePostgres(), startGitHubStub()]);
    around = { postgres, github };
  });
  afterAll(async () => {
    await endAll();
    await around?.github.stop();
    await around?.postgres.stop();
  });
  return {
    server: () => there().postgres.url,
    database: () => createFreshDatabase(there().postgres.url),
    github: () => there().github,
  };
}
