import { Command } from 'commander';
import { GiveUp, RetryLater } from '../errors.ts';
import { BadInput } from './arguments.ts';
import { exitCodes } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Which halves of the app run in this process. */
export type Roles = { readonly web: boolean; readonly workers: boolean };

export type RunningApp = {
  /** Where it listens; null without the web part. */
  readonly url: string | null;
  close(): Promise<void>;
};

/** What of the settings decides how the app may be started. */
type Known = {
  /** Null: the app brings its own, which ends with the process that started it. */
  readonly store: { readonly databaseUrl: string | null };
};

export type StartPorts<Settings extends Known> = {
  readonly terminal: Pick<Terminal, 'say'>;
  /** @throws GiveUp with every problem of the settings at once. */
  readonly readSettings: () => Promise<Settings>;
  readonly start: (options: {
    readonly settings: Settings;
    readonly roles: Roles;
    readonly say: (line: string) => void;
    /** Stops a start that still waits for a database. */
    readonly signal: AbortSignal;
  }) => Promise<RunningApp>;
  /** Calls `hear` each time the process is asked to end, by SIGTERM or SIGINT. */
  readonly onSignal: (hear: () => void) => void;
  /** Ends the process at once, whatever still runs in it. */
  readonly exit: (code: number) => void;
  /** How long what runs may take once the app is asked to end, in milliseconds; 30,000 unless told otherwise. */
  readonly patience?: number;
};

export function startCommand<Settings extends Known>(ports: StartPorts<Settings>): Command {
  return new Command('start')
    .description('Starts the app: hears GitHub, and does the work that follows. Ends on SIGTERM or Ctrl-C.')
    .option('--web', 'only hears GitHub and shows pages; another process does the work')
    .option('--workers', 'only does the work; another process hears GitHub')
    .action(async ({ web = false, workers = false }: Partial<Roles>) => {
      await run(web || workers ? { web, workers } : { web: true, workers: true }, ports);
    });
}

async function run<Settings extends Known>(roles: Roles, ports: StartPorts<Settings>): Promise<void> {
  const stop = listenForStop(ports);
  const settings = await settingsOf(ports);
  refuseHalf(roles, settings);
  const say = (line: string) => ports.terminal.say(`${line}\n`);
  const app = await started(stop, () => ports.start({ settings, roles, say, signal: stop }), say);
  if (app === 'failed') return ports.exit(exitCodes.failed);
  if (app !== 'stopped') {
    say(readiness(app, roles));
    await untilAborted(stop);
    await drain(app, ports.patience ?? 30_000, say);
  }
  say('Groundwork has ended.');
  // A connection that lingers must not keep the process.
  ports.exit(exitCodes.done);
}

/** Wrong settings are the caller's to mend, as a wrong option is. */
async function settingsOf<Settings extends Known>({ readSettings }: StartPorts<Settings>): Promise<Settings> {
  try {
    return await readSettings();
  } catch (error) {
    throw error instanceof GiveUp ? new BadInput(error.reason) : error;
  }
}

function refuseHalf({ web, workers }: Roles, { store }: Known): void {
  if (web && workers) return;
  if (store.databaseUrl === null)
    throw new BadInput(
      `${web ? '--web' : '--workers'} takes a Postgres that both halves share, and DATABASE_URL names none: the app’s own database ends with the process that started it. Set DATABASE_URL, or start the app whole.`,
    );
}

/** Aborted by the first signal; the second one ends the process. */
function listenForStop<Settings extends Known>({
  onSignal,
  exit,
  terminal,
}: StartPorts<Settings>): AbortSignal {
  const stop = new AbortController();
  onSignal(() => {
    if (stop.signal.aborted) return exit(exitCodes.failed);
    terminal.say('Groundwork is ending: what runs is finished first. A second signal ends it at once.\n');
    stop.abort();
  });
  return stop.signal;
}

/** The app; or that it was stopped before it had started; or that it could not, which was said. */
async function started(
  stop: AbortSignal,
  start: () => Promise<RunningApp>,
  say: (line: string) => void,
): Promise<RunningApp | 'stopped' | 'failed'> {
  if (stop.aborted) return 'stopped';
  try {
    return await start();
  } catch (error) {
    if (stop.aborted) return 'stopped';
    const reason = reasonOf(error);
    if (reason === null) throw error;
    say(reason);
    return 'failed';
  }
}

/** A sentence to act on; null for a mistake of ours, which is to be seen whole. */
function reasonOf(error: unknown): string | null {
  if (error instanceof GiveUp || error instanceof RetryLater) return error.message;
  const system: NodeJS.ErrnoException | null = error instanceof Error ? error : null;
  const { code = '', syscall = '', path = '' } = system ?? {};
  if (syscall === 'listen' || syscall === 'getaddrinfo') return notListening[code] ?? null;
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return null;
  return `This user may not write to ${path}. Set DATABASE_URL to a Postgres server, or DATA_FOLDER to a folder of this user.`;
}

const noInterface =
  'HOST names no network interface of this machine. Leave it out, or set it to 127.0.0.1 or 0.0.0.0.';

const notListening: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens on that port already. End it, or set PORT to another one.',
  EACCES: 'This user may not listen on that port. Set PORT to one above 1023.',
  EADDRNOTAVAIL: noInterface,
  ENOTFOUND: noInterface,
};

function readiness({ url }: RunningApp, { workers }: Roles): string {
  if (url === null)
    return 'Groundwork is working. It hears nothing itself: that is for a process with --web.';
  return `Groundwork listens on ${url}${workers ? '' : '. The work is for a process with --workers'}`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Nothing is lost by not waiting longer: the tables know what is to be done, and the next start does it. */
async function drain(app: RunningApp, patience: number, say: (line: string) => void): Promise<void> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(
    late.resolve,
    patience,
    'Some work was not finished in time. The next start takes it up again.',
  );
  const closed = app.close().then(
    () => null,
    (error: unknown) => `Not everything could be ended well: ${error instanceof Error ? error.message : ''}`,
  );
  const trouble = await Promise.race([closed, late.promise]);
  clearTimeout(timer);
  if (trouble !== null) say(trouble);
}
