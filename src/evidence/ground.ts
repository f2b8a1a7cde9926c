import { compareCertainty } from './grounding/certainty.ts';
import { lookUpDates } from './grounding/date-look-up.ts';
import { compareDirections } from './grounding/direction.ts';
import { lookUpFigures } from './grounding/figure-look-up.ts';
import { lookUpNames, readNames } from './grounding/names.ts';
import { compareNegations } from './grounding/negation.ts';
import { comparePeople } from './grounding/people.ts';
import { lookUpQuotes, readQuoted } from './grounding/quotes.ts';
import { readSource, readText, type ReadSource } from './grounding/reading.ts';
import { compareRoles } from './grounding/roles.ts';
import type { Count, Grounding, Source } from './grounding/support.ts';
import { compareUniversals } from './grounding/universals.ts';
import { lookUpItems, readItems, sourcesAbout } from './grounding/words-look-up.ts';

export type {
  Contradiction,
  ContradictionKind,
  Count,
  Finding,
  FindingKind,
  Grounding,
  Source,
  Support,
} from './grounding/support.ts';

/**
 * Looks up every figure, date, quote, reference, name and system of a sentence in the sources it claims to rest on,
 * and compares order, direction, denial, `all` and `only`, and who did it. `counts` are numbers that code counted
 * over stored evidence. Found is not proven: it tells that the sources say so, and whose word that is. Sources are
 * read up to 100,000 UTF-16 code units each.
 */
export function ground(
  sentence: string,
  sources: readonly Source[],
  counts: readonly Count[] = [],
): Grounding {
  return groundIn(sentence, sources.map(readSource), counts);
}

/** The same for many sentences that rest on the same sources, which are then read once. */
export function groundAll(
  sentences: readonly string[],
  sources: readonly Source[],
  counts: readonly Count[] = [],
): readonly Grounding[] {
  const read = sources.map(readSource);
  return sentences.map((sentence) => groundIn(sentence, read, counts));
}

function groundIn(sentence: string, read: readonly ReadSource[], counts: readonly Count[]): Grounding {
  const own = readText(sentence);
  const quotes = readQuoted(own.text);
  const items = readItems(own.text, [...own.figures, ...own.dates]);
  const names = readNames(own.text, [...own.dates, ...items]);
  const figures = lookUpFigures(own, read, counts);
  const findings = [
    ...figures.findings,
    ...lookUpDates(own, sourcesAbout(items, read)),
    ...lookUpQuotes(quotes, read),
    ...lookUpItems(items, own, read),
    ...lookUpNames(names, read),
  ].toSorted((left, right) => left.from - right.from);
  const contradictions = [
    ...figures.contradictions,
    ...compareDirections(own, read, findings),
    ...compareRoles(own, read),
    ...compareCertainty(own, read),
    ...compareNegations(own, read),
    ...compareUniversals(own, read),
    ...comparePeople(own, names, quotes, read, findings),
  ];
  const passes = contradictions.length === 0 && findings.every((one) => one.support.state !== 'unsupported');
  return { passes, findings, contradictions };
}
