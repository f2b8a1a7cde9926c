import { z } from 'zod';

/**
 * Names that every object of the language has already. As a key of somebody's file such a name would be lost on the
 * way, or stand for something that nobody wrote; so it is refused where it stands.
 */
const everyObjectHas: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export const takenName = 'This name has a meaning of its own inside the app. Choose another.';

export function isTakenName(name: string): boolean {
  return everyObjectHas.has(name);
}

/** Names with what they stand for, as people write them. Like a record, but no name is dropped silently. */
export function named<Key extends z.ZodString, Value extends z.ZodType>(
  key: Key,
  value: Value,
): z.ZodPreprocess<z.ZodRecord<Key, Value>> {
  return z.preprocess(
    (input, context) => {
      for (const name of namesIn(input).filter(isTakenName))
        context.addIssue({ code: 'custom', path: [name], message: takenName, input });
      return input;
    },
    z.record(key, value),
  );
}

function namesIn(input: unknown): readonly string[] {
  return typeof input === 'object' && input !== null ? Object.keys(input) : [];
}
