import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { exampleOf, asMerged, signatureOf } from '../intake/webhooks.ts';
import type { Example } from '../intake/webhooks.ts';
import { until } from './patience.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const secret = 'b7e1f09c4d2a86357fe0';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

/** What the app has to be told; with a port of the system's choice. */
export function settingsFor(databaseUrl: string, apiUrl: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    GITHUB_API_URL: apiUrl,
    APP_ID: '12345',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    PORT: '0',
  };
}

/** The app as a process of its own. */
export type AppProcess = {
  readonly pid: number;
  /** All that it wrote so far, on both streams. */
  said(): string;
  /** Waits until it has said so. @throws with its words where it ends before. */
  hasSaid(words: string): Promise<void>;
  /** Where it listens, as soon as it does. */
  url(): Promise<string>;
  /** Sends a signal, or none, and waits for the end: its exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals | null): Promise<number | string | null>;
};

/** `groundwork start …` with these settings and nothing else of this environment. */
export function startApp(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): AppProcess {
  const command = [process.execPath, main, 'start', ...args];
  return launch(command, { cwd: tmpdir(), env: { ...settings } });
}

const started = new Set<ChildProcess>();

export function launch([program = '', ...args]: readonly string[], options: SpawnOptions): AppProcess {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  const said = () => words.join('');
  const ended = once(child, 'close').then(() => started.delete(child));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  async function hasSaid(sentence: string): Promise<void> {
    await until(() => said().includes(sentence) || hasEnded());
    if (!said().includes(sentence)) throw new Error(`It ended without saying "${sentence}":\n${said()}`);
  }

  return {
    pid: child.pid ?? 0,
    said,
    hasSaid,
    async url() {
      await hasSaid('Groundwork listens on ');
      const port = /listens on http:\/\/[^\s:]+:(\d+)/u.exec(said())?.[1];
      return `http://127.0.0.1:${port}`;
    },
    async end(signal) {
      if (signal !== null && !hasEnded()) child.kill(signal);
      await ended;
      return child.signalCode ?? child.exitCode;
    },
  };
}

/** Whatever a failed test left running. */
export async function endAll(): Promise<void> {
  for (const child of started) {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }
}

/** A merged pull request, as GitHub's documentation has it. */
export const merged: Example = asMerged({
  event: 'pull_request',
  payload: exampleOf('pull_request', 'closed'),
});

/** Sends one delivery as GitHub does, and gives the status. */
export function deliver(
  url: string,
  { event, payload }: Example,
  id: string = randomUUID(),
): Promise<number> {
  const body = JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': id,
    'x-hub-signature-256': signatureOf(body, secret),
  };
  return statusOf(`${url}/api/github/webhooks`, { method: 'POST', headers }, body);
}

/** Asks on a connection of its own: one that is kept may be closed by the app just as the next request is sent. */
export async function statusOf(url: string, options: RequestOptions = {}, body = ''): Promise<number> {
  const asked = request(url, { ...options, agent: false });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}
