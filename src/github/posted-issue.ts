import { z } from 'zod';
import type { PostedIssue, RepositoryAddress } from '../ports/github.ts';
import { actorOf } from './actors.ts';
import type { Clients } from './client.ts';
import { byOthers, commentOf } from './facts-of-change.ts';
import { byPresentName } from './locate.ts';
import { actor, comment, pageInfo, pageOf, time, wholeNumber } from './parts.ts';
import { query } from './query.ts';
import type { Query } from './query.ts';

const issue = z.object({
  body: z.string(),
  lastEditedAt: time.nullable(),
  editor: actor.schema,
  comments: pageOf(comment.schema),
});

export const postedQuery: Query<{
  readonly repository: {
    readonly databaseId: number;
    readonly issue: z.infer<typeof issue> | null;
  } | null;
}> = {
  text: `query PostedIssue($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      databaseId
      issue(number: $number) {
        body lastEditedAt editor { ${actor.selection} }
        comments(first: 100) { nodes { ${comment.selection} } ${pageInfo} }
      }
    }
  }`,
  schema: z.object({
    repository: z.object({ databaseId: wholeNumber, issue: issue.nullable() }).nullable(),
  }),
};

/** The boxes of an issue of ours and what people wrote below it, in one request. Null where it is gone. */
export async function readPostedIssue(
  clients: Clients,
  address: RepositoryAddress,
  number: number,
): Promise<PostedIssue | null> {
  const client = clients.installation(address.installation);
  const what = `reading what was answered in ${address.name}#${number}`;
  return byPresentName(client, address, what, async (name) => {
    const { repository } = await query(client, what, postedQuery, { ...name, number });
    if (!repository?.issue) return null;
    const { databaseId: id, issue: found } = repository;
    return { id, read: async () => toPosted(found, `github:${id}#${number}/comment`) };
  });
}

function toPosted({ body, lastEditedAt, editor, comments }: z.infer<typeof issue>, key: string): PostedIssue {
  return {
    body,
    editedAt: lastEditedAt,
    editedBy: lastEditedAt === null ? null : actorOf(editor),
    replies: byOthers(comments.nodes).map((reply) => commentOf(key, reply)),
  };
}
