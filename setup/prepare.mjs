import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from './client.mjs';
import { diskProblem, installPackages } from './install.mjs';
import { alone, noteChild, touch } from './lock.mjs';
import { checkRuntime } from './runtime.mjs';
import { stampPackages, whatIsMissing } from './state.mjs';
import { Trouble } from './trouble.mjs';
import { isWhole } from './whole.mjs';

/** Does what is missing, one set-up at a time; what another one did meanwhile is not done again. */
export async function prepare(paths, { freeBytes, say }) {
  const locks = makeWorkFolder(paths);
  await alone(locks, say, async (lock) => {
    const watch = watcher(lock);
    const { packages } = whatIsMissing(paths);
    if (packages !== null) await makePackages(paths, packages, { freeBytes, say, watch });
    if (!whatIsMissing(paths).client) return;
    say('Generating the database client.');
    await generateClient(paths, { say, watch });
  });
}

async function makePackages(paths, reason, { freeBytes, say, watch }) {
  if (!isWhole(paths)) {
    const problem = diskProblem(freeBytes(paths.root), paths.root);
    if (problem !== null) throw new Trouble(problem);
    say(`${reason}. Running npm ci; it takes about a minute.`);
    await installPackages(paths, { say, watch });
  }
  stampPackages(paths, checkRuntime(paths));
}

/** How a running child is watched: noted in the lock, and heard of every ten seconds where npm draws nothing. */
function watcher(lock) {
  return (say) => ({
    onStart: (pid) => noteChild(lock, pid),
    onBeat: (seconds) => {
      touch(lock);
      if (!process.stderr.isTTY) say(`still at work (${seconds} s)`);
    },
  });
}

/** A folder for the lock and what is needed for a moment only. It hides itself from git. */
function makeWorkFolder(paths) {
  try {
    for (const place of [paths.root, paths.modules, paths.client]) mayWrite(place);
    mkdirSync(paths.work, { recursive: true });
    writeFileSync(join(paths.work, '.gitignore'), '*\n');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new Trouble(notOurs(error.path ?? paths.root, error.code));
  }
  return join(paths.work, 'lock');
}

function mayWrite(place) {
  if (existsSync(place)) accessSync(place, constants.W_OK);
}

function notOurs(place, code) {
  if (code === 'EROFS')
    return `${place} is on a read-only disk, and set-up has to write there. Clone to a folder you can write to.`;
  const owner = statSync(place, { throwIfNoEntry: false })?.uid ?? 'someone else';
  const us = process.getuid?.() ?? 'another user';
  if (owner === us) return `${place} is write-protected, and set-up has to write there: chmod u+w "${place}"`;
  return `${place} belongs to user ${owner} and cannot be written by user ${us}, who runs this command. Run it as its owner, or clone to a folder of your own.`;
}
