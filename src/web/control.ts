import type { IncomingMessage } from 'node:http';
import type { Json } from '../ports/store.ts';
import { json, plain } from './answer.ts';
import type { Answer } from './answer.ts';
import type { BodyReader } from './body.ts';
import { isSameKey } from './keys.ts';

export type ControlOrder = {
  /** The time from now on; null leaves it. */
  readonly now: Date | null;
  /** Look for due work at once. */
  readonly sweep: boolean;
};

/** How the demo moves time. Only an app that talks to a GitHub on its own machine has it. */
export type Control = {
  readonly key: string;
  readonly state: () => Promise<Json>;
  readonly carryOut: (order: ControlOrder) => Promise<void>;
};

export async function answerControl(
  control: Control,
  request: IncomingMessage,
  bodies: BodyReader,
): Promise<Answer> {
  if (!isSameKey(request.headers.authorization ?? '', `Bearer ${control.key}`)) {
    return plain(401, 'The key is missing or wrong.');
  }
  if (request.method === 'GET') return json(200, await control.state());
  if (request.method !== 'PUT') return plain(405, 'Only GET and PUT are understood here.');
  const order = await bodies.read(request, async (body) =>
    body.kind === 'whole' ? readOrder(body.bytes.toString()) : null,
  );
  if (order === null) return plain(400, 'This is no order: {"now": "2026-07-01T00:00:00Z", "sweep": true}.');
  await control.carryOut(order);
  return json(200, await control.state());
}

/** Null where it is none. */
export function readOrder(text: string): ControlOrder | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { now = null, sweep = false, ...others }: Record<string, unknown> = { ...value };
  if (Object.keys(others).length > 0 || typeof sweep !== 'boolean') return null;
  if (now === null) return { now, sweep };
  const time = typeof now === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(now) ? Date.parse(now) : Number.NaN;
  return Number.isNaN(time) ? null : { now: new Date(time), sweep };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
