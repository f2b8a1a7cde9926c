import { lookUpRelativeTimes } from './grounding/calendar.ts';
import { compareCauses } from './grounding/cause.ts';
import { compareCertainty } from './grounding/certainty.ts';
import { lookUpDates, withoutPeople } from './grounding/date-look-up.ts';
import { compareDirections } from './grounding/direction.ts';
import { lookUpFigures } from './grounding/figure-look-up.ts';
import { lookUpNames, readNames, withoutOrdinary } from './grounding/names.ts';
import { compareNegations } from './grounding/negation.ts';
import { comparePeople } from './grounding/people.ts';
import { compareQuotes, longQuotes, lookUpQuotes, readQuoted } from './grounding/quotes.ts';
import { findPronouns } from './grounding/pronouns.ts';
import { readSource, readText, type ReadSource } from './grounding/reading.ts';
import { compareRoles } from './grounding/roles.ts';
import { compareSequence } from './grounding/sequence.ts';
import type { Count, Grounding, Source } from './grounding/support.ts';
import { compareUniversals } from './grounding/universals.ts';
import { compareClauses, compareWords } from './grounding/vocabulary.ts';
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
 * and compares order, direction, denial, cause, certainty, `all` and `only`, who did it, and every other word that
 * carries a claim. `counts` are numbers that code counted over stored evidence. It refuses when in doubt: a true
 * sentence in words that no source uses does not pass. Found is not proven: it tells that the sources say so, and
 * whose word that is. Sources are read up to 100,000 UTF-16 code units each, in time linear in their length.
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
  const own = withoutPeople(readText(sentence), read);
  const quotes = readQuoted(own.text);
  const items = readItems(own.text, [...own.figures, ...own.dates]);
  const spared = longQuotes(quotes);
  const names = withoutOrdinary(readNames(own.text, [...own.dates, ...items, ...spared]), read);
  const figures = lookUpFigures(own, read, counts);
  const findings = [
    ...figures.findings,
    ...lookUpDates(own, sourcesAbout(items, read)),
    ...lookUpRelativeTimes(own.text, read),
    ...lookUpQuotes(quotes, read),
    ...lookUpItems(items, own, read),
    ...lookUpNames(names, read),
  ].toSorted((left, right) => left.from - right.from);
  const contradictions = [
    ...figures.contradictions,
    ...compareDirections(own, read, findings),
    ...compareRoles(own, read),
    ...compareSequence(own, read),
    ...compareCauses(own, read),
    ...compareCertainty(own, read),
    ...compareNegations(own, read),
    ...compareQuotes(quotes, read),
    ...compareUniversals(own, read),
    ...comparePeople(own, names, quotes, read),
    ...findPronouns(own.text, spared),
    ...compareClauses(own, [...names, ...own.figures, ...own.dates, ...spared], read),
    ...compareWords(own.text, [...names, ...items, ...own.figures, ...own.dates, ...spared], read),
  ];
  const passes = contradictions.length === 0 && findings.every((one) => one.support.state !== 'unsupported');
  return { passes, findings, contradictions };
}
