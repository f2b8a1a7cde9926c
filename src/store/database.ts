import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

/** The open connections to one database. */
export type Database = {
  readonly prisma: PrismaClient;
  /** For deliveries alone: never waits longer than GitHub does, and is not held up by anything else. */
  readonly intake: Pool;
};

/** How long a delivery may take: GitHub waits 10 s, and a failed delivery is better than one of unknown fate. */
const intakeMilliseconds = 3_000;

/** Connects when first asked something. */
export function connect(url: string): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max: 8, connectionTimeoutMillis: 10_000, application_name: 'groundwork' },
    // Without a listener, a connection that breaks while idle would end the process. The next query gets a new one.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return { prisma: new PrismaClient({ adapter }), intake: intakePool(url) };
}

function intakePool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    application_name: 'groundwork intake',
    connectionTimeoutMillis: intakeMilliseconds,
    statement_timeout: intakeMilliseconds,
    query_timeout: intakeMilliseconds + 500,
  });
  pool.on('error', () => undefined);
  return pool;
}

export async function disconnect({ prisma, intake }: Database): Promise<void> {
  await Promise.all([prisma.$disconnect(), intake.end()]);
}
