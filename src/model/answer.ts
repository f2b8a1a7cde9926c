import * as z from 'zod';
import type { ModelReading } from '../evidence/model-reading.ts';

const longestQuote = 500;
const mostAreas = 3;

function answerSchema(keys: readonly string[]) {
  const quote = z.string().min(1).max(longestQuote);
  return z.strictObject({
    areas: z.array(z.strictObject({ key: z.enum(keys), quote })).max(mostAreas),
    impact: quote.nullable(),
    metric: quote.nullable(),
  });
}

/** The closed form of an answer, as the JSON Schema that the model is held to. */
export function answerForm(keys: readonly string[]): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(answerSchema(keys));
  return schema;
}

/** Null where the text is no answer of that form. */
export function readAnswer(text: string, keys: readonly string[]): ModelReading | null {
  const parsed = answerSchema(keys).safeParse(parse(text));
  return parsed.success ? parsed.data : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
