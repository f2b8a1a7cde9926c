import { readQuantities, type Quantity } from '../metrics/quantities.ts';
import { negationsOf, type Negation } from './denials.ts';
import { readDates, type WrittenDate } from './dates.ts';
import { readFigures, type Figure } from './figures.ts';
import { readChanges, type Change } from './order.ts';
import type { Source } from './support.ts';
import { readStatements, type Statement } from './statements.ts';
import { clausesOf, pieceAt, sentencesOf, type Clause } from './wording.ts';

/** A text taken apart once, so that every check reads the same parts. */
export type Reading = {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
  readonly changes: readonly Change[];
  /** The change that a figure is part of, by the figure's offset. */
  readonly changeAt: ReadonlyMap<number, Change>;
  /** Figures whose unit a partner states, by offset: 40 in `from 40 to 12 minutes` is forty minutes. */
  readonly inSharedUnit: ReadonlyMap<number, Quantity>;
  readonly negations: readonly Negation[];
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Clause[];
};

export type ReadSource = Reading & {
  readonly source: Source;
  /** Its sentences with their words, which the words of a claim are compared with. */
  readonly statements: readonly Statement[];
  /** All words of its statements. */
  readonly words: ReadonlySet<string>;
};

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
    changeAt: new Map(
      changes.flatMap((change) => [
        [change.before.from, change],
        [change.after.from, change],
      ]),
    ),
    inSharedUnit: new Map(
      changes.flatMap(({ before, after }) => [before, after]).map((part) => [part.from, part]),
    ),
    negations: negationsOf(read),
    clauses: clausesOf(read),
    sentences: sentencesOf(read),
  };
}

export function readSource(source: Source): ReadSource {
  const read = readText(source.text);
  const statements = readStatements(read);
  return { ...read, source, statements, words: new Set(statements.flatMap(({ words }) => [...words])) };
}

/** The subject words near an offset: those of its clause, or of its sentence where the clause has none. */
export function subjectAt(reading: Reading, at: number): ReadonlySet<string> {
  const clause = pieceAt(reading.clauses, at).stems;
  return clause.size > 0 ? clause : pieceAt(reading.sentences, at).stems;
}
