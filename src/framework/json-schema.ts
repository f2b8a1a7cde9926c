import { z } from 'zod';

/** A schema in the form that editors read: with a title, and with what is filled in left open. */
export function asEditorsReadIt(
  schema: z.ZodType,
  about: { readonly title: string; readonly description: string },
): z.core.JSONSchema.JSONSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-07' });
  return { $schema: $schema ?? 'http://json-schema.org/draft-07/schema#', ...about, ...rest };
}
