import { z } from 'zod';

/** What an error of Octokit tells, read with care: headers and messages were written by whoever answered. */
export type Failure = {
  /** Null where no answer came at all. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
  /** The path that was asked, without a query. */
  readonly path: string;
  /** The errors inside an answer of GraphQL; null for other requests. */
  readonly errors: readonly GraphqlError[] | null;
};

export type GraphqlError = {
  /** `NOT_FOUND`, `RATE_LIMITED`, … or the code of a refused query, such as `undefinedField`; '' where there is none. */
  readonly type: string;
  readonly message: string;
  /** How deep in the answer it happened; null where it says nothing of the place. */
  readonly depth: number | null;
  /** It happened to one entry of a list, which is null in the answer. */
  readonly ofEntry: boolean;
};

const headersSchema = z.record(z.string(), z.unknown()).catch({});

const errorSchema = z.object({
  type: z.string().catch(''),
  message: z.string().catch(''),
  path: z.array(z.unknown()).nullable().catch(null),
  extensions: z.object({ code: z.string() }).nullable().catch(null),
});

const errorsSchema = z.array(errorSchema).nonempty();

const failureSchema = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  status: z.number().nullable().catch(null),
  headers: headersSchema,
  errors: errorsSchema.nullable().catch(null),
  request: z.object({ url: z.string() }).nullable().catch(null),
  response: z
    .object({
      headers: headersSchema,
      data: z
        .object({ errors: errorsSchema.nullable().catch(null) })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
});

/** The failed request behind an error; null for an error that is not about a request. */
export function readFailure(error: unknown): Failure | null {
  if (!Error.isError(error)) return null;
  const { name, message, status, headers, errors, request, response } = failureSchema.parse(error);
  const overHttp = name === 'HttpError' || name === 'AbortError';
  // A refused request may list what it did not like under `errors` too; that is no answer of GraphQL.
  const inside = overHttp ? null : (errors ?? response?.data?.errors ?? null);
  if (!overHttp && inside === null) return null;
  return {
    status: inside !== null ? 200 : response === null ? null : status,
    headers: lowerCased({ ...headers, ...response?.headers }),
    message,
    path: (request?.url ?? '').replace(/[?#].*$/u, ''),
    errors: inside?.map(readError) ?? null,
  };
}

function readError({ type, message, path, extensions }: z.infer<typeof errorSchema>): GraphqlError {
  return {
    type: type || (extensions?.code ?? ''),
    message,
    depth: path?.length ?? null,
    ofEntry: path?.some((step) => typeof step === 'number') ?? false,
  };
}

function lowerCased(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(texts);
}
