import { isMap, isScalar, LineCounter, parseDocument, Parser } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { named } from './rules-shapes.ts';

/** Line and column count from 1. */
export type Place = { readonly line: number; readonly column: number };

export type Path = readonly (string | number)[];

/** As people read it: `managers[0].login`. */
export function spellPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}

export type YamlProblem = Place & { readonly sentence: string };

export type ReadYaml =
  | { readonly value: unknown; readonly placeOf: (path: Path) => Place; readonly problems: readonly [] }
  | { readonly value: null; readonly placeOf: null; readonly problems: readonly YamlProblem[] };

const deepest = 30;

/**
 * One YAML 1.2 document as plain data: no tags, no aliases, nothing nested deeply. Whatever a person wrote gives
 * either its value, with the places where its parts stand, or problems.
 */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  if (depthOf(text) > deepest)
    return failed([
      { line: 1, column: 1, sentence: `Values are nested more than ${deepest} deep. Write them flatter.` },
    ]);
  const document = parseDocument(text, {
    lineCounter: lines,
    // With 'silent' a second document would not be told.
    logLevel: 'error',
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'core',
    stringKeys: true,
  });
  const found = [...document.errors, ...document.warnings];
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = found.map((error) => ({ ...at(error.pos[0]), sentence: sentenceOf(error, text) }));
  if (problems.length > 0) return failed(problems);
  const value = plainValue(document);
  if (value === undefined)
    return failed([{ ...at(Math.max(text.search(/(?<![\w"'])\*\w/u), 0)), sentence: noAliases }]);
  return { value, placeOf: (path) => at(offsetOf(document, path)), problems: [] };
}

const noAliases = 'References like `*name` are not understood here. Write the value out where it is used.';

function failed(problems: readonly YamlProblem[]): ReadYaml {
  return { value: null, placeOf: null, problems };
}

/** The composer of the library goes down one call a level and would end the process; its parser does not. */
function depthOf(text: string): number {
  let worst = 0;
  const open: { readonly node: unknown; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ node: token, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null) continue;
    worst = Math.max(worst, depth);
    if ('value' in node) open.push({ node: node.value, depth });
    if (!('items' in node) || !Array.isArray(node.items)) continue;
    for (const item of node.items as readonly { readonly key?: unknown; readonly value?: unknown }[])
      open.push({ node: item.key, depth: depth + 1 }, { node: item.value, depth: depth + 1 });
  }
  return worst;
}

/** Undefined where the document holds aliases. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) ?? null;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Where the key of a value stands, or the item of a list; for what is not there, what it is missing from. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    const node: unknown = pair === undefined ? document.getIn(path.slice(0, length), true) : pair.key;
    const offset = startOf(node);
    if (offset !== null) return offset;
  }
  return startOf(document.contents) ?? 0;
}

function startOf(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const { range } = node;
  const start: unknown = Array.isArray(range) ? range[0] : null;
  return typeof start === 'number' ? start : null;
}

function sentenceOf({ code, message, pos }: YAMLError, text: string): string {
  const word = /^[^\s:,\]}]{0,60}/u.exec(text.slice(pos[0]))?.[0] ?? '';
  switch (code) {
    case 'BAD_SCALAR_START':
      return word.startsWith('@')
        ? `A value cannot begin with \`@\`. Write the login without it: ${named(word.slice(1))}.`
        : `A value cannot begin with ${named(text.charAt(pos[0]))}. Put it in quotes.`;
    case 'DUPLICATE_KEY':
      return `${named(word)} stands here a second time. Join the two, or delete one.`;
    case 'TAB_AS_INDENT':
      return 'This line begins with a tab. Indent with spaces.';
    case 'MULTIPLE_DOCS':
      return 'A second document begins here (`---`). Keep one.';
    case 'TAG_RESOLVE_FAILED':
      return `Tags like ${named(word)} are not understood here. Write the plain value.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A second colon, or a line that is indented too far. Put a value that holds a colon in quotes, and line keys of one level up.';
    case 'NON_STRING_KEY':
      return 'A key must be one plain word.';
    default:
      return `This cannot be read as YAML (${message.replace(/\.$/u, '')}). Look at this line and the one above it.`;
  }
}

/** Where a part of a text that was read already stands. */
export function placeIn(text: string, path: Path): Place {
  return readYaml(text).placeOf?.(path) ?? { line: 1, column: 1 };
}
