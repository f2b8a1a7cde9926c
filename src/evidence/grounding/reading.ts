import { readQuantities, type Quantity } from '../metrics/quantities.ts';
import { negationsOf, type Negation } from './denials.ts';
import { readDates, type WrittenDate } from './dates.ts';
import { readFigures, type Figure } from './figures.ts';
import { readChanges, type Change } from './order.ts';
import type { Source } from './support.ts';
import { clausesOf, pieceAt, sentencesOf, stemsOf, type Clause } from './wording.ts';

/** A text taken apart once, so that every check reads the same parts. */
export type Reading = {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
  readonly changes: readonly Change[];
  /** Figures whose unit a partner states, by offset: 40 in `from 40 to 12 minutes` is forty minutes. */
  readonly inSharedUnit: ReadonlyMap<number, Quantity>;
  readonly negations: readonly Negation[];
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Clause[];
};

export type ReadSource = Reading & { readonly source: Source };

/** GitHub's own limit for a body is 65,536. */
const LONGEST = 100_000;

export function readText(text: string): Reading {
  const read = text.slice(0, LONGEST);
  const changes = readChanges(read, readQuantities(read));
  return {
    text: read,
    figures: readFigures(read),
    dates: readDates(read),
    changes,
    inSharedUnit: new Map(
      changes.flatMap(({ before, after }) => [before, after]).map((part) => [part.from, part]),
    ),
    negations: negationsOf(read),
    clauses: clausesOf(read),
    sentences: sentencesOf(read),
  };
}

export function readSource(source: Source): ReadSource {
  return { ...readText(source.text), source };
}

/** The subject words near an offset: those of its clause, or of its sentence where the clause has none. */
export function subjectAt(reading: Reading, at: number): ReadonlySet<string> {
  const clause = stemsOf(pieceAt(reading.clauses, at).text);
  return clause.size > 0 ? clause : stemsOf(pieceAt(reading.sentences, at).text);
}
