import type { Octokit } from '@octokit/rest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * GitHub's own description of its REST interface, as a judge: whatever a watched client is answered has to be what the
 * description promises for that route and status.
 */
export type Judge = {
  /** From now on every answer to this client is judged. */
  readonly watch: (client: Octokit) => Octokit;
  /** What was wrong since it was asked last: `GET /app 200: /owner must be object`. */
  readonly complaints: () => readonly string[];
  /** `GET /app 200` for every answer that was judged. */
  readonly judged: () => ReadonlySet<string>;
};

/** Where the description is wrong: an account cannot be a user and an enterprise at once. */
const MISTAKEN = /^GET \/app\/installations 200: \/\d+\/account /;

const IN_RESPONSE = '/content/application~1json/schema';

type Described = {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
};
type Operation = { readonly responses: Readonly<Record<string, Described>> };
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Described>> };
};

export function openJudge(): Judge {
  const description = readDescription();
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true, validateFormats: false }));
  ajv.addSchema(description, 'github');
  const complaints: string[] = [];
  const judged = new Set<string>();
  function judge(method: string, path: string, status: number, data: unknown): void {
    const name = `${method} ${path} ${status}`;
    judged.add(name);
    const place = placeOfSchema(description, { method: method.toLowerCase(), path, status });
    if (place === null) return;
    const validate = ajv.getSchema(`github#${place}`);
    if (validate === undefined) {
      complaints.push(`${name}: GitHub describes no such answer`);
      return;
    }
    void validate(data);
    complaints.push(
      ...(validate.errors ?? []).map((error) => `${name}: ${error.instancePath} ${error.message}`),
    );
  }
  return {
    watch: (client) => watched(client, judge),
    complaints: () => complaints.splice(0).filter((one) => !MISTAKEN.test(one)),
    judged: () => judged,
  };
}

type Judging = (method: string, path: string, status: number, data: unknown) => void;

function watched(client: Octokit, judge: Judging): Octokit {
  client.hook.wrap('request', async (request, options) => {
    try {
      const answer = await request(options);
      judge(options.method, options.url, answer.status, answer.data);
      return answer;
    } catch (error) {
      const { status, response } = error as { status: number; response?: { data: unknown } };
      if (response !== undefined) judge(options.method, options.url, status, response.data);
      throw error;
    }
  });
  return client;
}

/** Where the schema stands in the description; null where no body is promised. */
function placeOfSchema(
  { paths, components }: Description,
  { method, path, status }: { readonly method: string; readonly path: string; readonly status: number },
): string | null {
  const told = paths[path]?.[method]?.responses[status];
  if (told?.$ref !== undefined) {
    const shared = told.$ref.replace(/^#/, '');
    const response = components.responses[shared.replace(/^.*\//, '')];
    return response?.content?.['application/json'] === undefined ? null : `${shared}${IN_RESPONSE}`;
  }
  if (told !== undefined && told.content?.['application/json'] === undefined) return null;
  const steps = ['paths', path, method, 'responses', String(status)].map((step) =>
    encodeURIComponent(escaped(step)),
  );
  return `/${steps.join('/')}${IN_RESPONSE}`;
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function readDescription(): Description {
  const path = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  return JSON.parse(readFileSync(path, 'utf8'), (_, value: unknown) => withNull(value)) as Description;
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says that null is one of the types. */
function withNull(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value)) return value;
  const { nullable, ...rest } = value;
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
}
