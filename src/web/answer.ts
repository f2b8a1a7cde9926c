import type { ServerResponse } from 'node:http';
import type { Json } from '../ports/store.ts';

/** What is sent back, whole. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Beyond those that every answer has. */
  readonly headers: Readonly<Record<string, string>>;
};

/** One sentence, or a few. */
export function plain(status: number, sentence: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${sentence}\n`, headers: {} };
}

export function json(status: number, value: Json): Answer {
  return { status, contentType: 'application/json', body: `${JSON.stringify(value)}\n`, headers: {} };
}

/** Sends it, unless something was sent already or nobody listens any more. */
export function send(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(answer.body);
}
