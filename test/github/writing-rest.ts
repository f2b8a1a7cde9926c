import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';
import type { Board } from '../fakes/github/board.ts';
import { routes } from './writing-routes.ts';
import type { Answer, Request } from './writing-routes.ts';

/** Octokit tells of every answer that is no success; what matters of it is in the errors. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

export function restClient(url: string): Octokit {
  return new Octokit({ baseUrl: url, log: silent });
}

function ignore(): void {}

export type RestServer = {
  readonly url: string;
  /** Every request that came, as `POST /repos/harbour/orders/issues`. */
  readonly requests: readonly string[];
  /** The next request that changes something takes effect; then its connection is cut, or this status is answered. */
  readonly lose: (how: 'connection' | number) => void;
  readonly close: () => Promise<void>;
};

/** GitHub's REST interface, as far as the app writes through it, on a board in memory and a real socket. */
export async function serveRest(board: Board): Promise<RestServer> {
  const requests: string[] = [];
  let losing: 'connection' | number | null = null;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    requests.push(`${request.method} ${request.url.pathname}`);
    const given = await route(board, request);
    const lost = request.method === 'GET' ? null : losing;
    if (lost !== null) losing = null;
    if (lost === 'connection') incoming.socket.destroy();
    else send(response, lost === null ? given : { status: lost, data: { message: 'Server Error' } });
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) =>
      send(response, { status: 599, data: { message: String(error) } }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    lose: (how) => void (losing = how),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const body = (text === '' ? {} : JSON.parse(text)) as Request['body'];
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '', `http://${incoming.headers.host}`),
    body,
  };
}

async function route(board: Board, request: Request): Promise<Answer> {
  // Lets requests that came at the same moment really meet.
  await new Promise(setImmediate);
  for (const { method, path, answer } of routes) {
    const match = request.method === method ? path.exec(decodeURIComponent(request.url.pathname)) : null;
    if (match) return answer(board, { ...request, parts: match.groups ?? {} });
  }
  return { status: 404, data: { message: 'Not Found' } };
}

function send(response: ServerResponse, { status, data, link }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(link === undefined ? {} : { link }),
  });
  response.end(data === undefined ? '' : JSON.stringify(data));
}
