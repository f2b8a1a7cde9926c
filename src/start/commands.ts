import type { Command } from 'commander';
import { doctorChecks } from '../commands/doctor/checks.ts';
import { doctorCommand } from '../commands/doctor.ts';
import { previewCommand } from '../commands/preview.ts';
import { reportsRepositoriesCommand } from '../commands/reports-repositories.ts';
import { startCommand } from '../commands/start.ts';
import type { Terminal } from '../commands/terminal.ts';
import type { Frameworks } from '../framework/frameworks.ts';

export type Joined = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly frameworks: Frameworks;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  readonly now: () => string;
};

/** The commands that need settings. What they stand on is loaded when they run, so that the others start at once. */
export function appCommands(joined: Joined): readonly Command[] {
  return [start(joined), doctor(joined), preview(joined), reportsRepositories(joined)];
}

const parts = () => import('./parts.ts');

function start({ environment, frameworks, terminal }: Joined): Command {
  return startCommand({
    terminal,
    readSettings: async () => (await parts()).settingsFrom(environment),
    start: async (options) => (await import('../start.ts')).start({ ...options, frameworks }),
    onSignal: (hear) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, hear);
    },
    exit: (code) => process.exit(code),
  });
}

function doctor({ environment, frameworks, terminal, now }: Joined): Command {
  const settings = async () => (await parts()).settingsFrom(environment);
  return doctorCommand({
    terminal,
    open: () =>
      doctorChecks({
        settings: async () => (await parts()).settingsInWords(await settings()),
        store: async () => (await import('../store/open.ts')).openStore((await settings()).store),
        pingQueue: async () => (await import('./ping-queue.ts')).pingQueue(await settings()),
        github: async () => (await parts()).readingGitHub(await settings()),
        githubTime: async () => (await parts()).timeAt((await settings()).github.apiUrl),
        hookAddress: async () => (await parts()).hookAddress(await settings()),
        reader: async () => (await import('../model/open.ts')).openReader((await settings()).model),
        frameworks,
        frameworkFile: async (installation, login, name) =>
          (await parts()).frameworkFileOf(await settings())(installation, login, name),
        now,
      }),
  });
}

function preview({ environment, frameworks, terminal, resolvePath, now }: Joined): Command {
  return previewCommand({
    terminal,
    resolvePath,
    now,
    async open() {
      const { settingsFrom, readingGitHub, frameworkFileOf } = await parts();
      const settings = settingsFrom(environment);
      const { openReader } = await import('../model/open.ts');
      const reader = openReader(settings.model);
      const { readByModel } = await import('../../workers/model-reading.ts');
      return {
        github: readingGitHub(settings),
        frameworks,
        frameworkFile: frameworkFileOf(settings),
        model: reader.name,
        readByModel: (facts, framework) => readByModel(facts, { reader, framework }),
        wait: (until) => new Promise((resolve) => setTimeout(resolve, until.getTime() - Date.now())),
      };
    },
  });
}

function reportsRepositories({ environment, terminal, now }: Joined): Command {
  return reportsRepositoriesCommand({
    terminal,
    now,
    open: async () => {
      const { settingsFrom, readingGitHub } = await parts();
      return readingGitHub(settingsFrom(environment));
    },
    openAdmin: async (token) => {
      const { settingsFrom } = await parts();
      const { openAdmin } = await import('../github/admin.ts');
      return openAdmin(settingsFrom(environment).github.apiUrl, token);
    },
    token: environment['GROUNDWORK_ADMIN_TOKEN'] ?? null,
    ask: process.stdin.isTTY ? async (question, secret) => (await parts()).ask(question, secret) : null,
  });
}
