import { bears, boundOf } from './bounds.ts';
import type { Figure } from './figures.ts';
import type { ReadSource, Reading } from './reading.ts';
import { literal, pieceAt, share, stem } from './wording.ts';

/** A figure of a source that says the same as one of the sentence. */
export type Match = { readonly source: ReadSource; readonly figure: Figure };

/** The figures of the sources with the same value, unit and thing counted. */
export function matchesOf(
  sentence: Reading,
  figure: Figure,
  sources: readonly ReadSource[],
): readonly Match[] {
  return sources.flatMap((source) =>
    source.figures
      .filter(
        (one) => sameQuantity(sentence, figure, source, one) && sameThing(sentence, figure, source, one),
      )
      .map((one) => ({ source, figure: one })),
  );
}

export function sameValue(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

function sameQuantity(sentence: Reading, figure: Figure, source: ReadSource, other: Figure): boolean {
  const [claimed, stated] = [inSharedUnit(sentence, figure), inSharedUnit(source, other)];
  const sameUnit =
    claimed.dimension === stated.dimension && (figure.dimension !== 'money' || figure.unit === other.unit);
  return sameUnit && closeEnough(sentence, figure, source, other) && samePer(sentence, figure, source, other);
}

/** `per page` may stand anywhere near: `reads per page go from 41 to 3`. */
function samePer(sentence: Reading, figure: Figure, source: Reading, other: Figure): boolean {
  const per = figure.per ?? PER_THING.exec(sentence.text.slice(figure.to, figure.to + 60))?.[1] ?? null;
  if (per === null || per === other.per) return true;
  const clause = pieceAt(source.clauses, other.from);
  const near = source.text.slice(
    Math.max(clause.from, other.from - 200),
    Math.min(clause.to, other.to + 200),
  );
  return new RegExp(`\\b(?:per|an?|each|every) ${literal(per)}`, 'i').test(near);
}

/** `14 retries per run`: what it is counted in stands after what is counted. */
const PER_THING = /^(?:\s[\p{L}-]{1,20}){1,3}?\sper\s(\p{L}{1,20})/u;

/**
 * `about 1.8 s` is a fair word for 1.83 s, `more than 40` for 41; without such a word only the same value is. What a
 * source itself only bounds or rounds may not be told more exactly.
 */
function closeEnough(sentence: Reading, figure: Figure, source: Reading, other: Figure): boolean {
  const [claimed, stated] = [inSharedUnit(sentence, figure).value, inSharedUnit(source, other).value];
  const [bound, known] = [boundOf(sentence.text, figure), boundOf(source.text, other)];
  if (known !== 'exactly') return bound === known && sameValue(claimed, stated);
  if (bound === 'over' || bound === 'under') return bears(bound, { ...figure, value: claimed }, stated);
  if (sameValue(claimed, stated)) return bound === 'exactly' && (figure.approximate || !other.approximate);
  const near = Math.abs(claimed - stated) <= Math.min(figure.step / 2, Math.abs(claimed) * 0.05);
  return figure.approximate && near && (bound === 'exactly' || stated < claimed);
}

function inSharedUnit(
  reading: Reading,
  figure: Figure,
): { readonly value: number; readonly dimension: string } {
  return figure.dimension === 'count' ? (reading.inSharedUnit.get(figure.from) ?? figure) : figure;
}

/** `12 reads` is not `12 writes`: the words that follow a count must be those of the source. */
function sameThing(sentence: Reading, figure: Figure, source: ReadSource, other: Figure): boolean {
  if (figure.dimension !== 'count') return true;
  const [claimed, stated] = [thingsAfter(sentence, figure), thingsAfter(source, other)];
  if (claimed.length === 0) return true;
  if (stated.length > 0) return claimed.some((word) => stated.includes(word));
  return share(new Set(claimed), source.words);
}

export function thingsAfter(reading: Reading, figure: Figure): readonly string[] {
  const phrase =
    /^[ \u00a0-]?((?:[\p{L}][\p{L}'’-]{0,30}[ \u00a0]?){1,4})/u.exec(
      reading.text.slice(figure.to, figure.to + 100),
    )?.[1] ?? '';
  const words = phrase.split(/[ \u00a0]/).filter((word) => word !== '');
  const end = words.findIndex((word) => BREAKS.has(word.toLowerCase()));
  return words.slice(0, end === -1 ? 3 : end).map(stem);
}

const BREAKS = new Set(
  'a an the of to in on by for from and or but per with at as is are was were that which than after before when within over under into through instead rather down up now went fell more fewer less faster slower'.split(
    ' ',
  ),
);
