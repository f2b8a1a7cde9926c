import { verify } from 'node:crypto';
import { Problem } from './router-problem.ts';

/** GitHub takes no promise that is good for longer, in seconds. */
const LONGEST = 600;
/** How far the clocks of the two sides may differ, in seconds. */
const SLACK = 60;

/**
 * Checks the JSON web token with which an app speaks for itself. Throws a Problem in GitHub's words where it is not one
 * of this app: another key or algorithm, used up, made for the future, or good for more than ten minutes.
 * `now` is the real time, in seconds.
 */
export function checkJwt(jwt: string, app: { id: number; publicKey: string }, now: number): void {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const signed = Buffer.from(`${head}.${claims}`);
  const right =
    valueOf(read(head), 'alg') === 'RS256' &&
    verify('RSA-SHA256', signed, app.publicKey, Buffer.from(signature, 'base64url'));
  if (!right) throw new Problem(401, 'A JSON web token could not be decoded');
  checkClaims(read(claims), app.id, now);
}

function checkClaims(claims: unknown, appId: number, now: number): void {
  const issuedAt = valueOf(claims, 'iat');
  const expiresAt = valueOf(claims, 'exp');
  if (String(valueOf(claims, 'iss')) !== String(appId)) throw new Problem(404, 'Integration not found');
  if (typeof issuedAt !== 'number' || issuedAt > now + SLACK) {
    throw new Problem(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof expiresAt !== 'number' || expiresAt <= now) {
    throw new Problem(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (expiresAt > now + LONGEST) {
    throw new Problem(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}

function read(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

function valueOf(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null
    ? Object.entries(from).find(([name]) => name === key)?.[1]
    : null;
}
