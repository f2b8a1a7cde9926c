import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { createClients } from '../github/client.ts';
import type { Clients } from '../github/client.ts';
import { readFrameworkFile } from '../github/framework-file.ts';
import { readHookAddress } from '../github/hook.ts';
import { openReading } from '../github/open.ts';
import type { ReadFrameworkFile } from '../commands/framework-of.ts';
import type { GitHub } from '../ports/github.ts';
import { readSettings } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { previewPath } from '../web/pages.ts';
import { webhookPath } from '../web/server.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function settingsFrom(environment: Environment): Settings {
  return readSettings(environment, (path) => readFileSync(path, 'utf8'));
}

/** GitHub as the settings name it, for commands that only read. */
export function readingGitHub(settings: Settings): Pick<GitHub, 'app' | 'reading'> {
  return openReading(clientsOf(settings));
}

/** Where GitHub sends the app's deliveries. */
export function hookAddress(settings: Settings): Promise<string | null> {
  return readHookAddress(clientsOf(settings));
}

/** Where an organisation's own framework is read. */
export function frameworkFileOf(settings: Settings): ReadFrameworkFile {
  return readFrameworkFile.bind(null, clientsOf(settings));
}

function clientsOf({ app, github, controlKey }: Settings): Clients {
  const { id: appId, privateKey } = app;
  return createClients({ apiUrl: github.apiUrl, appId, privateKey, throttle: controlKey === null });
}

/** What the settings say, without a secret. */
export function settingsInWords(settings: Settings): {
  readonly lines: readonly string[];
  readonly previewLink: string | null;
  readonly webhookUrl: string | null;
} {
  const { github, store, queue, model, web, app } = settings;
  const lines = [
    `GitHub: ${github.apiUrl}, app ${app.id}`,
    `Database: ${store.databaseUrl === null ? `embedded, in ${store.dataFolder}` : 'the server of DATABASE_URL'}`,
    `Queue: ${queue.redisUrl === null ? 'in the database' : 'the Redis of REDIS_URL'}`,
    `Model: ${model === null ? 'none, signals decide' : model.name}`,
    `Address: ${web.publicUrl ?? `${web.host}:${web.port}, no PUBLIC_URL`}`,
  ];
  const previewLink = web.publicUrl === null ? null : `${web.publicUrl}${previewPath(app.webhookSecret)}`;
  const webhookUrl = web.publicUrl === null ? null : `${web.publicUrl}${webhookPath}`;
  return { lines, previewLink, webhookUrl };
}

/** What time it is for GitHub: every answer of it says so. */
export async function timeAt(apiUrl: string): Promise<string> {
  const { headers } = await fetch(`${apiUrl}/meta`, { signal: AbortSignal.timeout(10_000) });
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) throw new Error('GitHub did not say what time it is.');
  return new Date(date).toISOString();
}

/** Asks whoever sits at the terminal; what is typed for a secret is not shown. */
export async function ask(question: string, secret: boolean): Promise<string> {
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const lines = createInterface({
    input: process.stdin,
    output: secret ? muted : process.stderr,
    terminal: secret,
  });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    if (secret) process.stderr.write('\n');
  }
}
