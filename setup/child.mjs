import { spawn } from 'node:child_process';
import { Stopped } from './trouble.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const BEAT = 10_000;
const GRACE = 2_000;

/**
 * Runs one program to its end and gives its exit code. Both its outputs go to our standard error, or to
 * `hear` when given. `onStart` gets its process id, `onBeat` the seconds so far, every ten seconds.
 * A signal to us is passed on and, once the child has ended, thrown as Stopped.
 */
export async function run(program, given, { cwd, env, hear, onStart, onBeat }) {
  const output = hear ? 'pipe' : process.stderr;
  const child = spawn(program, given, { cwd, env, stdio: ['ignore', output, output], windowsHide: true });
  const signals = passOn(child);
  if (child.pid !== undefined) onStart(child.pid);
  if (hear) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const began = performance.now();
  const beat = setInterval(() => onBeat(Math.round((performance.now() - began) / 1000)), BEAT);
  try {
    const code = await ended(child);
    if (signals.first !== null) throw new Stopped(signals.first);
    return code;
  } finally {
    clearInterval(beat);
    signals.stop();
  }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}

// npm would first finish what it is at, for a minute perhaps. Ending it hard is safe: the next run begins afresh.
function passOn(child) {
  const state = { first: null, stop };
  let last;
  function stop() {
    clearTimeout(last);
    SIGNALS.forEach((signal) => process.off(signal, pass));
  }
  function pass(signal) {
    state.first ??= signal;
    last ??= setTimeout(() => child.kill('SIGKILL'), GRACE);
    child.kill(signal);
  }
  SIGNALS.forEach((signal) => process.on(signal, pass));
  return state;
}
