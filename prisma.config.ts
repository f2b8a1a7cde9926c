import { defineConfig } from 'prisma/config';

// The command line insists on an engine program before it does anything, also where it needs none: `prisma generate`
// never runs it. Any program that exists will do, so nothing is downloaded. Migrations are written with the help of
// prisma/next-migration.ts and applied by src/store/deploy.ts.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

// oxlint-disable-next-line import/no-default-export -- the command line looks for the default export
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
