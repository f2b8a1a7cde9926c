import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callsOf, generationsOf, makeCheckout, remove, setUp, writeLock, writeSchema } from './checkout.ts';
import type { Checkout } from './checkout.ts';

let checkout: Checkout;

beforeEach(() => {
  checkout = makeCheckout();
});

afterEach(() => {
  remove(checkout);
});

const quiet = { code: 0, out: '', err: '' };

describe('packages', () => {
  test('a new clone is installed; standard output stays empty', async () => {
    const first = await setUp(checkout);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err).toContain('words of npm');
    expect(existsSync(join(checkout.root, 'node_modules', 'paper', 'package.json'))).toBe(true);
    expect(callsOf(checkout)).toHaveLength(1);
  });

  test('the second time there is nothing to do and nothing is said', async () => {
    await setUp(checkout);
    expect(await setUp(checkout)).toEqual(quiet);
    expect(callsOf(checkout)).toHaveLength(1);
  });

  test('a changed package-lock.json is installed', async () => {
    await setUp(checkout);
    writeLock(checkout, '1.0.1');
    const second = await setUp(checkout);
    expect(second).toMatchObject({ code: 0, out: '' });
    expect(second.err).toContain('package-lock.json is newer');
    expect(callsOf(checkout)).toHaveLength(2);
    expect(await setUp(checkout)).toEqual(quiet);
  });

  test.each([
    ['a package', ['paper']],
    ['all packages', ['.']],
    ['the runtime', ['.bin/node']],
    ["npm's list and the stamp", ['.package-lock.json', '.groundwork-setup']],
    ['the stamp and a package', ['.groundwork-setup', 'paper']],
  ])('when %s is gone, it is installed again', async (_, gone) => {
    await setUp(checkout);
    for (const name of gone) rmSync(join(checkout.root, 'node_modules', name), { recursive: true });
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
    expect(callsOf(checkout)).toHaveLength(2);
    expect(await setUp(checkout)).toEqual(quiet);
  });

  test('what npm itself installed to the end is taken as it is', async () => {
    await setUp(checkout);
    rmSync(join(checkout.root, 'node_modules', '.groundwork-setup'));
    expect(await setUp(checkout)).toEqual(quiet);
    expect(callsOf(checkout)).toHaveLength(1);
  });

  test.each(['', '{', 'null', '{"folders":7}', '[]'])(
    'a stamp that reads %j is not trusted',
    async (text) => {
      await setUp(checkout);
      writeFileSync(join(checkout.root, 'node_modules', '.groundwork-setup'), text);
      writeFileSync(join(checkout.root, 'node_modules', '.package-lock.json'), '{}');
      expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
      expect(callsOf(checkout)).toHaveLength(2);
    },
  );

  test('folders that tools keep beside the packages do not matter', async () => {
    await setUp(checkout);
    writeFileSync(join(checkout.root, 'node_modules', '.cache'), 'of some tool');
    expect(await setUp(checkout)).toEqual(quiet);
  });

  test('when npm fails, its code and the next step are told, and the next run begins afresh', async () => {
    const failed = await setUp(checkout, { story: 'fail' });
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toContain('ended with 7');
    expect(failed.err).toContain('run the same command again');
    expect(await setUp(checkout)).toMatchObject({ code: 0 });
    expect(callsOf(checkout)).toHaveLength(2);
  });

  test('a machine without npm is told so', async () => {
    const empty = { npm_execpath: undefined, PATH: join(checkout.outside, 'nothing here') };
    const run = await setUp(checkout, { env: empty });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('npm was not found');
  });
});

describe('runtime', () => {
  test('a runtime that npm left out is explained, and not taken for done', async () => {
    for (const _ of ['first', 'second']) {
      const run = await setUp(checkout, { story: 'without runtime' });
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err).toContain('npm left out the optional package node-');
    }
    expect(await setUp(checkout)).toMatchObject({ code: 0 });
  });

  test('a runtime that does not start is explained', async () => {
    await setUp(checkout);
    const runtime = join(checkout.root, 'node_modules', '.bin', 'node');
    unlinkSync(runtime);
    symlinkSync(join(checkout.root, 'package.json'), runtime);
    rmSync(join(checkout.root, 'node_modules', '.groundwork-setup'));
    const run = await setUp(checkout);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('is installed but does not run');
  });

  test.each(['18.20.4', '16.3.0', '8.17.0'])('Node %s is told what is needed', async (version) => {
    const older = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
    const run = await setUp(checkout, {
      node: ['--import', `data:text/javascript,${encodeURIComponent(older)}`],
    });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain(`Node 20 or newer is needed; this is ${version}.`);
    expect(callsOf(checkout)).toHaveLength(0);
  });
});

describe('disk', () => {
  test.each([
    ['0.31 GB', 314_000_000, 1],
    ['1.49 GB', 1_499_999_999, 1],
    ['', 1_500_000_000, 0],
  ])('with %s free', async (figure, bytes, code) => {
    const script = `import { setUp } from './setup/run.mjs';
      process.exitCode = await setUp(import.meta.dirname, () => ${bytes});`;
    writeFileSync(join(checkout.root, 'with-disk.mjs'), script);
    const run = await setUp(checkout, { script: 'with-disk.mjs' });
    expect(run).toMatchObject({ code, out: '' });
    expect(run.err.includes('are free on the disk')).toBe(code === 1);
    expect(run.err).toContain(figure);
    expect(callsOf(checkout)).toHaveLength(1 - code);
  });
});

describe('the shell around it', () => {
  test('settings that would leave packages out are outweighed', async () => {
    const env = {
      NODE_ENV: 'production',
      npm_config_omit: 'optional',
      npm_config_os: 'aix',
      DATABASE_URL: 'nonsense',
    };
    expect(await setUp(checkout, { env })).toMatchObject({ code: 0, out: '' });
    const [call] = callsOf(checkout);
    expect(call?.given).toEqual(
      expect.arrayContaining(['ci', '--ignore-scripts', '--include=dev', '--include=optional']),
    );
    expect(call?.env).toMatchObject({ HOME: checkout.outside });
    expect(Object.keys(call?.env ?? {})).not.toEqual(expect.arrayContaining(['NODE_ENV']));
    expect(call?.env['npm_config_omit']).toBeUndefined();
    expect(call?.env['npm_config_os']).toBeUndefined();
  });

  test.each([
    ['no home folder', { HOME: '/dev/null/nobody' }],
    ['a cache that cannot be written', { npm_config_cache: '/dev/null/cache' }],
  ])('with %s, npm gets a cache for once, which is cleared away', async (_, env) => {
    expect(await setUp(checkout, { env })).toMatchObject({ code: 0, out: '' });
    const cache = callsOf(checkout)[0]?.env['npm_config_cache'] ?? '';
    expect(cache.startsWith(join(checkout.root, '.setup'))).toBe(true);
    expect(existsSync(cache)).toBe(false);
  });

  test('the folder it works in hides itself from git', async () => {
    await setUp(checkout);
    expect(readFileSync(join(checkout.root, '.setup', '.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('database client', () => {
  test('is generated once, and again when the schema changes', async () => {
    writeSchema(checkout, 'model Delivery');
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
    expect(await setUp(checkout)).toEqual(quiet);
    expect(generationsOf(checkout)).toBe(1);
    writeSchema(checkout, 'model Delivery and more');
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
    expect(generationsOf(checkout)).toBe(2);
    expect(callsOf(checkout)).toHaveLength(1);
  });

  test('is generated again when it is gone', async () => {
    writeSchema(checkout, 'model Delivery');
    await setUp(checkout);
    rmSync(join(checkout.root, 'src', 'generated', 'prisma', 'client.ts'));
    await setUp(checkout);
    expect(generationsOf(checkout)).toBe(2);
  });

  test('when the schema is wrong, what Prisma said is shown', async () => {
    writeSchema(checkout, 'broken');
    const run = await setUp(checkout);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('line 1 is broken');
    writeSchema(checkout, 'mended');
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
  });
});
