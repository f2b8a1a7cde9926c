import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DemoPlan } from '../../demo/play/demo.ts';
import { expected } from '../../demo/story/expected.ts';
import { notYet } from '../../demo/story/not-yet.ts';
import { story } from '../../demo/story/organisation.ts';
import { dumpTables } from '../store/dump.ts';
import { startEmbedded } from '../store/embedded.ts';

const manifestSchema = z.object({
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});

type Joined = Omit<DemoPlan, 'keep' | 'signal' | 'watch'>;

/** The story, what is expected of it, and the application as `npm start` runs it. */
export async function demoPlan(environment: DemoPlan['environment']): Promise<Joined> {
  const program = fileURLToPath(new URL('../..', import.meta.url));
  const text = await readFile(new URL('../../app.yml', import.meta.url), 'utf8');
  const { default_permissions: permissions, default_events: events } = manifestSchema.parse(parse(text));
  return {
    story,
    expected,
    notYet,
    manifest: { permissions, events },
    command: [process.execPath, 'src/main.ts', 'start'],
    environment,
    program,
    readTables,
  };
}

/** The database of a running application is shared; that of one which has ended is started for as long as it takes. */
async function readTables(folder: string): ReturnType<DemoPlan['readTables']> {
  const database = await startEmbedded({ folder });
  try {
    return await dumpTables(database.url);
  } finally {
    await database.stop();
  }
}
