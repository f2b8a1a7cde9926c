import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

export type Call = {
  readonly pid: number;
  readonly given: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Checkout = { readonly root: string; readonly outside: string };

export type Run = {
  readonly pid: number;
  /** All that was heard so far. */
  readonly heard: { out: string; err: string };
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  readonly signal: (name: NodeJS.Signals) => void;
};

/** A small checkout with the real set-up in it, in a path with a space. */
export function makeCheckout(): Checkout {
  const outside = mkdtempSync(join(tmpdir(), 'groundwork setup '));
  const root = join(outside, 'the checkout');
  mkdirSync(root);
  for (const name of ['setup', 'setup.mjs'])
    cpSync(join(repository, name), join(root, name), { recursive: true });
  cpSync(join(repository, 'test', 'setup', 'fake-npm.cjs'), join(outside, 'npm-cli.js'));
  const runtime = { [`node-${platform}`]: process.versions.node };
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ type: 'module', optionalDependencies: runtime }),
  );
  writeLock({ root, outside }, '1.0.0');
  return { root, outside };
}

/** Writes a package-lock.json that asks for one package, `paper`, in this version. */
export function writeLock({ root }: Checkout, version: string): void {
  const packages = {
    '': { name: 'fixture' },
    'node_modules/paper': { version, integrity: `sha512-paper-${version}` },
    [`node_modules/node-${platform}`]: { version: process.versions.node, optional: true },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
}

export function writeSchema({ root }: Checkout, text: string): void {
  mkdirSync(join(root, 'prisma'), { recursive: true });
  writeFileSync(join(root, 'prisma', 'schema.prisma'), text);
}

export type Settings = {
  readonly story?: 'install' | 'wait' | 'deaf' | 'fail' | 'without runtime';
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly node?: readonly string[];
  readonly script?: string;
};

/** Starts set-up as `npm run` does, with our npm in place of the real one. */
export function start({ root, outside }: Checkout, settings: Settings = {}): Run {
  const env = {
    PATH: process.env['PATH'],
    HOME: outside,
    npm_execpath: join(outside, 'npm-cli.js'),
    npm_node_execpath: process.execPath,
    STORY: settings.story ?? 'install',
    CALLS: join(outside, 'calls'),
    GATE: join(outside, 'gate'),
    ...settings.env,
  };
  const given = [...(settings.node ?? []), join(root, settings.script ?? 'setup.mjs')];
  const child = spawn(process.execPath, given, { cwd: outside, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.err += text));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('exit', (code) => setImmediate(() => resolve({ code, ...heard })));
  });
  return { pid: child.pid ?? 0, heard, ended, signal: (name) => void child.kill(name) };
}

export function setUp(checkout: Checkout, settings: Settings = {}): Run['ended'] {
  return start(checkout, settings).ended;
}

/** The calls that our npm got, in order. */
export function callsOf({ outside }: Checkout): readonly Call[] {
  return linesOf(join(outside, 'calls')).map((line) => JSON.parse(line) as Call);
}

export function generationsOf({ outside }: Checkout): number {
  return linesOf(join(outside, 'calls.prisma')).length;
}

/** Lets an npm that waits half-way go on. */
export function openGate({ outside }: Checkout): void {
  writeFileSync(join(outside, 'gate'), '');
}

/** Waits for something to become true; gives up a little before the test's own time limit would. */
export async function until(condition: () => boolean): Promise<void> {
  const last = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > last) throw new Error(`waited in vain for ${condition.toString()}`);
    await pause(20);
  }
}

/** Clears the checkout away; whatever a test left running in it ends by itself then. */
export function remove({ outside }: Checkout): void {
  rmSync(outside, { recursive: true, force: true });
}

function linesOf(path: string): readonly string[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
