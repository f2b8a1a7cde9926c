import { z } from 'zod';
import type { Clients } from './client.ts';
import { asking, expected } from './trouble.ts';

const hookSchema = z.object({ url: z.string().nullish() });

/** Where GitHub sends the app's deliveries, as the app's settings have it; null where they name no address. */
export async function readHookAddress({ app }: Clients): Promise<string | null> {
  const what = 'reading the webhook of the app';
  const { data } = await asking(what, () => app.request('GET /app/hook/config'));
  return expected(what, hookSchema, data).url || null;
}
