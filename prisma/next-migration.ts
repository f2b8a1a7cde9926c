import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from '../src/store/deploy.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { drift } from './drift.ts';

/*
 * For authors: after a change of schema.prisma, `node prisma/next-migration.ts` prints the SQL that the existing
 * migrations lack. Read it, add what the schema cannot say, and keep it as prisma/migrations/<date>_<name>/migration.sql.
 */
const folder = await mkdtemp(join(tmpdir(), 'groundwork-next-migration-'));
await chmod(folder, 0o711);
const postgres = await startEmbedded({ folder, disposable: true });
try {
  await deploy(postgres.url);
  process.stdout.write(`${await drift(postgres.url)}\n`);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true });
}
