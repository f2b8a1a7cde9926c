import type { FileChange } from './facts.ts';

export type AttributeLookup = (path: string) => FileChange['attribute'];

export type AttributesFile = {
  /** The folder it lies in: '' for the root, else `docs/api`. */
  readonly folder: string;
  readonly text: string;
};

type Name = 'generated' | 'vendored' | 'documentation';

/** Null where a line takes the word back that another one gave: `!linguist-generated`. */
type Setting = readonly [name: Name, on: boolean | null];

type Rule = {
  readonly folder: string;
  /** The pattern cut at its slashes; a pattern without one matches names at any depth. */
  readonly segments: readonly string[];
  readonly anywhere: boolean;
  readonly settings: readonly Setting[];
};

const ORDER: readonly Name[] = ['generated', 'vendored', 'documentation'];
const RULES_LIMIT = 2000;
const CACHE_LIMIT = 20_000;

/**
 * What `.gitattributes` files say of a path, as git reads them: the last matching line wins, deeper files over
 * higher ones. Matching takes at most pattern × path steps, whatever the patterns.
 */
export function createAttributeLookup(files: readonly AttributesFile[]): AttributeLookup {
  const byDepth = [...files].toSorted((one, other) => depth(one.folder) - depth(other.folder));
  const rules = byDepth.flatMap(readRules).slice(0, RULES_LIMIT);
  if (rules.length === 0) return () => null;
  const known = new Map<string, FileChange['attribute']>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const attribute = judge(rules, path);
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(path, attribute);
    return attribute;
  };
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

function judge(rules: readonly Rule[], path: string): FileChange['attribute'] {
  const on = new Map<Name, boolean | null>();
  for (const rule of rules) {
    if (matches(rule, path)) for (const [name, value] of rule.settings) on.set(name, value);
  }
  const marked = ORDER.find((name) => on.get(name) === true);
  if (marked !== undefined) return marked;
  return on.get('generated') === false || on.get('vendored') === false ? 'handwritten' : null;
}

function readRules({ folder, text }: AttributesFile): readonly Rule[] {
  return text.split(/\r?\n/).flatMap((line) => readRule(folder, line) ?? []);
}

function readRule(folder: string, line: string): Rule | null {
  const trimmed = line.slice(0, 2048).trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('[attr]')) return null;
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(trimmed);
  const pattern = quoted ? quoted[1]!.replaceAll(/\\(["\\])/g, '$1') : trimmed.split(/\s/, 1)[0]!;
  const settings = trimmed
    .slice(quoted ? quoted[0].length : pattern.length)
    .split(/\s+/)
    .map(readSetting)
    .filter((setting) => setting !== null);
  // Git forbids patterns that begin with `!`, and a pattern for folders matches no file.
  if (settings.length === 0 || pattern.startsWith('!') || pattern.endsWith('/')) return null;
  const parts = pattern.replace(/^\//, '').split('/');
  // Git takes three stars and more for two.
  const segments = parts.map((part) => part.replace(/^\*{3,}$/, '**'));
  return { folder, segments, anywhere: segments.length === 1 && !pattern.startsWith('/'), settings };
}

function readSetting(word: string): Setting | null {
  const match = /^([-!]?)linguist-(generated|vendored|documentation)(?:=(.*))?$/.exec(word);
  if (!match) return null;
  const name = ORDER.find((known) => known === match[2]);
  if (name === undefined) return null;
  if (match[1] === '!') return [name, null];
  return [name, match[1] === '' && !/^(?:false|0|no|off)$/i.test(match[3] ?? '')];
}

function matches(rule: Rule, path: string): boolean {
  if (rule.folder !== '' && !path.startsWith(`${rule.folder}/`)) return false;
  const parts = (rule.folder === '' ? path : path.slice(rule.folder.length + 1)).split('/');
  if (rule.anywhere) return matchName(rule.segments[0]!, parts.at(-1)!);
  return matchParts(rule.segments, parts);
}

/** `**` stands for any number of folders; only the last one seen ever needs to give way. */
function matchParts(segments: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let part = 0; part < parts.length;) {
    if (segments[at] === '**') {
      star = at++;
      resume = part;
      // At the end it stands for everything inside, of which there must be something.
      if (at === segments.length) return true;
    } else if (at < segments.length && matchName(segments[at]!, parts[part]!)) {
      at += 1;
      part += 1;
    } else if (star !== -1) {
      at = star + 1;
      part = ++resume;
    } else return false;
  }
  return at === segments.length;
}

/** `*`, `?`, `[a-z]` and `\` within one name. */
function matchName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < name.length;) {
    const width = pattern[at] === '*' ? 0 : matchOne(pattern, at, name[index]!);
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (width > 0) {
      at += width;
      index += 1;
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** How many characters of the pattern the one character used up; 0 when it does not fit. */
function matchOne(pattern: string, at: number, character: string): number {
  const sign = pattern[at];
  if (sign === undefined) return 0;
  if (sign === '?') return 1;
  if (sign === '[') return matchSet(pattern, at, character);
  if (sign === '\\') return pattern[at + 1] === character ? 2 : 0;
  return sign === character ? 1 : 0;
}

function matchSet(pattern: string, at: number, character: string): number {
  const end = pattern.indexOf(']', at + 2);
  if (end === -1) return 0;
  const negated = /[!^]/.test(pattern[at + 1]!);
  const set = pattern.slice(at + (negated ? 2 : 1), end);
  return inSet(set, character) === negated ? 0 : end + 1 - at;
}

function inSet(set: string, character: string): boolean {
  for (let index = 0; index < set.length; index += 1) {
    const last = set[index + 1] === '-' ? set[index + 2] : undefined;
    if (last === undefined) {
      if (set[index] === character) return true;
    } else {
      if (set[index]! <= character && character <= last) return true;
      index += 2;
    }
  }
  return false;
}
