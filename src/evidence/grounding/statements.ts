import { isUnsure } from '../metrics/words.ts';
import { readDeeds, type Deed } from './doers.ts';
import type { Negation } from './denials.ts';
import { directionOf, plainDirections, type Direction } from './order.ts';
import type { ReadSource, Reading } from './reading.ts';
import { allStems, pieceAt, type Clause } from './wording.ts';

const AHEAD =
  /\b(?:going to|about to|on track to|bound to|set to (?:be|become|go|fall|rise|take|need|bring)|promis(?:e|es|ed|ing)|commit(?:s|ted)? to|soon|from now on|in (?:the )?future)\b/i;

/** One sentence of a source, taken apart once. */
export type Statement = Clause & {
  readonly words: ReadonlySet<string>;
  /** It hopes, guesses, plans or sets a condition. */
  readonly unsure: boolean;
  /** Whom it names, and what it tells that they did. */
  readonly deeds: readonly Deed[];
  readonly negations: readonly Negation[];
  /** The directions that its changes and its words tell of. */
  readonly directions: readonly Direction[];
};

export function readStatements({ sentences, negations, changes }: Reading): readonly Statement[] {
  const denied = Map.groupBy(negations, ({ at }) => pieceAt(sentences, at).from);
  const changed = Map.groupBy(changes, ({ from }) => pieceAt(sentences, from).from);
  return sentences.map((sentence) => ({
    ...sentence,
    words: allStems(sentence.text),
    unsure: looksAhead(sentence.text),
    deeds: readDeeds(sentence.text),
    negations: denied.get(sentence.from) ?? [],
    directions: [
      ...plainDirections(sentence.text),
      ...(changed.get(sentence.from) ?? []).map(directionOf).filter((one) => one !== null),
    ],
  }));
}

/** A sentence of a source that shares words with a claim. */
export type Anchor = { readonly statement: Statement; readonly source: ReadSource };

/** The statements that share the most words with a claim; none where no statement shares any. */
export function anchorsOf(words: ReadonlySet<string>, sources: readonly ReadSource[]): readonly Anchor[] {
  let most = 1;
  let anchors: Anchor[] = [];
  for (const source of sources) {
    for (const statement of source.statements) {
      const shared = overlap(words, statement);
      if (shared > most) anchors = [];
      if (shared >= most) anchors.push({ statement, source });
      most = Math.max(most, shared);
    }
  }
  return anchors;
}

/** It hopes, guesses, plans, promises or sets a condition. `May 4` is a day, no possibility. */
export function looksAhead(text: string): boolean {
  const prose = text.replaceAll(/\bMay\b(?=\s\d)|(?<=\d\s|(?:of|in|since|by|until)\s)May\b/g, ' ');
  return isUnsure(prose) || AHEAD.test(prose);
}

/** How many of the words the statement has. */
export function overlap(words: ReadonlySet<string>, { words: stated }: Statement): number {
  let count = 0;
  for (const word of words) if (stated.has(word)) count += 1;
  return count;
}
