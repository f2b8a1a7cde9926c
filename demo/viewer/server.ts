import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GiveUp } from '../../src/errors.ts';
import { document, missing, policy } from './page.ts';
import type { Page } from './page.ts';
import { repositoryPage } from './repository-page.ts';
import type { Shelf } from './shelf.ts';
import { startPage } from './start-page.ts';
import { threadPage } from './thread-page.ts';

export type Viewer = {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
};

/**
 * Shows what stands on the local GitHub, to a browser on this machine. `port` 0 takes any that is free.
 *
 * @throws GiveUp where the port cannot be had.
 */
export function startViewer(shelf: Shelf, port: number): Promise<Viewer> {
  const server = createServer((request, response) => answer(shelf, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new GiveUp(`The viewer cannot use port ${port}: ${error.message}.`)),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://127.0.0.1:${taken}`, close: () => close(server) });
    });
  });
}

function answer(shelf: Shelf, request: IncomingMessage, response: ServerResponse): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const page = isRead ? pageAt(shelf, request.url ?? '/') : missing();
  const body = document(page);
  response.writeHead(isRead ? page.status : 405, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? '' : body);
}

/** Addresses are those of GitHub: `/owner/name/pull/7`. */
export function pageAt(shelf: Shelf, url: string): Page {
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  const [owner = '', name = '', kind, number, ...more] = path.split('/').slice(1).map(decoded);
  if (owner === '' && name === '') return startPage(shelf);
  if (kind === undefined) return repositoryPage(shelf, `${owner}/${name}`);
  const isThread = /^(?:issues|pull)$/.test(kind) && /^[1-9]\d{0,8}$/.test(number ?? '') && more.length === 0;
  return isThread ? threadPage(shelf, `${owner}/${name}`, Number(number)) : missing();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
