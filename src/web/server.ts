import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { reasonOf } from '../errors.ts';
import { json, plain, send } from './answer.ts';
import type { Answer } from './answer.ts';
import { createBodyReader } from './body.ts';
import type { Body, BodyReader } from './body.ts';
import { answerControl } from './control.ts';
import type { Control } from './control.ts';
import type { Pages } from './pages.ts';
import type { Readiness } from './readiness.ts';

export const webhookPath = '/api/github/webhooks';

export type WebServerOptions = {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Answers a delivery, whose body is read already. */
  readonly webhooks: (
    request: IncomingMessage & { readonly body: string },
    response: ServerResponse,
  ) => Promise<void>;
  readonly ready: () => Promise<Readiness>;
  readonly pages: Pages;
  /** Null: there is no such address. */
  readonly control: Control | null;
  readonly say: (line: string) => void;
  readonly limits?: Partial<WebLimits>;
};

/** Bytes and milliseconds. */
export type WebLimits = {
  /** One body. GitHub sends none above 25 MB. */
  readonly body: number;
  /** All bodies that are held at the same time. */
  readonly bodies: number;
  /** The headers of a request must be there by then, */
  readonly headers: number;
  /** and the whole of it. */
  readonly request: number;
  /** How often that is looked at. */
  readonly look: number;
  /** How long running requests may take when the server closes. */
  readonly drain: number;
};

const usualLimits: WebLimits = {
  body: 25 * 1024 * 1024,
  bodies: 64 * 1024 * 1024,
  headers: 10_000,
  request: 15_000,
  look: 1000,
  drain: 10_000,
};

export type WebServer = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Takes no new request and lets the running ones finish, within their time. */
  close(): Promise<void>;
};

/** @throws the error of the operating system where the port cannot be had. */
export async function startServer(options: WebServerOptions): Promise<WebServer> {
  const limits = { ...usualLimits, ...options.limits };
  const bodies = createBodyReader(limits);
  const running = new Set<ServerResponse>();
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.look,
    },
    (request, response) => {
      running.add(response);
      response.once('close', () => running.delete(response));
      if (!server.listening) response.setHeader('connection', 'close');
      void answer(options, bodies, request, response);
    },
  );
  const port = await listen(server, options);
  let closed: Promise<void> | undefined;
  return {
    port,
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    close: () => (closed ??= drain(server, running, limits.drain)),
  };
}

function listen(server: Server, { host, port, say }: WebServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    // Later ones, such as too many open files, pass; without a listener they would end the process.
    server.on('error', (error) =>
      server.listening ? say(`The web server: ${error.message}`) : reject(error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function answer(
  options: WebServerOptions,
  bodies: BodyReader,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = pathOf(request);
    if (path === webhookPath && request.method === 'POST')
      return await deliver(options, bodies, request, response);
    send(response, await answerTo(options, bodies, request, path));
  } catch (error) {
    options.say(`A request failed: ${reasonOf(error)}`);
    send(response, plain(500, 'Something went wrong here. The log says more.'));
  }
}

async function deliver(
  { webhooks }: WebServerOptions,
  bodies: BodyReader,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await bodies.read(request, async (body) => {
    if (body.kind !== 'whole') return refuse(response, request, body.kind);
    // Handed on as text: the signature is over the bytes as they came, and nothing may parse them before it.
    return webhooks(Object.assign(request, { url: webhookPath, body: body.bytes.toString() }), response);
  });
}

const refusals: Readonly<Record<Exclude<Body['kind'], 'whole'>, Answer>> = {
  'too long': plain(413, 'This is longer than any delivery of GitHub.'),
  'too busy': plain(503, 'Too much is coming in at once. Please send it again later.'),
  'cut off': plain(400, 'This ended before it was whole.'),
};

// The rest is thrown away unread, so that the answer arrives before the connection ends.
function refuse(response: ServerResponse, request: IncomingMessage, kind: keyof typeof refusals): void {
  const refusal = refusals[kind];
  request.resume();
  send(response, { ...refusal, headers: { connection: 'close' } });
}

async function answerTo(
  options: WebServerOptions,
  bodies: BodyReader,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  if (path === '/control' && options.control !== null) return answerControl(options.control, request, bodies);
  if (path === webhookPath) return plain(405, 'GitHub posts its deliveries here; there is nothing to read.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'There is nothing to send here.');
  if (path === '/healthz') return plain(200, 'Alive.');
  if (path === '/readyz') return readiness(await options.ready());
  return (await options.pages(path, queryOf(request))) ?? plain(404, 'There is no page here.');
}

function readiness({ ready, parts }: Readiness): Answer {
  return json(ready ? 200 : 503, { ready, parts });
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const path = url.split('?', 1)[0] ?? '/';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function queryOf({ url = '/' }: IncomingMessage): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start));
}

async function drain(server: Server, running: ReadonlySet<ServerResponse>, limit: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), limit);
  // A connection that stays open may bring one more request meanwhile.
  while (running.size > 0) await Promise.all(Array.from(running, ended));
  clearTimeout(timer);
  server.closeAllConnections();
  await closed;
}

function ended(response: ServerResponse): Promise<unknown> {
  return new Promise((resolve) => response.once('close', resolve));
}
