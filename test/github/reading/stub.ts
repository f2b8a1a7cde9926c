import { generateKeyPairSync } from 'node:crypto';
import { schema as octokitSchema } from '@octokit/graphql-schema';
import { buildSchema, graphql } from 'graphql';
import { createClients } from '../../../src/github/client.ts';
import type { Clients } from '../../../src/github/client.ts';

/** GitHub's own schema: the stub refuses what GitHub would refuse, and answers in its shapes. */
export const githubSchema = buildSchema(octokitSchema.idl, { assumeValid: true, assumeValidSDL: true });

export const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string;
  readonly body: string;
};

export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** JSON as it is sent, where a value could not say it. */
  readonly raw?: string;
};

export type Stub = {
  readonly clients: Clients;
  /** Every request but those for tokens, in order. */
  readonly asked: readonly Asked[];
  readonly tokensAsked: readonly Asked[];
};

type Options = {
  readonly apiUrl?: string;
  readonly throttle?: boolean;
  /** What the queries are answered from: an object whose functions take the arguments of a field. */
  readonly root?: object;
  /** Null where it has no answer: 404. */
  readonly rest?: (asked: Asked) => Answer | null;
};

export function stubGitHub(options: Options): Stub {
  const asked: Asked[] = [];
  const tokensAsked: Asked[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const headers = request.headers.get('authorization') ?? '';
    const one: Asked = {
      method: request.method,
      url: new URL(request.url),
      authorization: headers,
      body: await request.text(),
    };
    if (one.url.pathname.endsWith('/access_tokens')) {
      tokensAsked.push(one);
      return respond({ status: 201, json: { token: 'ghs_1_made-up', expires_at: '2030-01-01T00:00:00Z' } });
    }
    asked.push(one);
    return respond(await answer(options, one));
  };
  const clients = createClients({
    apiUrl: options.apiUrl ?? 'https://api.github.com',
    appId: 1001,
    privateKey,
    throttle: options.throttle ?? false,
    fetch: send,
  });
  return { clients, asked, tokensAsked };
}

async function answer({ root, rest }: Options, asked: Asked): Promise<Answer> {
  const nothing = { status: 404, json: { message: 'Not Found' } };
  if (!asked.url.pathname.endsWith('/graphql')) return rest?.(asked) ?? nothing;
  const own = rest?.(asked) ?? null;
  if (own !== null) return own;
  const { query, variables } = JSON.parse(asked.body) as {
    query: string;
    variables: Record<string, unknown>;
  };
  const result = await graphql({
    schema: githubSchema,
    source: query,
    rootValue: root,
    variableValues: variables,
  });
  return { json: JSON.parse(JSON.stringify(withTypes(result))) };
}

/** GitHub puts the kind of an error beside its message. */
function withTypes({ data, errors }: Awaited<ReturnType<typeof graphql>>): unknown {
  if (errors === undefined) return { data };
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => ({ type: extensions['type'], message, path })),
  };
}

function respond({ status = 200, headers = {}, json, raw }: Answer): Response {
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
  return new Response(raw ?? (json === undefined ? null : JSON.stringify(json)), { status, headers: all });
}

export class NotFound extends Error {
  readonly extensions = { type: 'NOT_FOUND' };
}

type PageArguments = { readonly first?: number; readonly after?: string | null };

/** A connection over a list; its marks are plain places in the list. */
export function listOf(items: readonly unknown[]) {
  return ({ first = 0, after = null }: PageArguments) => {
    if (first < 1 || first > 100) throw new Error('`first` must be from 1 to 100');
    const start = after === null ? 0 : Number(after) + 1;
    const nodes = items.slice(start, start + first);
    const end = start + nodes.length;
    return {
      nodes,
      totalCount: items.length,
      pageInfo: {
        hasNextPage: end < items.length,
        hasPreviousPage: start > 0,
        endCursor: nodes.length > 0 ? String(end - 1) : null,
      },
    };
  };
}
