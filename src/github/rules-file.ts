import { z } from 'zod';
import type { RulesFile } from '../ports/github.ts';
import type { Clients } from './client.ts';
import { orNull } from './locate.ts';
import type { Query } from './query.ts';
import { query } from './query.ts';
import { repositoryFacts, repositoryPart } from './repositories.ts';

const home = '.github';
const places = ['.github/groundwork.yml', 'groundwork.yml'] as const;

const fileSchema = z.object({ text: z.string().nullish() }).nullable();

const repositorySchema = repositoryPart.schema.extend({
  url: z.string(),
  defaultBranchRef: z.object({ name: z.string() }).nullable(),
  first: fileSchema,
  second: fileSchema,
});

type Home = z.infer<typeof repositorySchema>;

/** The rules of an account, in either of the places where they may lie. */
export const rulesQuery: Query<{ readonly repository: Home | null }> = {
  text: `query Rules($owner: String!) {
    repository(owner: $owner, name: "${home}") {
      ${repositoryPart.selection} url defaultBranchRef { name }
      first: object(expression: "HEAD:${places[0]}") { ... on Blob { text } }
      second: object(expression: "HEAD:${places[1]}") { ... on Blob { text } }
    }
  }`,
  schema: z.object({ repository: repositorySchema.nullable() }),
};

export async function readRulesFile(
  clients: Clients,
  installation: number,
  login: string,
): Promise<RulesFile> {
  const client = clients.installation(installation);
  const what = `reading the rules of ${login}`;
  const answer = await orNull(() => query(client, what, rulesQuery, { owner: login }));
  const found = answer?.repository ?? null;
  return found === null ? { kind: 'no-repository' } : rulesIn(found);
}

function rulesIn(found: Home): RulesFile {
  const repository = repositoryFacts(found);
  const [text, place] =
    found.first === null ? [textOf(found.second), places[1]] : [textOf(found.first), places[0]];
  if (text === null) return { kind: 'no-file', repository };
  const branch = found.defaultBranchRef?.name ?? 'HEAD';
  return { kind: 'file', repository, text, url: `${found.url}/blob/${branch}/${place}` };
}

/** A file that GitHub takes for no text (as one saved in UTF-16) is given on as a character that no rules hold. */
function textOf(file: z.infer<typeof fileSchema>): string | null {
  return file === null ? null : (file.text ?? '\uFFFD');
}
