import type { z } from 'zod';
import { nearestOf } from './rules-nearest.ts';
import { rulesFileSchema, rulesJsonSchema, toRules } from './rules-schema.ts';
import { named } from './rules-shapes.ts';
import { readYaml } from './rules-yaml.ts';
import { spellPath } from './rules-yaml.ts';
import type { Path, Place } from './rules-yaml.ts';
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
  if (text.length > largest) return { rules: null, problems: [wrong({ line: 1, column: 1 }, '', tooLarge)] };
  const yaml = readYaml(text);
  if (yaml.placeOf === null)
    return { rules: null, problems: yaml.problems.map((one) => wrong(one, '', one.sentence)) };
  const parsed = rulesFileSchema.safeParse(withoutNothing(yaml.value) ?? {}, { reportInput: true });
  if (parsed.success) return { rules: toRules(parsed.data), problems: [] };
  const problems = parsed.error.issues
    .flatMap(tell)
    .map(({ path, sentence }) => ({ place: yaml.placeOf(path), path: spellPath(path), sentence }))
    .toSorted((one, other) => byPlace(one.place, other.place));
  return { rules: null, problems: problems.map(({ place, path, sentence }) => wrong(place, path, sentence)) };
}

function wrong({ line, column }: Place, path: string, sentence: string): RulesProblem {
  return { line, column, path, sentence, kind: 'wrong' };
}

/** What holds while nobody has said anything: a preview of nobody's work. */
export function emptyRules(): Rules {
  return toRules(rulesFileSchema.parse({}));
}

const tooLarge = 'The file is larger than 64 KB, which no rules need. Name teams instead of people.';

/** A key with nothing behind it counts as left out. What lists hold stays, so that an empty item is told. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNothing(inner)]));
}

type Told = { readonly path: Path; readonly sentence: string };

function tell(issue: z.core.$ZodIssue): readonly Told[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'invalid_union') return meantBranch(issue).flatMap(tell);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], sentence: aboutKey(key, keysAt(path)) }));
  return [{ path, sentence: sentenceOf(issue, String(path.at(-1) ?? '')) }];
}

/** Where a value may be one word or hold further keys, what is wrong is told of the kind that was written. */
function meantBranch({ errors, path, input }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const isKeys = typeof input === 'object' && input !== null && !Array.isArray(input);
  const refusesKind = (issues: readonly z.core.$ZodIssue[]) =>
    issues.some(
      (issue) => issue.path.length === 0 && issue.code === (isKeys ? 'invalid_value' : 'invalid_type'),
    );
  const meant = errors.find((issues) => !refusesKind(issues)) ?? [];
  return meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function sentenceOf(issue: z.core.$ZodIssue, key: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return aboutType(issue.expected, issue.input, key);
    case 'invalid_value':
      return aboutChoice(issue.values.map(String), issue.input, key);
    case 'too_small':
      return `\`${key}\` is at least ${issue.minimum}, not ${named(issue.input)}.`;
    case 'too_big':
      return `\`${key}\` is at most ${issue.maximum}, not ${named(issue.input)}.`;
    default:
      return issue.message;
  }
}

function aboutKey(key: string, known: readonly string[]): string {
  const meant = nearestOf(key, known);
  if (meant !== null) return `There is no key ${named(key)} here. Did you mean \`${meant}\`?`;
  return `There is no key ${named(key)} here. Delete it, or use one of ${listed(known)}.`;
}

function aboutChoice(values: readonly string[], input: unknown, key: string): string {
  const meant = typeof input === 'string' ? nearestOf(input, values) : null;
  const instead = meant === null ? '' : ` Did you mean \`${meant}\`?`;
  return `\`${key}\` is ${listed(values)}, not ${spell(input)}.${instead}`;
}

function aboutType(expected: string, input: unknown, key: string): string {
  const what = /^\d*$/u.test(key) ? 'This item' : `\`${key}\``;
  if (input === undefined) return `${what} is missing. Add it.`;
  if (input === null) return 'This item is empty. Fill it in, or delete its line.';
  if (expected === 'array')
    return typeof input === 'string'
      ? `${what} is a list. Write \`${key}: [${shown(input)}]\`.`
      : `${what} is a list: one \`- …\` a line.`;
  if (expected === 'object')
    return key === ''
      ? 'The file must hold keys, such as `engineers:`.'
      : `${what} holds further keys: ${spell(input)} cannot stand there.`;
  if (expected === 'int' || expected === 'number') return `${what} is a whole number, not ${spell(input)}.`;
  return typeof input === 'number' || typeof input === 'boolean'
    ? `${what} is text. Put it in quotes: \`'${String(input)}'\`.`
    : `${what} is one plain text, not ${spell(input)}.`;
}

function spell(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' && input !== null ? 'further keys' : named(input);
}

function shown(input: string): string {
  return named(input).slice(1, -1);
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** Which keys may stand at a place of the file. */
function keysAt(path: Path): readonly string[] {
  let schema: z.core.JSONSchema.JSONSchema = rulesJsonSchema();
  for (const part of path) {
    const next = typeof part === 'number' ? schema.items : schema.properties?.[part];
    if (typeof next !== 'object' || Array.isArray(next)) return [];
    schema = next.anyOf?.find(({ properties }) => properties !== undefined) ?? next;
  }
  return Object.keys(schema.properties ?? {});
}

function byPlace(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}
