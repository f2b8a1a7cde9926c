import type { FileChange } from '../facts.ts';
import { fileEndings, fileNames } from './file-names.ts';
import { noiseOfFolders } from './folders.ts';
import { codeGenerator, markedGenerated, markedVendored, mock, recorded, schemaDump } from './reasons.ts';
import { noiseOfLists } from './linguist.ts';
import type { FileNoise, Handwritten, LeftOut } from './verdict.ts';

/** Paths longer than this are judged by their end alone: no repository has them, hostile input does. */
const longestPath = 1_000;

/** The reason why a file is no handwriting, or null where it may be. Doubtful is kept. */
export function noiseOfFile(file: FileChange): FileNoise | null {
  if (file.attribute === 'generated') return markedGenerated;
  if (file.attribute === 'vendored') return markedVendored;
  const found = noiseOfPath(file.path);
  // Whoever shows lock files in reviews has not written them.
  return file.attribute === 'handwritten' && found?.kind !== 'lock' ? null : found;
}

function noiseOfPath(whole: string): FileNoise | null {
  const path = whole.length > longestPath ? whole.slice(-longestPath) : whole;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    fileNames.get(name) ??
    noiseOfEnding(name) ??
    noiseOfFolders(path, name) ??
    noiseOfPair(path, name) ??
    noiseOfLists(path, name)
  );
}

/** The files people wrote, and what was left out for which reason. */
export function handwritten(files: readonly FileChange[]): Handwritten {
  const kept: FileChange[] = [];
  const counts = new Map<FileNoise, number>();
  for (const file of files) {
    const noise = noiseOfFile(file);
    if (noise === null) kept.push(file);
    else counts.set(noise, (counts.get(noise) ?? 0) + 1);
  }
  return { files: kept, leftOut: rows(counts) };
}

function rows(counts: ReadonlyMap<FileNoise, number>): readonly LeftOut[] {
  return [...counts]
    .map(([noise, count]) => ({ ...noise, count }))
    .toSorted((one, other) => other.count - one.count || one.reason.localeCompare(other.reason, 'en'));
}

function noiseOfEnding(name: string): FileNoise | null {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return null;
  const listed = fileEndings.get(name.slice(dot + 1));
  const found = listed?.find(([ending]) => name.endsWith(ending) && name.length > ending.length);
  if (found !== undefined) return found[1];
  if (name.includes('.golden.')) return recorded;
  return saysGenerated(name, dot) ? codeGenerator : null;
}

/** `orders.generated.ts`, `openapi_generated.go`, `zz_generated.deepcopy.go`; but not `is_generated.go`. */
function saysGenerated(name: string, dot: number): boolean {
  if (name.startsWith('zz_generated.') || name.includes('.generated.')) return true;
  const stem = name.slice(0, dot);
  if (!stem.endsWith('_generated') || stem.length === '_generated'.length) return false;
  const before = stem.slice(0, -'_generated'.length);
  return !asks.has(before.slice(before.lastIndexOf('_') + 1));
}

const asks: ReadonlySet<string> = new Set(['is', 'are', 'not', 'non', 'was', 'if', 'skip', 'ignore', 'test']);

/** Names that mean something only together with the folder they stand in. */
function noiseOfPair(path: string, name: string): FileNoise | null {
  const folder = parentOf(path, name);
  if (mockFolders.has(folder) && isMockName(name)) return mock;
  if (folder === 'db' && (name === 'schema.rb' || name === 'structure.sql')) return schemaDump;
  if (folder === 'meta' && (name === '_journal.json' || /^\d{4}_snapshot\.json$/u.test(name)))
    return schemaDump;
  if (folder === 'Migrations' && name.endsWith('ModelSnapshot.cs')) return schemaDump;
  if (folder === 'golden' && path.includes('testdata/')) return recorded;
  return null;
}

const mockFolders: ReadonlySet<string> = new Set(['mocks', 'mock', '__mocks__']);

function isMockName(name: string): boolean {
  if (!name.endsWith('.go')) return false;
  return name.startsWith('mock_') || name.endsWith('_mock.go') || name.endsWith('_mocks.go');
}

function parentOf(path: string, name: string): string {
  const end = path.length - name.length - 1;
  if (end <= 0) return '';
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}
