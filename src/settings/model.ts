import { isLoopback, parsed, withoutSlash } from './addresses.ts';
import type { Reading } from './reading.ts';

export type ModelSettings = {
  /** `none` where the server asks for none. */
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
};

export function modelOf({ get, complain }: Reading): ModelSettings | null {
  const [apiKey, baseUrl, name] = [get('OPENAI_API_KEY'), get('OPENAI_BASE_URL'), get('OPENAI_MODEL')];
  if (apiKey === null && baseUrl === null && name === null) return null;
  if (name === null) complain('OPENAI_MODEL', 'is missing', adviceOfName);
  if (apiKey === null && baseUrl === null) complain('OPENAI_API_KEY', 'is missing', adviceOfKey);
  const problem = baseUrl === null ? null : problemOfBase(baseUrl, apiKey !== null);
  if (problem !== null) complain('OPENAI_BASE_URL', problem, adviceOfBase);
  return { apiKey: apiKey ?? 'none', baseUrl: baseUrl && withoutSlash(baseUrl), name: name ?? '' };
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
