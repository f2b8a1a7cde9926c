import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = '.groundwork-setup';

/** The paths of one checkout that set-up reads and writes. */
export function pathsOf(root) {
  const modules = join(root, 'node_modules');
  return {
    root,
    modules,
    runtime: join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'),
    lock: join(root, 'package-lock.json'),
    installed: join(modules, '.package-lock.json'),
    modulesStamp: join(modules, STAMP),
    schema: join(root, 'prisma', 'schema.prisma'),
    clientConfig: join(root, 'prisma.config.ts'),
    client: join(root, 'src', 'generated', 'prisma'),
    clientStamp: join(root, 'src', 'generated', 'prisma', STAMP),
    work: join(root, '.setup'),
  };
}

/** What is still to be done: `packages` is null or why, `client` is true when it is to be generated. */
export function whatIsMissing(paths) {
  return { packages: packagesReason(paths), client: clientIsDue(paths) };
}

/** Remembers that node_modules is whole. `runtime` is `pinned` or `own` (the machine's Node does). */
export function stampPackages(paths, runtime) {
  const stamp = {
    wanted: wantedPackages(paths),
    installed: hashOf(paths.installed),
    folders: folderNames(paths.modules),
    runtime,
  };
  write(paths.modulesStamp, JSON.stringify(stamp));
}

export function stampClient(paths) {
  write(paths.clientStamp, wantedClient(paths));
}

function packagesReason(paths) {
  if (!existsSync(paths.modules)) return 'The packages are not installed yet';
  const stamp = readStamp(paths.modulesStamp);
  if (stamp === null) return 'The packages were not installed to the end';
  if (stamp.wanted !== wantedPackages(paths)) return 'package-lock.json is newer than the installed packages';
  if (stamp.installed !== hashOf(paths.installed)) return 'Packages were added or removed';
  if (stamp.runtime === 'pinned' && !existsSync(paths.runtime)) return 'The Node runtime is gone';
  const there = new Set(folderNames(paths.modules));
  const gone = stamp.folders.find((name) => !there.has(name));
  return gone === undefined ? null : `The package ${gone} is gone`;
}

function clientIsDue(paths) {
  if (!existsSync(paths.schema)) return false;
  if (!existsSync(join(paths.client, 'client.ts'))) return true;
  return readText(paths.clientStamp) !== wantedClient(paths);
}

function wantedPackages(paths) {
  return `${hashOf(paths.lock)} ${process.platform}-${process.arch}`;
}

function wantedClient(paths) {
  return [paths.schema, paths.clientConfig, paths.lock].map(hashOf).join(' ');
}

/** The package folders, `@scope/name` for scoped ones. Names beginning with a dot are caches, not packages. */
function folderNames(modules) {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) => (name.startsWith('@') ? scoped(modules, name) : [name]));
}

function scoped(modules, scope) {
  return readdirSync(join(modules, scope)).map((name) => `${scope}/${name}`);
}

function readStamp(path) {
  try {
    const stamp = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(stamp.folders) ? stamp : null;
  } catch {
    return null;
  }
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function hashOf(path) {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'none';
}

// By one rename, so that a stamp is either whole or not there.
function write(path, text) {
  writeFileSync(`${path}-draft`, text);
  renameSync(`${path}-draft`, path);
}
