import type { Quote } from './claim.ts';

/** One reason found in the facts, with the words, path or number it rests on. */
export type Signal = {
  /** The rule of the pack that found it: `title.latency`, `path.migration.some`. */
  readonly rule: string;
  /** Completes the sentence "counts here because it …": `adds or changes a database migration`. */
  readonly reason: string;
  readonly quote: Quote;
};
