// Stands in for npm: installs an invented package, or fails or waits half-way (deaf to Ctrl-C), as STORY tells.
const {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs');

const { CALLS, STORY, GATE } = process.env;
const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

function main() {
  const { NODE_ENV, npm_config_os, npm_config_omit, npm_config_cache, HOME } = process.env;
  const env = { NODE_ENV, npm_config_os, npm_config_omit, npm_config_cache, HOME };
  mkdirSync('node_modules/paper', { recursive: true });
  appendFileSync(CALLS, `${JSON.stringify({ pid: process.pid, given: process.argv.slice(2), env })}\n`);
  process.stdout.write('words of npm on its standard output\n');
  if (STORY === 'fail') process.exit(7);
  if (STORY === 'deaf') process.on('SIGINT', () => {});
  if (STORY === 'wait' || STORY === 'deaf') setInterval(look, 20);
  else finish();
}

function look() {
  if (existsSync(GATE)) finish();
  if (!existsSync(CALLS)) process.exit(1);
}

function finish() {
  for (const [folder, entry] of Object.entries(packages)) {
    if (folder === '' || (entry.optional && STORY === 'without runtime')) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/package.json`, JSON.stringify({ version: entry.version }));
  }
  mkdirSync('node_modules/.bin', { recursive: true });
  if (STORY !== 'without runtime' && !existsSync('node_modules/.bin/node')) {
    symlinkSync(process.execPath, 'node_modules/.bin/node');
  }
  writeFileSync('node_modules/.bin/prisma', PRISMA, { mode: 0o755 });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
  process.exit(0);
}

const PRISMA = `#!/bin/sh
echo generate >> "$CALLS.prisma"
if grep -q broken prisma/schema.prisma; then echo "line 1 is broken"; exit 3; fi
mkdir -p src/generated/prisma && cp prisma/schema.prisma src/generated/prisma/client.ts
`;

main();
