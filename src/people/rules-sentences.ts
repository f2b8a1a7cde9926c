import type { z } from 'zod';
import { nearestOf } from './rules-nearest.ts';
import { named } from './rules-shapes.ts';
import type { Path } from './rules-yaml.ts';

/** One thing that is wrong, and where. */
export type Told = { readonly path: Path; readonly sentence: string };

/** What a schema found wrong, in sentences that say what to do. The JSON Schema tells which keys there are. */
export function sentencesOf(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.JSONSchema.JSONSchema,
): readonly Told[] {
  return issues.flatMap((issue) => tell(issue, schema));
}

function tell(issue: z.core.$ZodIssue, schema: z.core.JSONSchema.JSONSchema): readonly Told[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'invalid_union') return meantBranch(issue).flatMap((one) => tell(one, schema));
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, sentence: message }));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], sentence: aboutKey(key, keysAt(path, schema)) }));
  const isWhole = schemaAt(path, schema)?.type === 'integer';
  return [{ path, sentence: sentenceOf(issue, String(path.at(-1) ?? ''), isWhole) }];
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

function sentenceOf(issue: z.core.$ZodIssue, key: string, isWhole: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return aboutType(isWhole ? 'int' : issue.expected, issue.input, key);
    case 'invalid_value':
      return aboutChoice(issue.values.map(String), issue.input, key);
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return issue.message;
      return `\`${key}\` is at least ${issue.minimum}, not ${named(issue.input)}.`;
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array') return issue.message;
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
      ? 'The file must hold keys: a word, a colon and what it says.'
      : `${what} holds further keys: ${spell(input)} cannot stand there.`;
  if (expected === 'int') return `${what} is a whole number, not ${spell(input)}.`;
  if (expected === 'number') return `${what} is a number, not ${spell(input)}.`;
  if (expected === 'record') return `${what} holds further keys: ${spell(input)} cannot stand there.`;
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
function keysAt(path: Path, whole: z.core.JSONSchema.JSONSchema): readonly string[] {
  return Object.keys(schemaAt(path, whole)?.properties ?? {});
}

function schemaAt(path: Path, whole: z.core.JSONSchema.JSONSchema): z.core.JSONSchema.JSONSchema | null {
  let schema = whole;
  for (const part of path) {
    const next =
      typeof part === 'number' ? schema.items : (schema.properties?.[part] ?? schema.additionalProperties);
    if (typeof next !== 'object' || Array.isArray(next)) return null;
    schema = next.anyOf?.find(({ properties }) => properties !== undefined) ?? next;
  }
  return schema;
}
