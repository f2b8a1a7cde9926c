import { boundOf } from './bounds.ts';
import { computed } from './computed.ts';
import type { Figure } from './figures.ts';
import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import { matchesOf, sameValue, thingsAfter, type Match } from './same-figure.ts';
import type { Contradiction, Count, Finding, Support } from './support.ts';
import { pieceAt, share, stem, stemsOf } from './wording.ts';

export type FigureVerdict = {
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
};

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
  const match = sources
    .map((source) =>
      saidOfIt(
        sentence,
        figure,
        source,
        matches.filter((one) => one.source === source),
      ),
    )
    .find((one) => one !== null);
  if (match !== undefined && match !== null) {
    const { key, grade, who = null } = match.source.source;
    if (sameOrRounded(sentence, figure, match)) return { state: 'found', key, grade, who };
    const formula = `${match.figure.text} is ${boundOf(sentence.text, figure)} ${figure.text}`;
    return { state: 'computed', formula, key, grade, who };
  }
  const reckoned = counted(sentence, figure, counts) ?? computed(sentence, figure, sources);
  if (reckoned !== null) return reckoned;
  const reason =
    matches.length > 0 ? 'The sources say this figure of something else.' : 'No source says this figure.';
  return { state: 'unsupported', reason };
}

/**
 * The match that is about what the sentence speaks of. One beside other words is taken where the source does not say
 * the subject of the sentence beside another figure: then the two are about different things.
 */
function saidOfIt(
  sentence: Reading,
  figure: Figure,
  source: ReadSource,
  matches: readonly Match[],
): Match | null {
  const [first] = matches;
  if (first === undefined || isUnheardOf(sentence, figure, source)) return null;
  const claimed = subjectAt(sentence, figure.from);
  if (claimed.size === 0) return first;
  const own = matches.find((one) => share(claimed, subjectAt(source, one.figure.from)));
  if (own !== undefined) return own;
  const isRival = ({ dimension, value, from }: Figure) =>
    dimension === first.figure.dimension &&
    !sameValue(value, first.figure.value) &&
    share(claimed, subjectAt(source, from));
  return source.figures.some(isRival) ? null : first;
}

/** `writes fell from 41 to 3` where no source knows of writes: the words that lead to a figure must occur. */
function isUnheardOf(sentence: Reading, figure: Figure, source: ReadSource): boolean {
  if (figure.dimension === 'count' && thingsAfter(sentence, figure).length > 0) return false;
  const clause = pieceAt(sentence.clauses, figure.from);
  const lead = sentence.text.slice(clause.from, figure.from).replaceAll(/\bper\s\w{1,20}/g, ' ');
  const people = stemsOf(source.source.who ?? '');
  const claimed = [...stemsOf(lead)].filter((word) => !people.has(word));
  return claimed.length > 0 && !share(new Set(claimed), source.words);
}

function sameOrRounded(sentence: Reading, figure: Figure, match: Match): boolean {
  const bound = boundOf(sentence.text, figure);
  return bound !== 'over' && bound !== 'under' ? true : boundOf(match.source.text, match.figure) === bound;
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
