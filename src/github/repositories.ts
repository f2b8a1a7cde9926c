import { z } from 'zod';
import type { RepositoryFacts } from '../people/organisation.ts';
import { wholeNumber } from './parts.ts';

/** A repository as REST gives it. */
export const repositorySchema: z.ZodType<RepositoryFacts> = z
  .object({
    id: wholeNumber,
    full_name: z.string(),
    private: z.boolean(),
    visibility: z.enum(['private', 'internal', 'public']).optional(),
    archived: z.boolean(),
  })
  .transform(({ id, full_name, visibility, archived, ...rest }) => ({
    id,
    name: full_name,
    visibility: visibility ?? (rest.private ? 'private' : 'public'),
    archived,
  }));

/** A repository as GraphQL gives it. */
export const repositoryPart = {
  selection: 'databaseId nameWithOwner visibility isArchived',
  schema: z
    .object({
      databaseId: wholeNumber,
      nameWithOwner: z.string(),
      visibility: z.enum(['PRIVATE', 'INTERNAL', 'PUBLIC']),
      isArchived: z.boolean(),
    })
    .loose(),
};

const visibilities = { PRIVATE: 'private', INTERNAL: 'internal', PUBLIC: 'public' } as const;

export function repositoryFacts(part: z.infer<typeof repositoryPart.schema>): RepositoryFacts {
  return {
    id: part.databaseId,
    name: part.nameWithOwner,
    visibility: visibilities[part.visibility],
    archived: part.isArchived,
  };
}
