import { z } from 'zod';

/**
 * A pack: one competency framework as data. It says which areas there are, which rules find signals of them,
 * and from which confidence on an area is told, or asked of the author. Nothing in the code names an area.
 */
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');
const sentence = z.string().min(3);
const pattern = z.string().refine(compiles, { error: 'is not a regular expression that compiles' });

const area = z.strictObject({
  key,
  title: sentence,
  /** What work in this area is, in one sentence. */
  means: sentence,
  /** Asked in the 1:1 where little was found: blank is a question. */
  question: sentence,
});

/** Found in the title (`title.<key>`) and description (`body.<key>`), or in paths (`path.<key>.some|most|all`). */
const rule = z.strictObject({
  key,
  pattern,
  /** Completes "counts here because it …" */
  reason: sentence,
});

/** Work that succeeds by not being noticed is looked for on purpose: in the title, or in a handwritten path. */
const unseenKind = z.strictObject({
  key,
  title: sentence,
  words: pattern.optional(),
  paths: pattern.optional(),
});

const weights = z.record(z.string(), z.record(z.string(), z.number()));

export const packSchema = z.strictObject({
  name: key,
  title: sentence,
  version: z.string().regex(/^\d+\.\d+$/),
  areas: z.array(area).min(1),
  unseen: z.array(unseenKind),
  words: z.array(rule),
  paths: z.array(rule),
  /** The areas in which work beside changes is credited. */
  credits: z.strictObject({ review: key, reviewAcrossTeams: key, incident: key }),
  /** Rule → area (or `notable`) → weight; the rule `always` is what holds with no signal at all. */
  weights,
  /** Word and place (`title latency`) → area (or `notable`) → weight: what the pack has learnt of wording. */
  vocabulary: weights.default({}),
  /** Probabilities from 0 to 1. */
  tell: z.record(z.string(), z.number().min(0).max(1)),
  ask: z.number().min(0).max(1),
  notable: z.number().min(0).max(1),
});

export type Pack = Readonly<z.infer<typeof packSchema>>;
export type Area = Pack['areas'][number];
export type Rule = Pack['words'][number];

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}
