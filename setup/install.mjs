import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './child.mjs';
import { Trouble } from './trouble.mjs';

const NEEDED_BYTES = 1.5e9;

// Said on the command line, because there it outweighs every setting in the shell and in the person's .npmrc.
const FLAGS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--include=peer',
  '--package-lock',
  '--bin-links',
  '--install-strategy=hoisted',
  '--location=project',
  '--loglevel=error',
  ...['global', 'dry-run', 'package-lock-only', 'legacy-peer-deps', 'strict-peer-deps', 'engine-strict'].map(
    off,
  ),
  ...['audit', 'fund', 'update-notifier'].map(off),
];

// Settings that choose other packages than the lock's, and that no flag above outweighs.
const MISLEADING =
  /^(npm_config_(os|cpu|libc|only|omit|also|production|optional|global|workspaces?|before)|NODE_ENV)$/i;

/** Installs exactly what package-lock.json says, without running any package's own script. */
export async function installPackages(paths, { say, watch }) {
  // Gone first: whoever finds node_modules later must not take a half-made one for a whole one.
  for (const mark of [paths.modulesStamp, paths.installed]) rmSync(mark, { force: true });
  const npm = npmCommand(process.env);
  const env = { ...withoutMisleading(process.env), npm_config_cache: cacheFolder(paths) };
  const home = join(paths.work, 'home');
  if (!hasHome()) env.HOME = made(home);
  try {
    const code = await run(npm.program, [...npm.given, ...FLAGS], { cwd: paths.root, env, ...watch(say) });
    if (code !== 0) throw new Trouble(npmFailed(code));
  } catch (error) {
    throw error.code === 'ENOENT' ? new Trouble(NO_NPM) : error;
  } finally {
    for (const folder of [home, join(paths.work, 'cache')]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The problem in words when `free` bytes are too few for an install; null when they do. */
export function diskProblem(free, root) {
  if (free >= NEEDED_BYTES) return null;
  const figure = (Math.floor(free / 1e7) / 100).toFixed(2);
  return `Only ${figure} GB are free on the disk of ${root}; set-up needs 1.5 GB. Free some space ("npm cache clean --force" often helps), or clone to a larger disk, and run the same command again.`;
}

/** The same npm that called us, or the one on the path. */
export function npmCommand(env) {
  const cli = env.npm_execpath ?? '';
  if (basename(cli) !== 'npm-cli.js' || !existsSync(cli)) return npmOnPath();
  const node = env.npm_node_execpath ?? '';
  return { program: existsSync(node) ? node : process.execPath, given: [cli] };
}

function npmOnPath() {
  if (process.platform !== 'win32') return { program: 'npm', given: [] };
  return { program: 'cmd.exe', given: ['/d', '/s', '/c', 'npm.cmd'] };
}

function withoutMisleading(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.test(name)));
}

// npm keeps its downloads under the home folder. Where that cannot be written, a folder of ours does for once.
function cacheFolder(paths) {
  const usual = process.env.npm_config_cache || (hasHome() ? join(homedir(), '.npm') : null);
  return usual !== null && canMake(usual) ? usual : made(join(paths.work, 'cache'));
}

function hasHome() {
  try {
    return existsSync(homedir());
  } catch {
    return false;
  }
}

function canMake(folder) {
  try {
    accessSync(made(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function made(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function off(name) {
  return `--no-${name}`;
}

const NO_NPM =
  'npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and run the same command again.';

function npmFailed(code) {
  return `npm could not install the packages (it ended with ${code}; what it said is above). Most often the network or a proxy is in the way: see "npm config get registry" and "npm ping". Then run the same command again; it starts afresh.`;
}
