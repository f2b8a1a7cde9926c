import type { Shape } from '../../framework/load.ts';
import type { Quote } from '../claim.ts';
import type { FileChange } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';
import { places } from './paths.ts';

const testPath = /(^|\/)(tests?|__tests__|spec)\/|[._-](test|spec)s?\.[a-z]+$|_test\.[a-z]+$/iu;

const reasons: Readonly<Record<Shape, string>> = {
  'one-file': 'touches one file',
  'many-files': 'reaches through many files',
  'many-places': 'reaches across several parts of the repository',
  'mostly-removes': 'removes far more than it adds',
  'mostly-moves': 'moves files to where they belong',
  'new-files': 'is mostly new files',
  'tests-with-code': 'brings its tests with it',
  'no-description': 'has no description',
  'long-description': 'explains itself at length',
  'states-a-metric': 'states a measured result',
};

/** What the outline of a change tells. Line counts tell only its direction; they are never merit. */
export function findShapes(reading: Reading): readonly Signal[] {
  const files = reading.own.files;
  const size = outline(reading.body.text);
  const found: readonly (Shape | false)[] = [
    files.length === 1 && 'one-file',
    files.length > 20 && 'many-files',
    places(files).size >= 4 && 'many-places',
    mostlyRemoves(files) && 'mostly-removes',
    halfOf(files, (file) => file.previousPath !== null) && 'mostly-moves',
    halfOf(files, (file) => file.deletions === 0 && file.additions > 20) && 'new-files',
    testsWithCode(files) && 'tests-with-code',
    size < 20 && 'no-description',
    size > 700 && 'long-description',
    reading.metrics.length > 0 && 'states-a-metric',
  ];
  return found.filter((shape) => shape !== false).map((shape) => toSignal(shape, reading));
}

function toSignal(shape: Shape, reading: Reading): Signal {
  return { rule: `shape.${shape}`, reason: reasons[shape], quote: restsOn(shape, reading) };
}

function restsOn(shape: Shape, { change, own, metrics }: Reading): Quote {
  const metric = metrics[0];
  if (shape === 'states-a-metric' && metric !== undefined) return metric.quote;
  const path = own.files[0]?.path;
  const aboutText = shape === 'no-description' || shape === 'long-description' || path === undefined;
  return aboutText ? { text: change.title, place: { in: 'title' } } : { text: path, place: { in: 'path' } };
}

function outline(text: string): number {
  return text.trim().length;
}

function mostlyRemoves(files: readonly FileChange[]): boolean {
  const added = files.reduce((sum, file) => sum + file.additions, 0);
  const removed = files.reduce((sum, file) => sum + file.deletions, 0);
  return removed >= 20 && removed > 3 * added;
}

function halfOf(files: readonly FileChange[], holds: (file: FileChange) => boolean): boolean {
  return files.length > 0 && files.filter(holds).length * 2 >= files.length;
}

function testsWithCode(files: readonly FileChange[]): boolean {
  const tests = files.filter(({ path }) => testPath.test(path)).length;
  return tests > 0 && tests < files.length;
}
