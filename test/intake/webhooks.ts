import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Payloads as GitHub's own documentation has them. */
export type Example = { readonly event: string; readonly payload: Readonly<Record<string, unknown>> };

type ExamplesFile = readonly { readonly name: string; readonly examples: readonly Example['payload'][] }[];

const place = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');

/** All official examples. */
export const officialExamples: readonly Example[] = (
  JSON.parse(readFileSync(place, 'utf8')) as ExamplesFile
).flatMap(({ name, examples }) => examples.map((payload) => ({ event: name, payload })));

export function exampleOf(event: string, action: string): Example['payload'] {
  const found = officialExamples.find((one) => one.event === event && one.payload['action'] === action);
  if (found === undefined) throw new Error(`There is no example of ${event}.${action}.`);
  return found.payload;
}

/** The same, had the pull request been merged: in all examples it is still open. */
export function asMerged({ event, payload }: Example): Example {
  if (typeof payload['pull_request'] !== 'object') return { event, payload };
  return {
    event,
    payload: { ...payload, pull_request: { ...payload['pull_request'], merged_at: '2026-03-03T10:00:00Z' } },
  };
}

/** The same, had its author spoken to the app: in all examples nobody does. */
export function asSpoken({ event, payload }: Example): Example {
  const { issue } = payload;
  if (event !== 'issues' || typeof issue !== 'object') return { event, payload };
  return { event, payload: { ...payload, issue: { ...issue, body: '/groundwork win The outage drill.' } } };
}

export function isHeard(heard: readonly string[], { event, payload }: Example): boolean {
  return heard.includes(`${event}.${String(payload['action'])}`);
}

export function signatureOf(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
