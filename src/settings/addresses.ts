import type { Reading } from './reading.ts';

export type GitHubAddress = {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** On this machine, as the local GitHub is. */
  readonly isLocal: boolean;
};

export function githubOf({ get, complain }: Reading): GitHubAddress {
  const text = get('GITHUB_API_URL');
  if (text === null) return { apiUrl: 'https://api.github.com', isLocal: false };
  const url = webAddress(text);
  const problem = url === null ? 'is no address of an API over https' : problemOfApi(url);
  const advice = 'Leave it out for github.com; for Enterprise Server it is https://your-host/api/v3';
  if (problem !== null) complain('GITHUB_API_URL', problem, advice);
  return { apiUrl: withoutSlash(text), isLocal: url !== null && isLoopback(url) };
}

function problemOfApi(url: URL): string | null {
  if (isLoopback(url) || url.hostname.startsWith('api.')) return null;
  if (url.hostname === 'github.com' || url.hostname.endsWith('.github.com')) return 'is a page, not the API';
  return withoutSlash(url.pathname) === '/api/v3' ? null : 'has no /api/v3 at its end';
}

export function databaseUrl({ get, complain }: Reading): string | null {
  const text = get('DATABASE_URL');
  const url = text === null ? null : parsed(text);
  const fits = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  const advice =
    'It reads postgresql://user:password@host:5432/database; leave it out to have a database in DATA_FOLDER';
  if (text !== null && !fits) complain('DATABASE_URL', 'is no address of a Postgres database', advice);
  return text;
}

export function redisUrl({ get, complain }: Reading): string | null {
  const text = get('REDIS_URL');
  const url = text === null ? null : parsed(text);
  const fits = url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
  const advice =
    'It reads redis://host:6379 or rediss://user:password@host:6380; leave it out to keep the queue in Postgres';
  if (text !== null && !fits) complain('REDIS_URL', 'is no address of a Redis', advice);
  return text;
}

export function publicUrl({ get, complain }: Reading): string | null {
  const text = get('PUBLIC_URL');
  const advice = 'It reads https://groundwork.your-company.com, and is where people reach this app';
  if (text !== null && webAddress(text) === null) complain('PUBLIC_URL', 'is no address over https', advice);
  return text && withoutSlash(text);
}

/** An address over https, or over http on this machine, without a login, a query or a fragment. */
function webAddress(text: string): URL | null {
  const url = parsed(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)) ? url : null;
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

export function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

export function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}
