import { computed } from './computed.ts';
import type { Figure } from './figures.ts';
import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Contradiction, Count, Finding, Support } from './support.ts';
import { orderedStems, pieceAt, share, stem, stemsOf } from './wording.ts';

export type FigureVerdict = {
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
};
/** A figure of a source that says the same as one of the sentence. */
export type Match = { readonly source: ReadSource; readonly figure: Figure };

/** Looks every figure of a sentence up: said so by a source, counted by code, or computed from what a source says. */
export function lookUpFigures(
  sentence: Reading,
  sources: readonly ReadSource[],
  counts: readonly Count[],
): FigureVerdict {
  const findings = sentence.figures.map((figure) => finding(sentence, figure, sources, counts));
  const lost = sentence.figures.filter((_, at) => findings[at]?.support.state === 'unsupported');
  return { findings, contradictions: lost.flatMap((figure) => otherUnit(figure, sources)) };
}

function finding(
  sentence: Reading,
  figure: Figure,
  sources: readonly ReadSource[],
  counts: readonly Count[],
): Finding {
  const support = supportOf(sentence, figure, sources, counts);
  return { kind: 'figure', text: figure.text, from: figure.from, support };
}

function supportOf(
  sentence: Reading,
  figure: Figure,
  sources: readonly ReadSource[],
  counts: readonly Count[],
): Support {
  const matches = matchesOf(sentence, figure, sources);
  const [match] = matches.filter(
    (one) => !isSaidOfSomethingElse(sentence, figure, one) && !isUnheardOf(sentence, figure, one.source),
  );
  if (match !== undefined) {
    const { key, grade, who = null } = match.source.source;
    return { state: 'found', key, grade, who };
  }
  const reckoned = counted(sentence, figure, counts) ?? computed(sentence, figure, sources);
  if (reckoned !== null) return reckoned;
  const reason =
    matches.length > 0 ? 'The sources say this figure of something else.' : 'No source says this figure.';
  return { state: 'unsupported', reason };
}

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

function sameQuantity(sentence: Reading, figure: Figure, source: Reading, other: Figure): boolean {
  const [claimed, stated] = [inSharedUnit(sentence, figure), inSharedUnit(source, other)];
  const sameUnit =
    claimed.dimension === stated.dimension && (figure.dimension !== 'money' || figure.unit === other.unit);
  const samePer =
    figure.per === null ||
    figure.per === other.per ||
    new RegExp(`\\bper ${figure.per}`, 'i').test(source.text);
  return sameUnit && samePer && closeEnough(figure, claimed.value, stated.value);
}

/** `about 1.8 s` is a fair word for 1.83 s; without `about` only the same value is. */
function closeEnough(figure: Figure, claimed: number, stated: number): boolean {
  if (sameValue(claimed, stated)) return true;
  return (
    figure.approximate && Math.abs(claimed - stated) <= Math.min(figure.step / 2, Math.abs(claimed) * 0.05)
  );
}

function inSharedUnit(
  reading: Reading,
  figure: Figure,
): { readonly value: number; readonly dimension: string } {
  return figure.dimension === 'count' ? (reading.inSharedUnit.get(figure.from) ?? figure) : figure;
}

/** `12 reads` is not `12 writes`: the words that follow a count must be those of the source. */
function sameThing(sentence: Reading, figure: Figure, source: Reading, other: Figure): boolean {
  if (figure.dimension !== 'count') return true;
  const [claimed, stated] = [thingsAfter(sentence, figure), thingsAfter(source, other)];
  if (claimed.length === 0) return true;
  if (stated.length > 0) return claimed.some((word) => stated.includes(word));
  return share(new Set(claimed), new Set(orderedStems(source.text)));
}

function thingsAfter(reading: Reading, figure: Figure): readonly string[] {
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

/** `writes fell from 41 to 3` where no source knows of writes: the words that lead to a figure must occur. */
function isUnheardOf(sentence: Reading, figure: Figure, source: ReadSource): boolean {
  if (figure.dimension === 'count' && thingsAfter(sentence, figure).length > 0) return false;
  const clause = pieceAt(sentence.clauses, figure.from);
  const lead = sentence.text.slice(clause.from, figure.from).replaceAll(/\bper\s\w{1,20}/g, ' ');
  const people = stemsOf(source.source.who ?? '');
  const claimed = [...stemsOf(lead)].filter((word) => !people.has(word));
  return claimed.length > 0 && !share(new Set(claimed), stemsOf(source.text));
}

/** The source has the figure, and the subject of the sentence too, but beside another figure. */
function isSaidOfSomethingElse(sentence: Reading, figure: Figure, match: Match): boolean {
  const claimed = subjectAt(sentence, figure.from);
  if (claimed.size === 0 || share(claimed, subjectAt(match.source, match.figure.from))) return false;
  const rivals = match.source.figures.filter(
    (one) => one.dimension === match.figure.dimension && !sameValue(one.value, match.figure.value),
  );
  return rivals.some((rival) => share(claimed, subjectAt(match.source, rival.from)));
}

function counted(sentence: Reading, figure: Figure, counts: readonly Count[]): Support | null {
  if (figure.dimension !== 'count') return null;
  const things = thingsAfter(sentence, figure);
  const count = counts.find(
    (one) =>
      one.value === figure.value &&
      (things.length === 0 || things.some((word) => orderedNouns(one.of).includes(word))),
  );
  if (count === undefined) return null;
  return {
    state: 'computed',
    formula: `counted: ${count.value} ${count.of}`,
    key: count.key,
    grade: null,
    who: null,
  };
}

function orderedNouns(text: string): readonly string[] {
  return text.split(/\s+/).map(stem);
}

/** The same number with another unit is worth its own sentence: `1.8 ms` where the source says `1.8 s`. */
function otherUnit(figure: Figure, sources: readonly ReadSource[]): readonly Contradiction[] {
  const written = numberOf(figure.text);
  for (const source of sources) {
    const other = source.figures.find((one) => numberOf(one.text) === written && one.unit !== figure.unit);
    if (other !== undefined) {
      return [
        { kind: 'unit', text: figure.text, reason: `The source says ${other.text}.`, key: source.source.key },
      ];
    }
  }
  return [];
}

function numberOf(text: string): string {
  return (/\d[\d.,'’ \u00a0\u202f]*/.exec(text)?.[0] ?? '').replaceAll(/[^\d.]/g, '');
}
