import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../problem.ts';
import { inspectProcess } from './processes.ts';

const patienceMilliseconds = 20_000;

/** Ends a server cleanly; one that will not end within 20 s is stopped hard, which loses no committed row. */
export async function stopServer(pid: number): Promise<void> {
  const born = (await inspectProcess(pid))?.born;
  if (born === undefined) return;
  const lives = async () => (await inspectProcess(pid))?.born === born;
  // Postgres reads SIGINT as "end now, roll back what is open" and SIGQUIT as "end without tidying up".
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(pid, signal);
    if (await endsWithin(patienceMilliseconds, lives)) return;
  }
}

async function endsWithin(milliseconds: number, lives: () => Promise<boolean>): Promise<boolean> {
  const rounds = milliseconds / 10;
  for (let round = 0; round < rounds; round += 1) {
    if (!(await lives())) return true;
    await sleep(10);
  }
  return false;
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/**
 * The server ends with our process: at a normal end, an uncaught error or process.exit, and at SIGINT, SIGTERM and
 * SIGHUP where nobody else listens. Whoever listens drains first and then stops the server.
 * Returns how to let go.
 */
export function stopWithProcess(pid: number): () => void {
  const atExit = () => sendSignal(pid, 'SIGINT');
  const atSignal = (signal: NodeJS.Signals) => {
    if (process.listeners(signal).some(({ name }) => name !== atSignal.name)) return;
    letGo();
    void stopServer(pid).finally(() => process.kill(process.pid, signal));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  function letGo(): void {
    process.off('exit', atExit);
    for (const signal of signals) process.off(signal, atSignal);
  }
  process.on('exit', atExit);
  for (const signal of signals) process.on(signal, atSignal);
  return letGo;
}
