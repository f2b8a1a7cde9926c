import { z } from 'zod';
import type { AppSide, FailedDelivery } from '../ports/github.ts';
import type { Client } from './client.ts';
import { pagesOf } from './pages.ts';
import { longId, time } from './parts.ts';
import { asking, isMissing, statusOf } from './trouble.ts';

export type Attempt = z.infer<typeof attemptSchema>;

const attemptSchema = z.object({
  id: longId,
  guid: z.string(),
  delivered_at: time,
  status_code: z.int(),
  event: z.string(),
});

const attemptsSchema: z.ZodType<readonly Attempt[]> = z.array(attemptSchema);

export function openDeliveries(app: Client): Pick<AppSide, 'failedDeliveries' | 'redeliver'> {
  return {
    async failedDeliveries(since) {
      const failed = failedOf(await attemptsSince(app, since));
      return failed.map(({ id, guid, event, delivered_at }): FailedDelivery => {
        return { attempt: id, id: guid, event, deliveredAt: delivered_at };
      });
    },
    redeliver: (attempt) => sendAgain(app, attempt),
  };
}

/** GitHub lists the newest first, so reading stops at the first page that reaches back far enough. */
async function attemptsSince(app: Client, since: string): Promise<readonly Attempt[]> {
  const listing = { route: 'GET /app/hook/deliveries', parameters: {}, schema: attemptsSchema };
  const recent: Attempt[] = [];
  for await (const page of pagesOf(app, 'reading which deliveries failed', listing)) {
    const young = page.filter(({ delivered_at }) => Date.parse(delivered_at) >= Date.parse(since));
    recent.push(...young);
    if (young.length < page.length) break;
  }
  return recent;
}

/** The last attempt of every delivery that never arrived, oldest first. A delivery keeps its id when it is sent again. */
export function failedOf(attempts: readonly Attempt[]): readonly Attempt[] {
  const arrived = new Set(attempts.filter(hasArrived).map(({ guid }) => guid));
  const last = new Map<string, Attempt>();
  for (const attempt of attempts.toSorted(byTime)) {
    if (!arrived.has(attempt.guid)) last.set(attempt.guid, attempt);
  }
  return [...last.values()].toSorted(byTime);
}

function hasArrived({ status_code }: Attempt): boolean {
  return status_code >= 200 && status_code < 300;
}

function byTime(one: Attempt, other: Attempt): number {
  return Date.parse(one.delivered_at) - Date.parse(other.delivered_at);
}

/** GitHub forgets attempts after some days and refuses some: then there is nothing left to do for this one. */
async function sendAgain(app: Client, id: string): Promise<void> {
  try {
    await asking('asking for a delivery again', () =>
      app.request(`POST /app/hook/deliveries/${id}/attempts`),
    );
  } catch (error) {
    if (!isMissing(error) && statusOf(error) !== 422) throw error;
  }
}
