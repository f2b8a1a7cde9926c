import { folderNames, topFolderNames } from './file-names.ts';
import { buildOutput, copied } from './reasons.ts';
import type { FileNoise } from './verdict.ts';

/** What the folders of a path say of a file. Reads each folder name once, without a pattern. */
export function noiseOfFolders(path: string, name: string): FileNoise | null {
  if (isOwnNote(name)) return null;
  let from = 0;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
    const folder = path.slice(from, slash);
    const noise = folderNames.get(folder) ?? (from === 0 ? topFolderNames.get(folder) : undefined);
    if (noise !== undefined) return noise;
    const placed = noiseOfPlacedFolder(path, name, folder, from, slash);
    if (placed !== null) return placed;
    from = slash + 1;
  }
  return null;
}

function noiseOfPlacedFolder(
  path: string,
  name: string,
  folder: string,
  from: number,
  slash: number,
): FileNoise | null {
  if (folder === 'vendor') return isVendoring(path, from, slash) ? copied : null;
  if (folder === 'dist') return isBuiltInto(path, name, from) ? buildOutput : null;
  if (folder === 'rendered') return isRenderedChart(path, name, from) ? buildOutput : null;
  if (folder === '.yarn') return isYarnOwn(path, slash) ? copied : null;
  if (folder === 'Carthage') return path.startsWith('Checkouts/', slash + 1) ? copied : null;
  return null;
}

/**
 * Deep in a tree `vendor` may be a seller of goods. It is a copy of others' code below a folder of web assets,
 * or above a host name, as Go writes it.
 */
function isVendoring(path: string, from: number, slash: number): boolean {
  const parent = path.slice(path.lastIndexOf('/', from - 2) + 1, Math.max(0, from - 1));
  if (assetFolders.has(parent)) return true;
  const next = path.indexOf('/', slash + 1);
  return next > 0 && hosts.some((host) => path.slice(slash + 1, next).endsWith(host));
}

/** Below `src` a folder `dist` may hold distances or distributors; builds write beside it. */
function isBuiltInto(path: string, name: string, from: number): boolean {
  const inSource = path.startsWith('src/') || path.slice(0, from).includes('/src/');
  return !inSource && (webOutput.has(extensionOf(name)) || name.endsWith('.d.ts'));
}

/** What a chart or an overlay comes out as, kept to be compared. */
function isRenderedChart(path: string, name: string, from: number): boolean {
  return /\.ya?ml$/u.test(name) && /(?:^|\/)(?:helm|charts?|kustomize)\//u.test(path.slice(0, from));
}

function isYarnOwn(path: string, slash: number): boolean {
  const next = path.indexOf('/', slash + 1);
  return next > 0 && yarnFolders.has(path.slice(slash + 1, next));
}

/** People write these beside other people's code: build rules, owners and notes on where it came from. */
export function isOwnNote(name: string): boolean {
  return ownNotes.has(name) || name.endsWith('.bzl') || name.endsWith('.patch');
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

const hosts = ['.com', '.org', '.io', '.net', '.in', '.dev', '.sh', '.cloud', '.xyz', '.tech'];
const assetFolders: ReadonlySet<string> = new Set(['public', 'static', 'assets', 'js', 'css', 'javascripts']);
const yarnFolders: ReadonlySet<string> = new Set([
  'releases',
  'plugins',
  'sdks',
  'cache',
  'unplugged',
  'versions',
]);
const webOutput: ReadonlySet<string> = new Set(['js', 'mjs', 'cjs', 'css', 'map', 'wasm', 'html', 'whl']);
const ownNotes: ReadonlySet<string> = new Set(['BUILD', 'BUILD.bazel', 'OWNERS', 'README.md', 'CODEOWNERS']);
