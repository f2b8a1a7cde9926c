import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedRuntime } from './runtime.mjs';

/**
 * True when npm itself finished an install of exactly this package-lock.json: npm writes its own list of what
 * it installed as its very last step. Then nothing needs to be installed again.
 */
export function isWhole(paths) {
  const wanted = packagesOf(paths.lock);
  const installed = packagesOf(paths.installed);
  if (wanted === null || installed === null || !hasRuntime(paths)) return false;
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '') return true;
    const there = installed[folder];
    if (there === undefined) return entry.optional === true;
    return isSame(entry, there) && existsSync(join(paths.root, folder, 'package.json'));
  });
}

function hasRuntime(paths) {
  const packageJson = JSON.parse(readFileSync(join(paths.root, 'package.json'), 'utf8'));
  return pinnedRuntime(packageJson).package === null || existsSync(paths.runtime);
}

function isSame(entry, there) {
  return entry.version === there.version && entry.integrity === there.integrity;
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
