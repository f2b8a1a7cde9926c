import { z } from 'zod';
import type { AppIdentity, AppSide, Installation } from '../ports/github.ts';
import type { Clients } from './client.ts';
import { openDeliveries } from './deliveries.ts';
import { once } from './once.ts';
import { allOf } from './pages.ts';
import { asking, expected } from './trouble.ts';

export function openApp(clients: Clients): AppSide {
  return {
    // Only a change of the app's own settings changes it.
    identity: once(() => readIdentity(clients)),
    installations: () => readInstallations(clients),
    ...openDeliveries(clients.app),
  };
}

const permissionsSchema = z.record(z.string(), z.string());
const eventsSchema = z.array(z.string());

const identitySchema: z.ZodType<AppIdentity> = z.object({
  id: z.int().positive(),
  slug: z.string(),
  permissions: permissionsSchema,
  events: eventsSchema,
});

const installationSchema = z.object({
  id: z.int().positive(),
  account: z.object({ id: z.int().positive(), login: z.string(), type: z.string() }).nullable().catch(null),
  suspended_at: z.string().nullish(),
  permissions: permissionsSchema,
  events: eventsSchema,
});

async function readIdentity({ app }: Clients): Promise<AppIdentity> {
  const what = 'reading the app itself';
  const { data } = await asking(what, () => app.request('GET /app'));
  return expected(what, identitySchema, data);
}

/** An installation in a whole enterprise has no account with repositories, so it is left out. */
async function readInstallations({ app }: Clients): Promise<readonly Installation[]> {
  const found = await allOf(app, 'reading where the app is installed', {
    route: 'GET /app/installations',
    parameters: {},
    schema: z.array(installationSchema),
  });
  return found.flatMap(installationOf);
}

function installationOf({
  id,
  account,
  suspended_at,
  permissions,
  events,
}: z.infer<typeof installationSchema>): readonly Installation[] {
  if (account === null) return [];
  const type = account.type === 'Organization' ? 'organization' : 'user';
  const suspended = suspended_at !== null && suspended_at !== undefined;
  return [{ id, account: account.id, login: account.login, type, suspended, permissions, events }];
}
