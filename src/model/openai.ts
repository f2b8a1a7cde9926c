import OpenAI, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
} from 'openai';
import type { ModelReading } from '../evidence/model-reading.ts';
import type { Reader } from '../ports/reader.ts';
import { answerForm, readAnswer } from './answer.ts';
import { questionOf } from './question.ts';
import type { Question } from './question.ts';

export type ModelAddress = {
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
};

/** Milliseconds. */
const patience = 30_000;
const mostAnswerTokens = 800;
/** A first answer that does not fit the form is asked for once more. */
const attempts = 2;

/** One change a call, no tools, a closed answer. Any server that speaks OpenAI's chat completions will do. */
export function openaiReader({ apiKey, baseUrl, name }: ModelAddress, say: (line: string) => void): Reader {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    // The environment must not add to what the settings say.
    organization: null,
    project: null,
    timeout: patience,
    maxRetries: 0,
    logLevel: 'off',
  });
  return {
    name,
    async read(change, areas) {
      const keys = areas.map(({ key }) => key);
      const question = questionOf(change, areas);
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const answer = await ask(client, name, question, keys, say);
        if (answer !== 'unfit') return answer;
      }
      say(`The model gave no usable answer about ${change.key}; signals decide alone.`);
      return null;
    },
  };
}

async function ask(
  client: OpenAI,
  model: string,
  { system, user }: Question,
  keys: readonly string[],
  say: (line: string) => void,
): Promise<ModelReading | 'unfit' | null> {
  try {
    const completion = await client.chat.completions.create({
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'reading', strict: true, schema: answerForm(keys) },
      },
      max_completion_tokens: mostAnswerTokens,
    });
    return readAnswer(completion.choices?.[0]?.message?.content ?? '', keys) ?? 'unfit';
  } catch (error) {
    say(`The model could not be asked: ${troubleOf(error)}. Signals decide alone.`);
    return null;
  }
}

/** What went wrong, without anything that the server wrote. */
function troubleOf(error: unknown): string {
  if (error instanceof AuthenticationError) return 'it refused OPENAI_API_KEY (401)';
  if (error instanceof NotFoundError) return 'it knows no such model or address (404)';
  if (error instanceof RateLimitError) return 'its limit is reached (429)';
  if (error instanceof APIConnectionTimeoutError) return `no answer within ${patience / 1000} s`;
  if (error instanceof APIConnectionError) return 'no connection';
  if (error instanceof APIError) return `status ${error.status ?? 'unknown'}`;
  return 'its answer could not be read';
}
