import { z } from 'zod';
import type { FrameworkFile } from '../people/framework-choice.ts';
import type { Clients } from './client.ts';
import { orNull } from './locate.ts';
import type { Query } from './query.ts';
import { query } from './query.ts';

const home = '.github';

const fileSchema = z.object({ text: z.string().nullish() }).nullable();

const repositorySchema = z.object({
  url: z.string(),
  defaultBranchRef: z.object({ name: z.string() }).nullable(),
  first: fileSchema,
  second: fileSchema,
});

/** A file of an account's home repository, in either of the places where its rules may lie. */
export const frameworkFileQuery: Query<{ readonly repository: z.infer<typeof repositorySchema> | null }> = {
  text: `query FrameworkFile($owner: String!, $first: String!, $second: String!) {
    repository(owner: $owner, name: "${home}") {
      url defaultBranchRef { name }
      first: object(expression: $first) { ... on Blob { text } }
      second: object(expression: $second) { ... on Blob { text } }
    }
  }`,
  schema: z.object({ repository: repositorySchema.nullable() }),
};

/** `name` has no folder, as the rules' schema sees to. */
export async function readFrameworkFile(
  clients: Clients,
  installation: number,
  login: string,
  name: string,
): Promise<FrameworkFile | null> {
  const client = clients.installation(installation);
  const what = `reading the framework of ${login}`;
  const variables = { owner: login, first: `HEAD:${home}/${name}`, second: `HEAD:${name}` };
  const answer = await orNull(() => query(client, what, frameworkFileQuery, variables));
  const found = answer?.repository ?? null;
  const file = found?.first ?? found?.second ?? null;
  if (found === null || file === null) return null;
  const branch = found.defaultBranchRef?.name ?? 'HEAD';
  const place = found.first === null ? name : `${home}/${name}`;
  // A file that GitHub takes for no text is given on as a character that no such file holds.
  return { text: file.text ?? '\uFFFD', url: `${found.url}/blob/${branch}/${place}` };
}
