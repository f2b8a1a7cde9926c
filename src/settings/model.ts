import { isLoopback, parsed, withoutSlash } from './addresses.ts';
import type { Reading } from './reading.ts';

export type ModelSettings = {
  /** `none` where the server asks for none. */
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
  /** For a million tokens, in any one currency; null where nobody said. */
  readonly prices: { readonly in: number; readonly out: number } | null;
  /** What one organisation may use up in a calendar month; the cost in millionths of the prices' currency. */
  readonly budget: { readonly tokens: number | null; readonly cost: number | null };
};

/** For some eight hundred questions. */
const usualTokens = 2_000_000;

export function modelOf(reading: Reading): ModelSettings | null {
  const { get, complain } = reading;
  const [apiKey, baseUrl, name] = [get('OPENAI_API_KEY'), get('OPENAI_BASE_URL'), get('OPENAI_MODEL')];
  if (apiKey === null && baseUrl === null && name === null) return null;
  if (name === null) complain('OPENAI_MODEL', 'is missing', adviceOfName);
  if (apiKey === null && baseUrl === null) complain('OPENAI_API_KEY', 'is missing', adviceOfKey);
  const problem = baseUrl === null ? null : problemOfBase(baseUrl, apiKey !== null);
  if (problem !== null) complain('OPENAI_BASE_URL', problem, adviceOfBase);
  return {
    apiKey: apiKey ?? 'none',
    baseUrl: baseUrl && withoutSlash(baseUrl),
    name: name ?? '',
    ...termsOf(reading),
  };
}

const adviceOfName = 'Name the model to use, or leave out OPENAI_API_KEY and OPENAI_BASE_URL to use none';
const adviceOfKey =
  'Set it, or OPENAI_BASE_URL for a server of yours that needs no key, or leave out OPENAI_MODEL to use no model';
const adviceOfBase =
  'It reads https://host/v1; http is for servers on this machine and for those that need no OPENAI_API_KEY';

function problemOfBase(text: string, hasKey: boolean): string | null {
  const url = parsed(text);
  if (url?.protocol === 'https:') return null;
  if (url?.protocol !== 'http:') return 'is no web address';
  return hasKey && !isLoopback(url) ? 'would send the key unencrypted' : null;
}

/** What it costs, and how much of it one organisation may use up in a month. */
function termsOf({ get, complain }: Reading): Pick<ModelSettings, 'prices' | 'budget'> {
  const written = {
    OPENAI_PRICE_IN: get('OPENAI_PRICE_IN'),
    OPENAI_PRICE_OUT: get('OPENAI_PRICE_OUT'),
    OPENAI_MONTHLY_COST: get('OPENAI_MONTHLY_COST'),
    OPENAI_MONTHLY_TOKENS: get('OPENAI_MONTHLY_TOKENS'),
  };
  complainOfMissing(written, complain);
  const amount = (name: keyof typeof written) => amountOf(name, written[name], complain);
  const [forIn, forOut] = [amount('OPENAI_PRICE_IN'), amount('OPENAI_PRICE_OUT')];
  const [cost, tokens] = [amount('OPENAI_MONTHLY_COST'), amount('OPENAI_MONTHLY_TOKENS')];
  if (tokens !== null && !Number.isInteger(tokens))
    complain('OPENAI_MONTHLY_TOKENS', 'is no whole number', 'Write it without a point: 2000000');
  return {
    prices: forIn === null || forOut === null ? null : { in: forIn, out: forOut },
    budget: {
      tokens: tokens ?? (cost === null ? usualTokens : null),
      cost: cost === null ? null : Math.floor(cost * 1_000_000),
    },
  };
}

type Written = Readonly<
  Record<'OPENAI_PRICE_IN' | 'OPENAI_PRICE_OUT' | 'OPENAI_MONTHLY_COST', string | null>
>;

/** Half of the prices is none, and without them no cost can be bounded. */
function complainOfMissing(written: Written, complain: Reading['complain']): void {
  const { OPENAI_PRICE_IN: forIn, OPENAI_PRICE_OUT: forOut, OPENAI_MONTHLY_COST: cost } = written;
  if ((forIn ?? forOut ?? cost) === null) return;
  if (forIn === null) complain('OPENAI_PRICE_IN', 'is missing', adviceOfPrices);
  else if (forOut === null) complain('OPENAI_PRICE_OUT', 'is missing', adviceOfPrices);
}

const adviceOfPrices =
  'Set both prices, as your provider tells them for a million tokens, or leave out both and OPENAI_MONTHLY_COST';

/** Null where it is not set, or no amount; 0 is one. */
function amountOf(name: string, text: string | null, complain: Reading['complain']): number | null {
  if (text === null) return null;
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  complain(name, 'is no amount', 'Write digits, with a point before parts: 2000000 or 0.15');
  return null;
}
