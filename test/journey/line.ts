import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request of the app, as it went over the line. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  /** Of GraphQL: what the query is called, and the number it asks for. */
  readonly query: string | null;
  readonly number: number | null;
};

/** The line between the app and GitHub: everything on it is written down, and it can fail. */
export type Line = {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The next request like this arrives and takes effect, but its answer is cut off. */
  readonly loseAnswer: (which: (asked: Asked) => boolean) => void;
  /** The next request like this is answered by a broken server and arrives nowhere. */
  readonly refuse: (which: (asked: Asked) => boolean) => void;
  readonly close: () => Promise<void>;
};

type Pending = { readonly how: 'lose' | 'refuse'; readonly which: (asked: Asked) => boolean };

export async function layLine(github: string): Promise<Line> {
  const asked: Asked[] = [];
  const pending: Pending[] = [];
  const take = (one: Asked): Pending['how'] | null => {
    const index = pending.findIndex(({ which }) => which(one));
    return index === -1 ? null : (pending.splice(index, 1)[0]?.how ?? null);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const one = askedOf(request, body);
    asked.push(one);
    const fault = take(one);
    if (fault === 'refuse') return void response.writeHead(502).end('Bad gateway');
    const answer = await forward(github, request, body);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (fault === 'lose') return void response.destroy();
    response.writeHead(answer.status, headersOf(answer)).end(bytes);
  }
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    loseAnswer: (which) => void pending.push({ how: 'lose', which }),
    refuse: (which) => void pending.push({ how: 'refuse', which }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function askedOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Asked {
  const path = url.replace(/\?.*$/u, '');
  const authorization = headers.authorization ?? '';
  if (path !== '/graphql') return { method, path, authorization, query: null, number: null };
  const { query = '', variables } = JSON.parse(body) as {
    readonly query?: string;
    readonly variables?: { readonly number?: number };
  };
  const name = /^\s*query\s+(\w+)/u.exec(query)?.[1] ?? 'unnamed';
  return { method, path, authorization, query: name, number: variables?.number ?? null };
}

/** They belong to one connection, not to the message. */
const ofConnection = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function forward(github: string, request: IncomingMessage, body: string): Promise<Response> {
  const headers = Object.entries(request.headers).filter(([name]) => !ofConnection.has(name));
  const method = request.method ?? 'GET';
  return fetch(`${github}${request.url ?? '/'}`, {
    method,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    redirect: 'manual',
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

function headersOf({ headers }: Response): Readonly<Record<string, string>> {
  const kept = [...headers].filter(([name]) => !ofConnection.has(name) && name !== 'content-encoding');
  return Object.fromEntries(kept);
}
