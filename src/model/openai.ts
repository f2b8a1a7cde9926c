import OpenAI from 'openai';
import type { Budget } from '../evidence/model-reading/budget.ts';
import type { ModelOutcome } from '../evidence/model-reading/outcome.ts';
import { spansOf } from '../evidence/model-reading/spans.ts';
import type { ReadingSpans } from '../evidence/model-reading/spans.ts';
import type { Asked, ModelCall, Question, Reader } from '../ports/reader.ts';
import { answerForm, readAnswer } from './answer.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { Bounds } from './bounded-fetch.ts';
import { questionOf } from './question.ts';
import { outcomeOf } from './trouble.ts';
import { usedUp } from './usage.ts';
import type { Prices } from './usage.ts';

export type ModelAddress = {
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
  /** Null where nobody said: then no call has a cost. */
  readonly prices: Prices | null;
  readonly budget: Budget;
};

export const usualBounds: Bounds = { patience: 30_000, mostBytes: 256 * 1024 };

/** Some models think aloud before they answer, and that counts too. */
const mostAnswerTokens = 2_000;

/** One change a call, no tools, a closed answer. Any server that speaks OpenAI's chat completions will do. */
export function openaiReader(address: ModelAddress, bounds: Bounds = usualBounds): Reader {
  const { name, budget, prices } = address;
  const client = clientOf(address, bounds);
  return {
    name,
    budget,
    question: (change, framework) => questionOf(change, framework, name),
    async ask(question): Promise<Asked> {
      const first = await callOnce(client, name, question, prices);
      // Only an answer that does not fit the form is asked for once more.
      if (first.call.outcome !== 'unfit') return { spans: first.spans, calls: [first.call] };
      const second = await callOnce(client, name, question, prices);
      return { spans: second.spans, calls: [first.call, second.call] };
    },
  };
}

function clientOf({ apiKey, baseUrl }: ModelAddress, bounds: Bounds): OpenAI {
  return new OpenAI({
    apiKey,
    ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    // The environment must not add to what the settings say.
    organization: null,
    project: null,
    fetch: boundedFetch(bounds),
    // Never before our own bound, which also holds for the last byte.
    timeout: 2 * bounds.patience,
    maxRetries: 0,
    logLevel: 'off',
  });
}

type Called = { readonly spans: ReadingSpans | null; readonly call: ModelCall };

async function callOnce(
  client: OpenAI,
  model: string,
  question: Question,
  prices: Prices | null,
): Promise<Called> {
  try {
    return read(await complete(client, model, question), question, prices);
  } catch (error) {
    const outcome = outcomeOf(error);
    const used = answeredAnyway.has(outcome) ? usedUp(undefined, question, '', prices) : unused(prices);
    return { spans: null, call: { outcome, ...used, dropped: 0 } };
  }
}

/** The question was read and worked on, though no answer of use came: servers bill that, so it is estimated. */
const answeredAnyway: ReadonlySet<ModelOutcome> = new Set(['slow', 'overlong', 'unfit']);

function unused(prices: Prices | null): Omit<ModelCall, 'outcome' | 'dropped'> {
  return { tokensIn: 0, tokensOut: 0, estimated: false, cost: prices === null ? null : 0 };
}

function complete(client: OpenAI, model: string, question: Question): Promise<OpenAI.ChatCompletion> {
  return client.chat.completions.create({
    model,
    messages: [
      { role: 'system', content: question.system },
      { role: 'user', content: question.user },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'reading', strict: true, schema: answerForm(question) },
    },
    max_completion_tokens: mostAnswerTokens,
  });
}

/** The server's types are a promise only: whatever is missing is taken as not said. */
function read(completion: OpenAI.ChatCompletion, question: Question, prices: Prices | null): Called {
  const choice = completion?.choices?.[0];
  const text = choice?.message?.content ?? '';
  const used = usedUp(completion?.usage, question, text, prices);
  const fails = (outcome: ModelOutcome): Called => ({ spans: null, call: { outcome, ...used, dropped: 0 } });
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') return fails('declined');
  const reading = readAnswer(text, question);
  if (reading === null) return fails(choice?.finish_reason === 'length' ? 'truncated' : 'unfit');
  const { spans, dropped } = spansOf(reading, question.texts);
  return { spans, call: { outcome: 'answered', ...used, dropped } };
}
