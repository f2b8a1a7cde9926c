import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { pathsOf, whatIsMissing } from './state.mjs';

/**
 * Makes the checkout at `root` ready: packages, runtime, database client. Says nothing when there is nothing
 * to do. `freeBytes` gives the free space of a path's disk. Gives the exit code.
 */
export async function setUp(root, freeBytes = freeBytesOf) {
  const paths = pathsOf(root);
  if (isReady(whatIsMissing(paths))) return 0;
  // Loaded only now: nearly every call ends above, and each file costs it time.
  const { prepare } = await import('./prepare.mjs');
  const { Stopped, Trouble } = await import('./trouble.mjs');
  try {
    await prepare(paths, { freeBytes, say });
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return stopped(error.signal);
    if (!(error instanceof Trouble)) throw error;
    say(error.message);
    return 1;
  }
}

function isReady({ packages, client }) {
  return packages === null && !client;
}

function stopped(signal) {
  say('Stopped. Run the same command again whenever you like; it starts afresh.');
  return 128 + constants.signals[signal];
}

function freeBytesOf(path) {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

// Never to standard output: that belongs to the command which set-up precedes.
function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
