import { GiveUp, RetryLater } from '../errors.ts';
import { codeOf, messageOf } from './problem.ts';

const pauseMilliseconds = 5_000;

/** The server may come back by itself: it is starting, ending, full, or not reachable for the moment. */
const passing: ReadonlySet<string> = new Set(
  ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'EPIPE'].concat([
    '57P01',
    '57P02',
    '57P03',
    '53300',
    '08006',
    '08001',
  ]),
);

const advice: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no such host. Check the host name in DATABASE_URL.',
  '28P01':
    'The server does not accept the user name or password. Check them in DATABASE_URL; write signs such as @ or / in them as %40 or %2F.',
  '28000':
    'The server does not let this user in from here. Check the user name in DATABASE_URL and the server’s pg_hba.conf; it may want ?sslmode=require.',
  '3D000': 'There is no such database on the server. Create it, or correct its name in DATABASE_URL.',
  '42501': 'The user may not create tables there. Grant it CREATE on the database and on its schema public.',
  '55P03': 'Another process holds the lock for migrating. Wait for it, or end it.',
};

/** What the server said, as an error that tells what to do. Passing trouble may be tried again in 5 seconds. */
export function explainRefusal(cause: unknown, url: string): GiveUp | RetryLater {
  if (cause instanceof GiveUp || cause instanceof RetryLater) return cause;
  const [code, message] = [codeOf(cause), messageOf(cause)];
  const place = placeOf(url);
  if (passing.has(code) || message.includes('timeout')) {
    const reason = `The database at ${place} cannot be reached now (${code || message}). Is the server running?`;
    return new RetryLater(new Date(Date.now() + pauseMilliseconds), reason, { cause });
  }
  return new GiveUp(`The database at ${place} cannot be used. ${advice[code] ?? message}`, { cause });
}

/** Says what is wrong with the address before anybody connects to it. */
export function refuseWrongAddress(url: string): void {
  const form = 'postgresql://user:password@host:5432/database';
  const { protocol } = URL.parse(url) ?? {};
  if (protocol === 'postgresql:' || protocol === 'postgres:') return;
  throw new GiveUp(
    protocol === undefined
      ? `DATABASE_URL is not an address. It should look like ${form}; write signs such as @ or / in the password as %40 or %2F.`
      : `DATABASE_URL begins with ${protocol}, but Groundwork needs Postgres: ${form}.`,
  );
}

/** Host, port and database: never the user or the password. */
function placeOf(url: string): string {
  const address = URL.parse(url);
  return address ? `${address.host}${address.pathname}` : 'the address given';
}
