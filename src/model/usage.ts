import * as z from 'zod';
import type { ModelCall, Question } from '../ports/reader.ts';

/** For a million tokens, in any one currency: a price is what the settings say, never a guess. */
export type Prices = { readonly in: number; readonly out: number };

type UsedUp = Pick<ModelCall, 'tokensIn' | 'tokensOut' | 'estimated' | 'cost'>;

const most = 10_000_000;
const tokens = z.int().min(0).max(most);
const usageSchema = z.object({ prompt_tokens: tokens, completion_tokens: tokens });

/** On the safe side: English has a token for about every four characters. */
const charactersOfToken = 3;

/** What one answered call used up, as the server says; where it does not, so many characters a token. */
export function usedUp(usage: unknown, question: Question, answer: string, prices: Prices | null): UsedUp {
  const said = usageSchema.safeParse(usage);
  const [tokensIn, tokensOut] = said.success
    ? [said.data.prompt_tokens, said.data.completion_tokens]
    : [estimate(question.system + question.user), estimate(answer)];
  // A price for a million tokens is the price of one in millionths.
  const cost = prices === null ? null : Math.ceil(tokensIn * prices.in + tokensOut * prices.out);
  return { tokensIn, tokensOut, estimated: !said.success, cost };
}

function estimate(text: string): number {
  return Math.ceil(text.length / charactersOfToken);
}
