import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ModelServer = {
  readonly url: string;
  /** The bodies of all requests, in order. */
  readonly asked: readonly Record<string, unknown>[];
  close(): Promise<void>;
};

export type Answering = (response: ServerResponse, attempt: number) => void;

/** A server that takes questions as OpenAI's does, and answers as the test wants: byte by byte, if need be. */
export async function startModelServer(answer: Answering): Promise<ModelServer> {
  const asked: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      answer(response, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A whole answer with this content, and whatever more the envelope should hold. */
export function completion(content: string, more: Readonly<Record<string, unknown>> = {}): Answering {
  const message = { role: 'assistant', content };
  const choices = [{ index: 0, finish_reason: 'stop', message }];
  return (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ id: 'c1', object: 'chat.completion', created: 0, model: 'small', choices, ...more }),
    );
  };
}
