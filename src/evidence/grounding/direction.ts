import { matchesOf, sameValue } from './same-figure.ts';
import type { Figure } from './figures.ts';
import {
  claimedDirection,
  directionOf,
  plainDirections,
  statedDirection,
  type Change,
  type Direction,
} from './order.ts';
import type { ReadSource, Reading } from './reading.ts';
import { anchorsOf } from './statements.ts';
import type { Contradiction, Finding } from './support.ts';
import { pieceAt, stemsOf, type Clause } from './wording.ts';

/** Changes of the sentence in another order, and figures given another direction, than the sources say. */
export function compareDirections(
  sentence: Reading,
  sources: readonly ReadSource[],
  findings: readonly Finding[],
): readonly Contradiction[] {
  return [
    ...sentence.changes.flatMap((change) => orderOfChange(change, sources)),
    ...sentence.figures.flatMap((figure) => directionOfFigure(sentence, figure, sources, findings)),
    ...sentence.clauses.flatMap((clause) => directionOfClause(sentence, clause, sources)),
  ];
}

/** `Order search is slower now`: no figure, but a direction, which the source must have of the same thing. */
function directionOfClause(
  sentence: Reading,
  clause: Clause,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const isWithin = ({ from, at = from ?? 0 }: { readonly from?: number; readonly at?: number }) =>
    at >= clause.from && at < clause.to;
  if (sentence.figures.some(isWithin) || sentence.negations.some(isWithin)) return [];
  const claimed = plainDirections(clause.text);
  if (claimed.length === 0) return [];
  const turning = stemsOf(
    clause.text.replaceAll(/\b(?:remov|delet|eliminat|add|avoid|gain|doubl|halv)\w{0,4}\b/gi, ' '),
  );
  const words = turning.size > 0 ? turning : stemsOf(sentence.text);
  const stated = anchorsOf(words, sources).flatMap(({ statement }) => statement.directions);
  if (claimed.every((direction) => stated.includes(direction))) return [];
  const reason = 'No source says this direction of it.';
  return [{ kind: 'direction', text: clause.text.trim(), reason, key: null }];
}

function orderOfChange(change: Change, sources: readonly ReadSource[]): readonly Contradiction[] {
  const text = `${change.before.text} before ${change.after.text}`;
  const sameOrder = (other: Change) =>
    sameValue(other.before.value, change.before.value) && sameValue(other.after.value, change.after.value);
  if (sources.some((source) => source.changes.some(sameOrder))) return [];
  const swapped = sources.find((source) =>
    source.changes.some((other) => sameOrder({ ...other, before: other.after, after: other.before })),
  );
  if (swapped !== undefined)
    return [
      { kind: 'order', text, reason: 'The source has them the other way round.', key: swapped.source.key },
    ];
  return [{ kind: 'order', text, reason: 'No source says which was before and which after.', key: null }];
}

function directionOfFigure(
  sentence: Reading,
  figure: Figure,
  sources: readonly ReadSource[],
  findings: readonly Finding[],
): readonly Contradiction[] {
  const claimed = directionClaimed(sentence, figure);
  const support = findings.find((one) => one.kind === 'figure' && one.from === figure.from)?.support;
  if (claimed === null || support === undefined || support.state === 'unsupported' || support.key === '')
    return [];
  const stated = directionsStated(sentence, figure, sources, support.key, support.state);
  if (stated.includes(claimed)) return [];
  const reason =
    stated.length === 0
      ? 'The source does not say in which direction.'
      : 'The source says the opposite direction.';
  return [{ kind: 'direction', text: figure.text, reason, key: support.key }];
}

/** In `rose from 1.8 s to 210 ms` the verb and the figures must agree with each other, too. */
function directionClaimed(sentence: Reading, figure: Figure): Direction | null {
  const change = sentence.changes.find((one) => one.before.from === figure.from);
  if (change === undefined) return claimedDirection(sentence.text, figure);
  const lead = { ...figure, to: figure.from, from: beforeFrom(sentence.text, figure.from) };
  return claimedDirection(`${sentence.text.slice(0, lead.from)} by `, {
    ...lead,
    from: lead.from + 4,
    to: lead.from + 4,
    sign: 0,
  });
}

function beforeFrom(text: string, at: number): number {
  return text.slice(0, at).replace(/\s?(?:\bfrom\b)?\s?(?:about|around|roughly)?\s?[~≈]?$/i, '').length;
}

function directionsStated(
  sentence: Reading,
  figure: Figure,
  sources: readonly ReadSource[],
  key: string,
  state: 'found' | 'computed',
): readonly Direction[] {
  const relevant = sources.filter((source) => source.source.key === key);
  const ownChange = sentence.changeAt.get(figure.from);
  if (ownChange !== undefined) return present([directionOf(ownChange)]);
  if (state === 'computed') return present(relevant.flatMap((source) => source.changes.map(directionOf)));
  return present(
    matchesOf(sentence, figure, relevant).map((match) => directionAt(match.source, match.figure)),
  );
}

function directionAt(source: ReadSource, figure: Figure): Direction | null {
  const change = source.changeAt.get(figure.from);
  if (change !== undefined) return directionOf(change);
  const claimed = claimedDirection(source.text, figure);
  if (claimed !== null) return claimed;
  const clause = pieceAt(source.clauses, figure.from);
  const from = Math.max(clause.from, figure.from - 200);
  const near = source.text.slice(from, Math.min(clause.to, figure.to + 200));
  return statedDirection(near, figure.from - from, figure.to - from, figure.sign);
}

function present(directions: readonly (Direction | null)[]): readonly Direction[] {
  return directions.filter((one) => one !== null);
}
