import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Sees that the pinned Node runs. Gives `pinned`, or `own` when there is none for this platform but the
 * machine's own Node is at least as new.
 */
export function checkRuntime(paths) {
  const pinned = pinnedRuntime(JSON.parse(readFileSync(join(paths.root, 'package.json'), 'utf8')));
  const found = existsSync(paths.runtime) ? ask(paths.runtime) : { version: null, reason: null };
  const verdict = judgeRuntime({ ...pinned, ...found, own: process.versions.node, platform: platformName() });
  if (verdict.problem !== undefined) throw new Trouble(verdict.problem);
  return verdict.use;
}

/** The package that holds Node for this platform (null when there is none) and the pinned version. */
export function pinnedRuntime(packageJson, platform = platformName()) {
  const all = Object.entries(packageJson.optionalDependencies ?? {}).filter(([name]) =>
    name.startsWith('node-'),
  );
  const mine = all.find(([name]) => name.endsWith(`-${platform}`));
  return { package: mine?.[0] ?? null, pinned: (mine ?? all[0])?.[1] ?? null };
}

/** What to use, or the problem in words. `version` is what the pinned Node answered, null when it did not. */
export function judgeRuntime({ package: name, pinned, version, reason, own, platform }) {
  if (pinned === null || version === pinned) return { use: 'pinned' };
  if (name === null && major(own) >= major(pinned)) return { use: 'own' };
  if (name === null) return { problem: noSuchPlatform(platform, pinned, own) };
  if (reason !== null) return { problem: doesNotRun(name, pinned, reason) };
  if (version === null) return { problem: leftOut(name, pinned) };
  return { problem: `node_modules/.bin/node is version ${version}, but ${pinned} is pinned. ${AGAIN}` };
}

const AGAIN = 'Delete node_modules and run the same command again.';

function noSuchPlatform(platform, pinned, own) {
  return `There is no pinned Node ${pinned} for ${platform}. Install Node ${major(pinned)} or newer on this machine (it has ${own}) and run the same command again.`;
}

function doesNotRun(name, pinned, reason) {
  return `The pinned Node ${pinned} (package ${name}) is installed but does not run: ${reason}. It needs a system with glibc, such as Debian, Ubuntu or Fedora (not Alpine), and a folder from which programs may run (not mounted noexec).`;
}

function leftOut(name, pinned) {
  return `npm left out the optional package ${name}, which holds the pinned Node ${pinned}. Most often a proxy or a mirror does not carry it, or its download broke off. See what "npm view ${name}@${pinned} version" answers and which registry "npm config get registry" names; then run the same command again.`;
}

function major(version) {
  return Number.parseInt(version, 10);
}

function platformName() {
  return `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

// Without NODE_OPTIONS: an option that only another version knows must not look like a broken runtime.
function ask(program) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const shell = process.platform === 'win32';
  const answer = spawnSync(shell ? `"${program}"` : program, ['-v'], { encoding: 'utf8', env, shell });
  if (answer.error) return { version: null, reason: answer.error.message };
  if (answer.status !== 0)
    return { version: null, reason: answer.stderr.trim().split('\n')[0] || 'it ended at once' };
  return { version: answer.stdout.trim().replace(/^v/, ''), reason: null };
}
