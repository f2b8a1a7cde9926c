import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

// Node can load this module's WebAssembly only with a flag, so it is put together by hand.
const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
console.log(Object.keys(engine));
