import { lookUpRelativeTimes } from './grounding/calendar.ts';
import { compareCauses } from './grounding/cause.ts';
import { compareCertainty } from './grounding/certainty.ts';
import { lookUpDates, withoutPeople } from './grounding/date-look-up.ts';
import { compareDirections } from './grounding/direction.ts';
import { lookUpFigures } from './grounding/figure-look-up.ts';
import { isWorkedBy, lookUpNames, readNames, withoutOrdinary } from './grounding/names.ts';
import { compareNegations } from './grounding/negation.ts';
import { comparePeople } from './grounding/people.ts';
import { compareQuotes, longQuotes, lookUpQuotes, readQuoted } from './grounding/quotes.ts';
import { findPronouns } from './grounding/pronouns.ts';
import { readSource, readText, type ReadSource } from './grounding/reading.ts';
import { compareRoles } from './grounding/roles.ts';
import { compareSequence } from './grounding/sequence.ts';
import type { Count, Grounding, Source } from './grounding/support.ts';
import { sentencesOfMarkdown } from './grounding/markdown-text.ts';
import { compareUniversals } from './grounding/universals.ts';
import { compareClauses, compareWords } from './grounding/vocabulary.ts';
import { inVoice, isSharedWork, type Voice } from './grounding/voice.ts';
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
export type { Voice } from './grounding/voice.ts';

/**
 * Looks up every figure, date, quote, reference, name and system of a sentence in the sources it claims to rest on,
 * and compares order, direction, denial, cause, certainty, `all` and `only`, who did it, and every other word that
 * carries a claim. `counts` are numbers that code counted over stored evidence. It refuses when in doubt: a true
 * sentence in words that no source uses does not pass. Found is not proven: it tells that the sources say so, and
 * whose word that is. With a `voice`, `I`, `my` and `they` are the engineer whose evidence it is, and `we` is fair where
 * the work was shared; without one, nobody is known by them. Sources are read up to 100,000 UTF-16 code units each, in time linear in their length.
 */
export function ground(
  sentence: string,
  sources: readonly Source[],
  counts: readonly Count[] = [],
  voice: Voice | null = null,
): Grounding {
  return groundVoiced(sentence, sources.map(readSource), counts, voice);
}

/** The same for many sentences that rest on the same sources, which are then read once. */
export function groundAll(
  sentences: readonly string[],
  sources: readonly Source[],
  counts: readonly Count[] = [],
  voice: Voice | null = null,
): readonly Grounding[] {
  const read = sources.map(readSource);
  return sentences.map((sentence) => groundVoiced(sentence, read, counts, voice));
}

/** One sentence of a text with what became of it. */
export type GroundedSentence = {
  /** As a reader sees it, without Markdown. */
  readonly text: string;
  /** The line of the Markdown that it stands in, from 1. */
  readonly line: number;
  readonly grounding: Grounding;
};

/** A whole Markdown text, sentence by sentence: headings, list items, quotes and table cells are sentences too. */
export function groundText(
  markdown: string,
  sources: readonly Source[],
  counts: readonly Count[] = [],
  voice: Voice | null = null,
): readonly GroundedSentence[] {
  const sentences = sentencesOfMarkdown(markdown);
  const known = new Map<string, Grounding>();
  const read = sources.map(readSource);
  return sentences.map(({ text, line }) => {
    const grounding = known.get(text) ?? groundVoiced(text, read, counts, voice);
    known.set(text, grounding);
    return { text, line, grounding };
  });
}

function groundVoiced(
  sentence: string,
  read: readonly ReadSource[],
  counts: readonly Count[],
  voice: Voice | null,
): Grounding {
  const { text, isShared, written } = inVoice(sentence, voice);
  const own = isShared ? read.filter(({ source }) => isSharedWork(source)) : read;
  const grounding = groundIn(text, own, counts);
  return { ...grounding, findings: grounding.findings.map(written) };
}

function groundIn(sentence: string, read: readonly ReadSource[], counts: readonly Count[]): Grounding {
  const own = withoutPeople(readText(sentence), read);
  const quotes = readQuoted(own.text);
  const items = readItems(own.text, [...own.figures, ...own.dates]);
  const spared = longQuotes(quotes);
  const names = withoutOrdinary(readNames(own.text, [...own.dates, ...items, ...spared]), read);
  const people = names.filter(({ text }) => read.some(({ source }) => isWorkedBy(source, text)));
  const ranks = items.filter(({ text }) => /^\d/.test(text));
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
    ...compareClauses(own, [...people, ...ranks, ...own.figures, ...own.dates, ...spared], read),
    ...compareWords(own, [...names, ...items, ...own.figures, ...own.dates, ...spared], read),
  ];
  const passes = contradictions.length === 0 && findings.every((one) => one.support.state !== 'unsupported');
  return { passes, findings, contradictions };
}
