import type { z } from 'zod';
import { rulesFileSchema, rulesJsonSchema, toRules } from './rules-schema.ts';
import { sentencesOf } from './rules-sentences.ts';
import type { Told } from './rules-sentences.ts';
import { readYaml, spellPath } from './rules-yaml.ts';
import type { Place } from './rules-yaml.ts';
import type { Rules } from './rules.ts';

/** One thing that is wrong in a rules file, and what to do about it. Line and column count from 1. */
export type RulesProblem = {
  /** Null, as the column, where only the path is known. */
  readonly line: number | null;
  readonly column: number | null;
  /** `managers[0].login`; empty for the file as a whole. */
  readonly path: string;
  /** May quote the file, so escape it where it is shown. */
  readonly sentence: string;
  /** `wrong`: the file as a whole cannot be in force. `doubtful`: it is, but this does not do what was meant. */
  readonly kind: 'wrong' | 'doubtful';
};

export type ReadRules =
  | { readonly rules: Rules; readonly problems: readonly [] }
  | { readonly rules: null; readonly problems: readonly RulesProblem[] };

const largest = 64 * 1024;

/** Reads the text of a rules file. Never throws: whatever is wrong is told, all of it at once, in order of line. */
export function readRules(text: string): ReadRules {
  const { data, problems } = readFile(text, { schema: rulesFileSchema, jsonSchema: rulesJsonSchema });
  return data === null ? { rules: null, problems } : { rules: toRules(data), problems: [] };
}

export type ReadFile<Data> =
  | { readonly data: Data; readonly problems: readonly [] }
  | { readonly data: null; readonly problems: readonly RulesProblem[] };

export type FileKind<Data> = {
  readonly schema: z.ZodType<Data>;
  /** As editors have it, so that the keys that may stand somewhere can be named. */
  readonly jsonSchema: () => z.core.JSONSchema.JSONSchema;
  /** What no schema sees: parts that do not fit each other. */
  readonly faults?: (data: Data) => readonly Told[];
};

/** Reads a file that people write in YAML, of any kind. Never throws. */
export function readFile<Data>(text: string, { schema, jsonSchema, faults }: FileKind<Data>): ReadFile<Data> {
  if (text.length > largest) return { data: null, problems: [wrong({ line: 1, column: 1 }, '', tooLarge)] };
  const yaml = readYaml(text);
  if (yaml.placeOf === null)
    return { data: null, problems: yaml.problems.map((one) => wrong(one, '', one.sentence)) };
  const parsed = schema.safeParse(withoutNothing(yaml.value) ?? {}, { reportInput: true });
  const told = parsed.success
    ? (faults?.(parsed.data) ?? [])
    : sentencesOf(parsed.error.issues, jsonSchema());
  if (parsed.success && told.length === 0) return { data: parsed.data, problems: [] };
  const problems = told
    .map(({ path, sentence }) => ({ place: yaml.placeOf(path), path: spellPath(path), sentence }))
    .toSorted((one, other) => byPlace(one.place, other.place));
  return { data: null, problems: problems.map(({ place, path, sentence }) => wrong(place, path, sentence)) };
}

function wrong({ line, column }: Place, path: string, sentence: string): RulesProblem {
  return { line, column, path, sentence, kind: 'wrong' };
}

/** What holds while nobody has said anything: a preview of nobody's work. */
export function emptyRules(): Rules {
  return toRules(rulesFileSchema.parse({}));
}

const tooLarge =
  'The file is larger than 64 KB, which nothing here needs. In rules, name teams instead of people.';

/** A key with nothing behind it counts as left out. What lists hold stays, so that an empty item is told. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNothing(inner)]));
}

function byPlace(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}
