import * as z from 'zod';
import type { ModelReading } from '../evidence/model-reading.ts';
import type { Question } from '../ports/reader.ts';

const longestQuote = 500;
const mostAreas = 3;
const mostReasons = 2;
const mostMetrics = 3;

type Keys = Pick<Question, 'areas' | 'rules'>;

function answerSchema({ areas, rules }: Keys) {
  const quote = z.string().min(1).max(longestQuote);
  const reason = z.strictObject({ rule: z.enum(rules), quote });
  const area = z.strictObject({
    key: z.enum(areas),
    reasons: z.array(reason).min(1).max(mostReasons),
  });
  return z.strictObject({
    areas: z.array(area).max(mostAreas),
    win: quote.nullable(),
    impact: quote.nullable(),
    metrics: z.array(quote).max(mostMetrics),
  });
}

/** Not every server that holds a model to a form understands these; they are checked here in any case. */
const limits: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'minItems', 'maxItems']);

/** The closed form of an answer, as the JSON Schema that the model is held to. */
export function answerForm(keys: Keys): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(answerSchema(keys), {
    override: ({ jsonSchema }) => {
      for (const limit of limits) Reflect.deleteProperty(jsonSchema, limit);
    },
  });
  return schema;
}

/** Null where the text is no answer of that form. */
export function readAnswer(text: string, keys: Keys): ModelReading | null {
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
