import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { createWebhooks } from '../../src/app.ts';
import type { WebhookOptions } from '../../src/app.ts';
import { createIntake } from '../../src/intake/record.ts';
import type { Intake } from '../../src/intake/record.ts';
import type { Delivery, DeliveryTable, Store } from '../../src/ports/store.ts';
import { startServer, webhookPath } from '../../src/web/server.ts';
import type { WebServer, WebServerOptions } from '../../src/web/server.ts';
import { memoryStore } from '../fakes/store.ts';
import { signatureOf } from '../intake/webhooks.ts';

export const secret = 'b7e1f09c4d2a86357fe0';

/** The app as GitHub meets it: the real server, Probot and intake, on a store in memory. */
export type Rig = {
  readonly server: WebServer;
  readonly store: Store;
  readonly intake: Intake;
  /** What the store was asked to keep and was new. */
  readonly kept: readonly Delivery[];
  /** Ids of the jobs that were added. */
  readonly jobs: readonly string[];
  readonly lines: readonly string[];
  /** Sends a body as GitHub would; the headers given replace or (null) remove its own. */
  readonly send: (
    event: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string | null>>,
  ) => Promise<Response>;
};

export type RigOptions = Partial<Pick<WebServerOptions, 'port' | 'limits' | 'ready' | 'pages' | 'control'>> &
  Partial<Pick<WebhookOptions, 'hear' | 'answerWithin'>> & {
    readonly record?: DeliveryTable['record'];
  };

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const store = memoryStore();
  const kept: Delivery[] = [];
  const jobs: string[] = [];
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const intake = createIntake({
    store: { deliveries: { record: options.record ?? recording(store, kept) } },
    queue: { add: async (job, payload) => void jobs.push([job, ...Object.values(payload)].join('/')) },
    clock: { now: () => new Date('2026-03-14T02:12:00Z') },
    queueClock: { now: () => new Date() },
    pacing: { gatherAfter: 0 },
    ownSlug: () => 'groundwork',
    say,
  });
  const webhooks = await createWebhooks({
    appId: 12_345,
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    secret,
    apiUrl: 'http://127.0.0.1:9',
    path: webhookPath,
    hear: options.hear ?? intake.hear,
    say,
    ...(options.answerWithin === undefined ? {} : { answerWithin: options.answerWithin }),
  });
  const server = await startServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    webhooks,
    ready: options.ready ?? (async () => ({ ready: true, parts: {} })),
    pages: options.pages ?? (async () => null),
    control: options.control ?? null,
    say,
    limits: options.limits ?? {},
  });
  return { server, store, intake, kept, jobs, lines, send: sender(server) };
}

function recording(store: Store, kept: Delivery[]): DeliveryTable['record'] {
  return async (delivery) => {
    const recorded = await store.deliveries.record(delivery);
    if (recorded.new) kept.push(delivery);
    return recorded;
  };
}

let sent = 0;

function sender({ url }: WebServer): Rig['send'] {
  return async (event, body, headers = {}) => {
    const all = {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': `delivery-${(sent += 1)}`,
      'x-hub-signature-256': signatureOf(body, secret),
      ...headers,
    };
    const wanted = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    return fetch(`${url}${webhookPath}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: wanted,
    });
  };
}

/** A connection on which a test writes what it likes. */
export type RawConnection = {
  write(text: string): void;
  /** All that came back, once the other side has ended the connection. */
  readonly ended: Promise<string>;
};

export async function connectTo({ port }: WebServer): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  const ended = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  // A connection that is cut while something is still being sent ends with an error; what came back counts.
  socket.on('error', () => undefined);
  socket.on('close', () => ended.resolve(text));
  await new Promise((resolve) => socket.once('connect', resolve));
  return { write: (more) => void socket.write(more), ended: ended.promise };
}

/** The head of a delivery, up to where its body begins. */
export function headOf(...headers: readonly string[]): string {
  const head = [`POST ${webhookPath} HTTP/1.1`, 'host: 127.0.0.1', 'content-type: application/json'];
  return [...head, 'x-github-event: issues', 'x-github-delivery: raw-1', ...headers, '', ''].join('\r\n');
}
