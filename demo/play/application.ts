import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as waited } from 'node:timers/promises';
import { GiveUp } from '../../src/errors.ts';

/** How the application is started as people start it. */
export type ApplicationPlan = {
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** What its environment begins with: where programs are, not what the application is set to. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What it is set to: `APP_ID` and so on. */
  readonly settings: Readonly<Record<string, string>>;
  /** Its folder of work. */
  readonly folder: string;
  /** Where everything that it says is kept. */
  readonly logFile: string;
  /** How long it may take, in milliseconds. */
  readonly patience?: Patience;
};

type Patience = { readonly start: number; readonly stop: number };

export type Application = {
  /** Where it listens, without a slash at its end. */
  readonly url: string;
  /**
   * Ends it: politely, then hard after 15 seconds. May be called twice. `killed` where it did not end well, by whomever:
   * then its database may run on.
   */
  stop(): Promise<'ended' | 'killed'>;
  /** Its last words, if it has ended by itself or does so within a moment. */
  ended(): Promise<string | null>;
};

const usualPatience: Patience = { start: 90_000, stop: 15_000 };

const listening = /^Groundwork listens on (http:\/\/\S+?)\/?$/;

/** All settings of the application: none of this machine's may reach it. */
const ownSettings =
  /^(?:APP_ID|PRIVATE_KEY|PRIVATE_KEY_PATH|WEBHOOK_SECRET|GITHUB_API_URL|DATABASE_URL|DATA_FOLDER|REDIS_URL|OPENAI_\w+|HOST|PORT|PUBLIC_URL|GROUNDWORK_\w+)$/i;

/**
 * Starts the application in a process of its own, and waits until it says where it listens.
 *
 * @throws GiveUp with its last words where it ends before, or says nothing for too long.
 */
export async function startApplication(plan: ApplicationPlan, signal: AbortSignal): Promise<Application> {
  const patience = plan.patience ?? usualPatience;
  const child = spawnApplication(plan);
  const ending = endOf(child);
  const words = listen(child, plan.logFile);
  const stop = stopping(child, ending, words.kept, patience.stop);
  // Also where this process ends in a way that leaves no time for more.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  void ending.then(() => process.off('exit', kill));
  try {
    const tooLate = AbortSignal.any([signal, AbortSignal.timeout(patience.start)]);
    const url = await firstOf(words.address, ending, tooLate);
    signal.throwIfAborted();
    if (url === null) throw new GiveUp(`The application did not start. ${lastWords(words)}`);
    return { url, stop, ended: () => endedSoon(child, ending, words) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnApplication({ command, environment, settings, folder }: ApplicationPlan): ChildProcess {
  const [program = '', ...rest] = command;
  const inherited = Object.entries(environment).filter(([name]) => !ownSettings.test(name));
  return spawn(program, rest, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a process group of its own, so that Ctrl-C reaches us first, and we end it after our own work.
    detached: true,
  });
}

type Words = {
  readonly address: Promise<string>;
  /** The last lines. */
  readonly lines: readonly string[];
  /** When all of them stand in the log. */
  readonly kept: Promise<void>;
};

function listen(child: ChildProcess, logFile: string): Words {
  const lines: string[] = [];
  const log = createWriteStream(logFile, { flags: 'a' });
  // Its folder may be gone already when the last words come.
  const { promise: kept, resolve: keep } = Promise.withResolvers<void>();
  log.once('close', keep);
  log.on('error', () => keep());
  const { promise: address, resolve } = Promise.withResolvers<string>();
  if (child.stderr === null) return { address, lines, kept: Promise.resolve() };
  const reader = createInterface({ input: child.stderr });
  reader.on('line', (line) => {
    log.write(`${line}\n`);
    lines.push(line);
    if (lines.length > 20) lines.shift();
    const [, url] = listening.exec(line) ?? [];
    if (url !== undefined) resolve(url);
  });
  reader.once('close', () => log.end());
  return { address, lines, kept };
}

/** Null where it ended, or time was up, before it had said where it listens. */
async function firstOf(
  address: Promise<string>,
  ending: Promise<void>,
  tooLate: AbortSignal,
): Promise<string | null> {
  const { promise: stopped, resolve } = Promise.withResolvers<null>();
  const stop = () => resolve(null);
  tooLate.addEventListener('abort', stop);
  const url = await Promise.race([address, ending.then(() => null), stopped]);
  tooLate.removeEventListener('abort', stop);
  return url;
}

function lastWords({ lines }: Words): string {
  return lines.length === 0 ? 'It said nothing.' : `Its last words:\n${lines.join('\n')}`;
}

/** A connection breaks a little before the end of the process is known. */
async function endedSoon(child: ChildProcess, ending: Promise<void>, words: Words): Promise<string | null> {
  const { promise: moment, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, 500);
  await Promise.race([ending, moment]);
  clearTimeout(timer);
  return hasEnded(child) ? lastWords(words) : null;
}

/** Somebody that it started may hold its words open; nobody waits for that longer than this, in milliseconds. */
const patienceForWords = 2000;

function stopping(
  child: ChildProcess,
  ending: Promise<void>,
  kept: Promise<void>,
  patience: number,
): Application['stop'] {
  return async () => {
    if (!hasEnded(child)) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await ending;
    clearTimeout(timer);
    await Promise.race([kept, waited(patienceForWords, undefined, { ref: false })]);
    return child.exitCode === 0 ? 'ended' : 'killed';
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // A program that cannot be started never exits.
    child.once('error', () => resolve());
  });
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}
