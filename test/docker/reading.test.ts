import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readCommand, readDockerfile, readEnvironment } from './dockerfile.ts';
import { readIgnored } from './ignored.ts';
import { performSteps } from './perform.ts';

function textOf(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

async function nothing(): Promise<void> {}

describe('a Dockerfile', () => {
  test('is read as stages of steps, without comments, with lines joined', () => {
    const text =
      '# made by hand\nFROM node:26 AS build\nRUN one && \\\n  # why\n  two\nfrom debian\nCOPY --from=build a b\n';
    expect(readDockerfile(text)).toEqual([
      {
        image: 'node:26',
        name: 'build',
        steps: [{ instruction: 'RUN', flags: {}, text: 'one &&    two', line: 5 }],
      },
      {
        image: 'debian',
        name: null,
        steps: [{ instruction: 'COPY', flags: { from: 'build' }, text: 'a b', line: 7 }],
      },
    ]);
  });

  test.each(['RUN true\nFROM node:26\n', 'FROM a b c\n'])('%j is not one', (text) => {
    expect(() => readDockerfile(text)).toThrow(/before any FROM|not understood/u);
  });

  test('a command that a shell would run is refused, for it would not hear signals', () => {
    expect(readCommand({ text: '["node", "x"]', line: 1 })).toEqual(['node', 'x']);
    expect(() => readCommand({ text: 'node x', line: 1 })).toThrow('as a list');
  });

  test('values in quotes are refused, since they are not taken apart here', () => {
    const step = { instruction: 'ENV', flags: {}, line: 1 };
    expect(readEnvironment({ ...step, text: 'A=1 B=two' })).toEqual({ A: '1', B: 'two' });
    expect(() => readEnvironment({ ...step, text: 'A="1 2"' })).toThrow('without quotes');
  });

  test.each([
    'ADD https://example.com/a b',
    'VOLUME /data',
    'RUN rm -r /tmp/a',
    'COPY --chmod=755 a b',
    'COPY --from=no a b',
  ])('%s: what cannot be performed fails instead of being skipped', async (line) => {
    const context = { root: '/nowhere', isIgnored: () => false, giveBase: nothing, environment: {} };
    const stages = [
      { image: 'node:26', name: null, steps: readDockerfile(`FROM a\n${line}`)[0]?.steps ?? [] },
    ];
    await expect(performSteps(stages, context, '/nowhere')).rejects.toThrow(/not understood|begins with/);
  });
});

describe('.dockerignore', () => {
  const isIgnored = readIgnored(textOf('.dockerignore'));

  test.each([
    '.env',
    '.git/config',
    'data/password',
    'demo/story/story.ts',
    'node_modules/pg/index.js',
    'src/generated/prisma/client.ts',
    'srcs',
  ])('%s stays out', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  test.each([
    'package-lock.json',
    '.npmrc',
    'src/main.ts',
    'src/queue/jobs.ts',
    'workers/index.ts',
    'prisma/schema.prisma',
  ])('%s goes in', (path) => {
    expect(isIgnored(path)).toBe(false);
  });

  test.each(['**/node_modules', 'a?', '[ab]'])(
    'a pattern such as %s is not understood, and says so',
    (line) => {
      expect(() => readIgnored(line)).toThrow(line);
    },
  );
});

describe('compose.yaml', () => {
  type Service = {
    readonly image?: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly ports?: readonly string[];
    readonly env_file?: string;
  };
  const { services } = parse(textOf('compose.yaml')) as { services: Record<string, Service> };

  test('opens the app to this machine only, and its database to nobody', () => {
    expect(services['groundwork']?.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(services['postgres']?.ports).toBeUndefined();
  });

  test('holds no password: both sides take the one of .env', () => {
    const password = '${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env}';
    expect(services['postgres']?.environment['POSTGRES_PASSWORD']).toBe(password);
    expect(services['groundwork']?.environment['DATABASE_URL']).toBe(
      `postgresql://groundwork:${password}@postgres:5432/groundwork`,
    );
    expect(services['groundwork']?.env_file).toBe('.env');
  });
});
