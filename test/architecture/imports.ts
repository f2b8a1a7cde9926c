import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

export type Import = {
  /** What stands in the quotes; null where it is worked out only when the program runs. */
  readonly from: string | null;
  /** What is taken, as written: `{ createHash }`. Empty for `import()` and for imports of effects. */
  readonly taken: string;
  readonly typeOnly: boolean;
};

const STATEMENT =
  /(?<![.\w$])(?:import|export)\s+(?<type>type\s+)?(?<taken>[\w$\s,*{}]*?)\s*\bfrom\s*(?=['"])/g;
const EFFECT = /(?<![.\w$])import\s*(?=['"])/g;
const CALL = /(?<![.\w$])(?:import|require)\s*\(\s*/g;

/** Every import of a source, static, dynamic or of types. `code` is the same source, blanked. */
export function importsOf(source: string, code: string): readonly Import[] {
  const statements = [...code.matchAll(STATEMENT)].map((found) => ({
    from: quotedAt(source, code, found.index + found[0].length),
    taken: found.groups?.['taken'] ?? '',
    typeOnly: found.groups?.['type'] !== undefined,
  }));
  const others = [...code.matchAll(EFFECT), ...code.matchAll(CALL)].map((found) => ({
    from: quotedAt(source, code, found.index + found[0].length),
    taken: '',
    typeOnly: false,
  }));
  return [...statements, ...others];
}

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'library'; readonly name: string };

/** What an import of the file at `path` leads to. Paths are relative to the repository, with `/`. */
export function targetOf(path: string, from: string): Target {
  if (from.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(path), from) };
  if (isBuiltin(from)) return { kind: 'builtin', name: from.startsWith('node:') ? from : `node:${from}` };
  return { kind: 'library', name: from.split('/', from.startsWith('@') ? 2 : 1).join('/') };
}

function quotedAt(source: string, code: string, at: number): string | null {
  const quote = code[at];
  if (quote !== "'" && quote !== '"') return null;
  return source.slice(at + 1, code.indexOf(quote, at + 1));
}
