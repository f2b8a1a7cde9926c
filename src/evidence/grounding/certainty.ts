import { matchesOf } from './same-figure.ts';
import type { ReadSource, Reading } from './reading.ts';
import { anchorsOf, looksAhead } from './statements.ts';
import type { Contradiction } from './support.ts';
import { pieceAt, type Clause } from './wording.ts';

/** What is only hoped for and told as a fact, and hopes, plans and promises that no source has. */
export function compareCertainty(
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return [
    ...sentence.figures.flatMap((figure) => hopedFigure(sentence, figure, sources)),
    ...sentence.clauses.flatMap((clause) => hopedClause(sentence, clause, sources)),
    ...sentence.sentences.flatMap((piece) => ownHope(piece, sources)),
  ];
}

function hopedFigure(
  sentence: Reading,
  figure: Reading['figures'][number],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  if (looksAhead(pieceAt(sentence.sentences, figure.from).text)) return [];
  const matches = matchesOf(sentence, figure, sources);
  const [first] = matches;
  const isHoped = matches.every(({ source, figure: { from } }) => isUnsureAt(source, from));
  return first === undefined || !isHoped ? [] : [hoped(figure.text, first.source)];
}

/** `The bill fell` where all that is known of the bill is what was hoped of it. */
function hopedClause(
  sentence: Reading,
  clause: Clause,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  if (looksAhead(pieceAt(sentence.sentences, clause.from).text)) return [];
  const anchors = anchorsOf(clause.stems, sources);
  const [first] = anchors;
  return first === undefined || !anchors.every(({ statement }) => statement.unsure)
    ? []
    : [hoped(clause.text.trim(), first.source)];
}

function isUnsureAt(source: ReadSource, at: number): boolean {
  const piece = pieceAt(source.statements, at);
  return 'unsure' in piece && piece.unsure;
}

function hoped(text: string, { source }: ReadSource): Contradiction {
  const reason = 'The source hopes for this or guesses it; it does not state it.';
  return { kind: 'certainty', text, reason, key: source.key };
}

function ownHope(piece: Clause, sources: readonly ReadSource[]): readonly Contradiction[] {
  if (!looksAhead(piece.text)) return [];
  const anchors = anchorsOf(piece.stems, sources);
  if (anchors.some(({ statement }) => statement.unsure)) return [];
  const reason = 'No source hopes for this, plans it or promises it.';
  return [{ kind: 'certainty', text: piece.text.trim(), reason, key: null }];
}
