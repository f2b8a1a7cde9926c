import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';

/** As much of GitHub as the app asks for by itself: who it is, where it is installed, tokens; nothing is in it. */
export type GitHubStub = {
  /** What GITHUB_API_URL should be. */
  readonly url: string;
  /** `GET /app`, in order of arrival. */
  readonly requests: readonly string[];
  /** Bodies of GraphQL requests. */
  readonly queries: readonly string[];
  /** From now on GraphQL is answered only once the function that is given back was called. */
  holdQueries(): () => void;
  stop(): Promise<void>;
};

export async function startGitHubStub(): Promise<GitHubStub> {
  const requests: string[] = [];
  const queries: string[] = [];
  let held = Promise.resolve();
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url !== '/graphql') return answer(response, known(request));
    return void answerQuery(request, response);
  });

  async function answerQuery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    queries.push(await bodyOf(request));
    await held;
    answer(response, { status: 200, body: { data: { repository: null } } });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    queries,
    holdQueries() {
      const release = Promise.withResolvers<void>();
      held = release.promise;
      return release.resolve;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Answer = { readonly status: number; readonly body: unknown };

function known({ method, url = '' }: IncomingMessage): Answer {
  const asked = `${method} ${url.split('?', 1)[0]}`;
  if (asked === 'GET /app')
    return { status: 200, body: { id: 1, slug: 'groundwork', permissions: {}, events: [] } };
  if (asked === 'GET /app/installations' || asked === 'GET /app/hook/deliveries')
    return { status: 200, body: [] };
  if (/^POST \/app\/installations\/\d+\/access_tokens$/u.test(asked))
    return {
      status: 201,
      body: { token: 'ghs_invented', expires_at: '2099-01-01T00:00:00Z', permissions: {} },
    };
  return { status: 404, body: { message: 'Not Found' } };
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
