import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { Pool } from 'pg';
import type { QueryResult } from 'pg';

const schemaFile = fileURLToPath(new URL('schema.prisma', import.meta.url));

/**
 * The SQL that would bring the database behind `url` to what schema.prisma says; a comment alone when it is there
 * already. Reads the database only, with Prisma's own schema engine, which needs no program to be downloaded.
 */
export async function drift(url: string): Promise<string> {
  const schema = { path: schemaFile, content: await readFile(schemaFile, 'utf8') };
  const pool = poolForEngine(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterForEngine(pool));
  const datamodels: [string, string][] = [[schema.path, schema.content]];
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return (stdout ?? '').trim();
  } finally {
    engine.free();
    await pool.end();
  }
}

// The engine reads system tables, whose one-letter columns (oid 18) the adapter does not know. They travel as what
// nothing else uses there, lists of letters (oid 1002), and arrive as letters.
const [letter, letters] = [18, 1002];

function poolForEngine(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool) as (...question: unknown[]) => Promise<QueryResult>;
  const answer = async (...question: unknown[]) => {
    const result = await query(...question);
    for (const field of result.fields ?? []) if (field.dataTypeID === letter) field.dataTypeID = letters;
    return result;
  };
  return Object.assign(pool, { query: answer });
}

function adapterForEngine(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => withLetters(await factory.connect());
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  };
}

function withLetters(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (question: Parameters<typeof queryRaw>[0]) => {
      const found = await queryRaw(question);
      const columnTypes = found.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      );
      return { ...found, columnTypes };
    },
  });
}
