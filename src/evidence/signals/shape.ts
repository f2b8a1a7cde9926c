import type { Shape } from '../../framework/load.ts';
import type { Quote } from '../claim.ts';
import type { FileChange } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';
import { documentsOf, linesOf, sizeOf, testsOf } from './outline.ts';
import { places } from './paths.ts';
import { proseOf } from './prose.ts';

const reasons: Readonly<Record<Shape, string>> = {
  'one-file': 'touches one file',
  'few-lines': 'changes a few lines',
  'one-line': 'changes a line or two',
  'many-files': 'reaches through many files',
  'many-places': 'reaches across several parts of the repository',
  'mostly-removes': 'removes far more than it adds',
  'mostly-moves': 'moves files to where they belong',
  'new-files': 'is mostly new files',
  'new-package': 'starts a package of its own',
  'tests-with-code': 'brings its tests with it',
  'well-tested': 'is tested as carefully as it is written',
  document: 'brings a document that others can work by',
  'mostly-document': 'brings a document that others can work by',
  'no-description': 'has no description',
  'long-description': 'explains itself at length',
  'own-words': 'explains itself at length',
  'many-own-words': 'explains itself at length',
  'gives-figures': 'gives its figures',
  'states-a-metric': 'states a measured result',
  'before-and-after': 'states a measured result',
};

/** What a shape rests on; null where the change does not have it. */
type Found = readonly [shape: Shape, restsOn: Quote | null];

/** What the outline of a change tells. Many lines are never merit; few are rarely the whole of a citable work. */
export function findShapes(reading: Reading): readonly Signal[] {
  return [...shapesOfFiles(reading), ...shapesOfText(reading)].flatMap(([shape, quote]) =>
    quote === null ? [] : [{ rule: `shape.${shape}`, reason: reasons[shape], quote }],
  );
}

function shapesOfFiles({ own: { files }, change }: Reading): readonly Found[] {
  const first = pathQuote(files[0]) ?? titleQuote(change);
  const documents = documentsOf(files);
  const tests = testsOf(files);
  const written = linesOf(documents).added >= 40;
  return [
    ['one-file', files.length === 1 ? first : null],
    ['few-lines', sizeOf(files) <= 30 ? first : null],
    ['one-line', sizeOf(files) <= 4 ? first : null],
    ['many-files', files.length > 20 ? first : null],
    ['many-places', places(files).size >= 4 ? first : null],
    ['mostly-removes', mostlyRemoves(files) ? first : null],
    ['mostly-moves', halfOf(files, (file) => file.previousPath !== null) ? first : null],
    ['new-files', halfOf(files, (file) => file.deletions === 0 && file.additions > 20) ? first : null],
    ['new-package', pathQuote(files.find(startsPackage))],
    ['tests-with-code', tests.length > 0 && tests.length < files.length ? pathQuote(tests[0]) : null],
    ['well-tested', isWellTested(tests, files) ? pathQuote(tests[0]) : null],
    ['document', written ? pathQuote(documents[0]) : null],
    ['mostly-document', written && documents.length * 2 >= files.length ? pathQuote(documents[0]) : null],
  ];
}

function shapesOfText(reading: Reading): readonly Found[] {
  const { change, body, metrics } = reading;
  const title = titleQuote(change);
  const size = body.text.trim().length;
  const { words, figures } = proseOf(reading);
  const compared = metrics.find(({ before, after }) => before !== null && after !== null);
  return [
    ['no-description', size < 20 ? title : null],
    ['long-description', size > 700 ? title : null],
    ['own-words', words >= 60 ? title : null],
    ['many-own-words', words >= 120 ? title : null],
    ['gives-figures', figures.length >= 2 ? (figures[0] ?? null) : null],
    ['states-a-metric', metrics[0]?.quote ?? null],
    ['before-and-after', compared?.quote ?? null],
  ];
}

function titleQuote({ title }: Reading['change']): Quote {
  return { text: title, place: { in: 'title' } };
}

function pathQuote(file: FileChange | undefined): Quote | null {
  return file === undefined ? null : { text: file.path, place: { in: 'path' } };
}

function mostlyRemoves(files: readonly FileChange[]): boolean {
  const { added, removed } = linesOf(files);
  return removed >= 20 && removed > 3 * added;
}

const manifest =
  /(?:^|\/)(?:package\.json|go\.mod|cargo\.toml|pyproject\.toml|setup\.py|build\.gradle(?:\.kts)?|pom\.xml|mix\.exs|[\w-]+\.(?:gemspec|csproj))$/iu;

/** A manifest that was written anew, below the top of the repository. */
function startsPackage({ path, additions, deletions, previousPath }: FileChange): boolean {
  return (
    deletions === 0 && additions >= 4 && previousPath === null && path.includes('/') && manifest.test(path)
  );
}

function isWellTested(tests: readonly FileChange[], files: readonly FileChange[]): boolean {
  const { added } = linesOf(tests);
  return added >= 60 && added >= 0.4 * linesOf(files).added;
}

function halfOf(files: readonly FileChange[], holds: (file: FileChange) => boolean): boolean {
  return files.length > 0 && files.filter(holds).length * 2 >= files.length;
}
