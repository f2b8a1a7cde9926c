import { describe, expect, test } from '@jest/globals';
import { runProgram } from '../../src/commands/program.ts';
import { startCommand } from '../../src/commands/start.ts';
import type { Roles, RunningApp, StartPorts } from '../../src/commands/start.ts';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { terminalOf } from './terminal.ts';

type Settings = { readonly name: string; readonly store: { readonly databaseUrl: string | null } };

const settings: Settings = { name: 'harbour', store: { databaseUrl: 'postgresql://db/harbour' } };
const withoutDatabase: Settings = { ...settings, store: { databaseUrl: null } };

type Rig = {
  readonly code: Promise<number>;
  /** The app is asked to start. */
  readonly started: Promise<void>;
  readonly said: () => string;
  /** What the process was asked to end with. */
  readonly exits: readonly number[];
  readonly roles: readonly Roles[];
  /** As the system does it. */
  readonly send: () => void;
};

/** Runs `groundwork start …` on an app of the test's. */
function startRig(args: readonly string[], ports: Partial<StartPorts<Settings>> = {}): Rig {
  const { terminal, said } = terminalOf();
  const exits: number[] = [];
  const roles: Roles[] = [];
  const hearers: (() => void)[] = [];
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const app = ports.start ?? (async () => appOf());
  const command = startCommand<Settings>({
    terminal,
    readSettings: () => Promise.resolve(settings),
    onSignal: (hear) => void hearers.push(hear),
    exit: (code) => void exits.push(code),
    ...ports,
    start: (options) => {
      roles.push(options.roles);
      begin();
      return app(options);
    },
  });
  const code = runProgram([command], ['node', 'groundwork', 'start', ...args], terminal);
  return { code, started: begun, said, exits, roles, send: () => hearers.forEach((hear) => hear()) };
}

function appOf(app: Partial<RunningApp> = {}): RunningApp {
  return { url: 'http://127.0.0.1:3000', close: () => Promise.resolve(), ...app };
}

/** An error as the system gives it. */
function systemError(syscall: string, code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, path });
}

describe('what runs', () => {
  test.each<[readonly string[], Roles]>([
    [[], { web: true, workers: true }],
    [['--web'], { web: true, workers: false }],
    [['--workers'], { web: false, workers: true }],
    [['--web', '--workers'], { web: true, workers: true }],
  ])('%j', async (args, roles) => {
    const rig = startRig(args);
    await rig.started;
    rig.send();
    expect(await rig.code).toBe(0);
    expect(rig.roles).toEqual([roles]);
  });

  test('the settings that were read are those it starts with', async () => {
    const seen: Settings[] = [];
    const rig = startRig([], {
      start: async (options) => {
        seen.push(options.settings);
        return appOf();
      },
    });
    await rig.started;
    rig.send();
    await rig.code;
    expect(seen).toEqual([settings]);
  });

  test.each(['--web', '--workers'])('%s alone takes a database that both halves share', async (half) => {
    const rig = startRig([half], { readSettings: () => Promise.resolve(withoutDatabase) });
    expect(await rig.code).toBe(2);
    expect(rig.roles).toEqual([]);
    expect(rig.said()).toContain(
      `${half} takes a Postgres that both halves share, and DATABASE_URL names none`,
    );
  });

  test.each([[[]], [['--web', '--workers']]])('the whole app brings its own: %j', async (args) => {
    const rig = startRig(args, { readSettings: () => Promise.resolve(withoutDatabase) });
    await rig.started;
    rig.send();
    expect(await rig.code).toBe(0);
  });

  test.each<[readonly string[], Partial<RunningApp>, string]>([
    [[], {}, 'Groundwork listens on http://127.0.0.1:3000\n'],
    [['--web'], {}, 'listens on http://127.0.0.1:3000. The work is for a process with --workers\n'],
    [['--workers'], { url: null }, 'is working. It hears nothing itself'],
  ])('%j says when it is ready', async (args, app, words) => {
    const rig = startRig(args, { start: async () => appOf(app) });
    await rig.started;
    rig.send();
    await rig.code;
    expect(rig.said()).toContain(words);
  });
});

describe('ending', () => {
  test('one signal drains it, and it ends well', async () => {
    const closing = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const close = () => {
      begun.resolve();
      return closing.promise;
    };
    const rig = startRig([], { start: async () => appOf({ close }) });
    await rig.started;
    rig.send();
    await begun.promise;
    expect(rig.exits).toEqual([]);
    closing.resolve();
    expect(await rig.code).toBe(0);
    expect(rig.exits).toEqual([0]);
  });

  test('a second signal ends it at once', async () => {
    const begun = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<void>();
    const close = () => {
      begun.resolve();
      return closing.promise;
    };
    const rig = startRig([], { start: async () => appOf({ close }) });
    await rig.started;
    rig.send();
    await begun.promise;
    rig.send();
    expect(rig.exits).toEqual([1]);
    closing.resolve();
    await rig.code;
  });

  test('work that takes too long does not keep it: the next start takes it up', async () => {
    const rig = startRig([], {
      start: async () => appOf({ close: () => new Promise(() => undefined) }),
      patience: 1,
    });
    await rig.started;
    rig.send();
    expect(await rig.code).toBe(0);
    expect(rig.exits).toEqual([0]);
    expect(rig.said()).toContain('The next start takes it up again');
  });

  test('an end that fails is told', async () => {
    const app = appOf({ close: () => Promise.reject(new Error('the database went away')) });
    const rig = startRig([], { start: async () => app });
    await rig.started;
    rig.send();
    expect(await rig.code).toBe(0);
    expect(rig.said()).toContain('the database went away');
  });

  test('one that comes while the settings are read is enough: nothing starts', async () => {
    const reading = Promise.withResolvers<Settings>();
    const rig = startRig([], { readSettings: () => reading.promise });
    rig.send();
    reading.resolve(settings);
    expect(await rig.code).toBe(0);
    expect(rig.roles).toEqual([]);
    expect(rig.exits).toEqual([0]);
  });

  test('a start that still waits for its database can be ended', async () => {
    const rig = startRig([], {
      start: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Stopped.')))),
    });
    await rig.started;
    rig.send();
    expect(await rig.code).toBe(0);
    expect(rig.exits).toEqual([0]);
    expect(rig.said()).not.toContain('listens');
  });
});

describe('what cannot be started', () => {
  test('settings that need a change are told at once, all of them, and nothing starts', async () => {
    const problems = 'The settings need a change:\n- APP_ID is missing.\n- WEBHOOK_SECRET is missing.';
    const rig = startRig([], {
      readSettings: () => Promise.reject(new GiveUp(problems)),
    });
    expect(await rig.code).toBe(2);
    expect(rig.said()).toBe(`${problems}\n`);
    expect(rig.roles).toEqual([]);
  });

  test.each<[string, Error, string]>([
    ['a database that refuses', new GiveUp('There is no such database.'), 'There is no such database.'],
    ['a limit', new RetryLater(new Date(0), 'GitHub asks us to wait.'), 'GitHub asks us to wait.'],
    ['a port that is taken', systemError('listen', 'EADDRINUSE'), 'Another program listens on that port'],
    ['a port that is not allowed', systemError('listen', 'EACCES'), 'Set PORT to one above 1023'],
    ['a host of another machine', systemError('listen', 'EADDRNOTAVAIL'), 'HOST names no network interface'],
    ['a host that nobody knows', systemError('getaddrinfo', 'ENOTFOUND'), 'HOST names no network interface'],
    [
      'a folder of somebody else',
      systemError('mkdir', 'EACCES', '/app/data'),
      'may not write to /app/data. Set DATABASE_URL',
    ],
  ])('%s is one sentence, and exit code 1', async (_, error, sentence) => {
    const rig = startRig([], { start: () => Promise.reject(error) });
    await rig.code;
    expect(rig.exits).toEqual([1]);
    expect(rig.said()).toContain(sentence);
    expect(rig.said().trimEnd()).not.toContain('\n');
  });

  test('a mistake of ours is seen whole', async () => {
    const mistake = new TypeError('x is not a function');
    const rig = startRig([], { start: () => Promise.reject(mistake) });
    await expect(rig.code).rejects.toBe(mistake);
  });
});
