import { z } from 'zod';
import { asEditorsReadIt } from './json-schema.ts';
import { named } from './named.ts';

/**
 * A pack: one competency framework as data. It says which areas there are, which rules find signals of them,
 * and from which confidence on an area is told, or asked of the author. Nothing in the code names an area.
 */
const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens')
  .describe('Lower-case letters, digits and hyphens.');
const sentence = z.string().min(3);
const pattern = z
  .string()
  .refine(compiles, { error: 'is not a regular expression that compiles' })
  .describe('A regular expression; capital letters make no difference.');

/** What work at each level looks like. A manager chooses among them; the app never does. */
export const levelsSchema = z.strictObject({
  exceeds: sentence.describe('What work beyond what the role asks looks like.'),
  meets: sentence.describe('What work that does what the role asks looks like.'),
  developing: sentence.describe('What work on the way there looks like.'),
});

const area = z.strictObject({
  key,
  title: sentence,
  means: sentence.describe('What work in this area is, in one sentence.'),
  question: sentence.describe('Asked in the 1:1 where little was found: blank is a question.'),
  levels: levelsSchema.optional().describe('What the work of each level looks like, a sentence each.'),
  alsoAs: z
    .array(key)
    .min(1)
    .optional()
    .describe('Further targets of the weights that count as this area: the surest of them decides.'),
});

/** Found in the title (`title.<key>`) and description (`body.<key>`), in paths (`path.<key>.some|most|all`), or in labels (`label.<key>`). */
const rule = z.strictObject({
  key,
  pattern,
  reason: sentence.describe('Completes "counts here because it …"'),
});

/** Work that succeeds by not being noticed is looked for on purpose: in the title, or in a handwritten path. */
const unseenKind = z.strictObject({
  key,
  title: sentence,
  words: pattern.optional(),
  paths: pattern.optional(),
});

export const levels = ['exceeds', 'meets', 'developing'] as const;
export type Level = (typeof levels)[number];

/** What remarks can be about, found in their words: `tests`, `edge-cases`. */
const topic = z.strictObject({ key, pattern });

const sign = z
  .string()
  .regex(/^[a-z]+(?:[.-][a-z-]+)*$/, 'use lower-case letters, hyphens and dots')
  .describe('What is recorded of a piece of work: `unseen.migration`, `path.runbook`, `held`, `did.fixed`.');
const signs = z.array(sign).min(1);

/** What must be on record for a phrase to be offered. Nothing here can say that something is missing from the record. */
const needs = z.strictObject({
  work: z.enum(['change', 'review', 'incident']).default('change'),
  pieces: z.number().int().min(1).max(9).default(1).describe('How many of them there must be.'),
  areas: z.enum(['own', 'any']).default('own').describe('`any`: work of whatever area counts.'),
  any: signs.optional().describe('At least one of these.'),
  all: signs.optional().describe('Each of these.'),
  none: signs.optional().describe('Work that has one of these is something else.'),
  metric: z.enum(['stated', 'compared']).optional().describe('A figure; or one with before and after.'),
  word: z
    .array(z.enum(['author', 'peer', 'record']))
    .min(1)
    .optional()
    .describe('Whose word the figure or the impact must be; of nobody in particular unless told.'),
});

/** A sentence of a review with slots, offered only when what it needs is on record. */
const phrase = z.strictObject({
  key,
  area: key,
  level: z.enum(levels),
  text: sentence.describe(
    'Begins with a verb in the past and names nobody: `Found …`. Slots: `{win}`, `{metric}`, …',
  ),
  self: sentence.optional().describe('In the first person; without it `I` and the text.'),
  needs,
  beside: needs
    .omit({ pieces: true })
    .optional()
    .describe('What speaks against the pattern and must stand beside it: `{beside}`.'),
});

const weights = named(z.string(), named(z.string(), z.number()));

export const packSchema = z.strictObject({
  name: key,
  title: sentence,
  version: z.string().regex(/^\d+\.\d+$/),
  areas: z.array(area).min(1),
  unseen: z.array(unseenKind),
  words: z.array(rule),
  paths: z.array(rule),
  /** Looked for in the labels of a change and of the issues that it closes (`label.<key>`). */
  labels: z.array(rule).default([]),
  /** The areas in which work beside changes is credited. */
  credits: z.strictObject({ review: key, reviewAcrossTeams: key, incident: key }),
  /** Rule → area (or `notable`) → weight; the rule `always` is what holds with no signal at all. */
  weights,
  /** Word and place (`title latency`) → area (or `notable`) → weight: what the pack has learnt of wording. */
  vocabulary: weights.default({}),
  /** From which confidence on each area is told, and from which its author is asked. From 0 to 1. */
  tell: named(z.string(), z.number().min(0).max(1)),
  ask: named(z.string(), z.number().min(0).max(1)),
  notable: z.number().min(0).max(1),
  topics: z.array(topic).default([]),
  phrases: z.array(phrase).default([]),
});

/** JSON Schema of a pack, for editors. */
export function packJsonSchema(): z.core.JSONSchema.JSONSchema {
  return asEditorsReadIt(packSchema, {
    title: 'Framework pack of Groundwork',
    description:
      'One competency framework: its areas, the rules that find signals of them, and their weights.',
  });
}

export type Pack = Readonly<z.infer<typeof packSchema>>;
export type Area = Pack['areas'][number];
export type Phrase = Pack['phrases'][number];
export type Needs = Phrase['needs'];
export type Rule = Pack['words'][number];

export function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}
