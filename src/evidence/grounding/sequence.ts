import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { share, sidesOf, stem, stemsOf } from './wording.ts';

type Pair<Part> = { readonly text: string; readonly first: Part; readonly next: Part };

const TOKEN = "[`(]?([\\p{L}][\\p{L}\\p{N}_.'’/-]{0,60})[`)]?";
/** What was, and what took its place, by the words between them. */
const REPLACEMENTS: readonly (readonly [pattern: RegExp, oldFirst: boolean])[] = [
  [
    new RegExp(
      `\\bfrom\\s(?:the\\s|an?\\s)?${TOKEN}\\s(?:over\\s)?(?:to|onto|into)\\s(?:the\\s|an?\\s)?${TOKEN}`,
      'giu',
    ),
    true,
  ],
  [new RegExp(`\\b${TOKEN}\\s(?:→|->|=>)\\s${TOKEN}`, 'giu'), true],
  [
    new RegExp(
      `\\breplac(?:e|es|ed|ing)\\s(?:the\\s|an?\\s)?${TOKEN}\\s(?:by|with)\\s(?:the\\s|an?\\s)?${TOKEN}`,
      'giu',
    ),
    true,
  ],
  [
    new RegExp(
      `\\b${TOKEN}\\s(?:is|was|are|were|been|being)\\sreplaced\\s(?:by|with)\\s(?:the\\s|an?\\s)?${TOKEN}`,
      'giu',
    ),
    true,
  ],
  [
    new RegExp(
      `\\b${TOKEN}\\s(?:instead of|rather than|in place of|has replaced|replaces|replaced|over|supersed(?:es|ed))\\s(?:the\\s|an?\\s)?${TOKEN}`,
      'giu',
    ),
    false,
  ],
];
const EARLIER = /\b(?:before|until|ahead of|prior to)\b(?!\s?(?:[.,;:)]|$|and\b|\d))/gi;
const LATER =
  /(?<!\bin the \d{1,5} days )\b(?:after(?: which)?|once|following|as soon as|since)\b(?!\s?(?:[.,;:)]|$|and\b|all\b|\d))/gi;

/** `from NATS to cron` where the source moves from cron to NATS; `closed before it was opened`. */
export function compareSequence(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const replaced = replacementsOf(sentence);
  const events = eventsOf(sentence);
  const statedReplacements = replaced.length === 0 ? [] : sources.flatMap(replacementsOf);
  const statedEvents = events.length === 0 ? [] : sources.flatMap(eventsOf);
  return [
    ...replaced
      .filter(
        (one) => !statedReplacements.some((other) => other.first === one.first && other.next === one.next),
      )
      .map((one) => disorder(one.text)),
    ...events
      .filter((one) => !statedEvents.some((other) => sameOrder(one, other)))
      .map((one) => disorder(one.text)),
  ];
}

function disorder(text: string): Contradiction {
  return { kind: 'order', text, reason: 'No source says which of them came first.', key: null };
}

/** Figures have their own order, which is compared with their values. */
function replacementsOf({ text, figures }: Reading): readonly Pair<string>[] {
  const isOfFigures = (match: RegExpExecArray) =>
    figures.some(({ from }) => from >= match.index && from < match.index + match[0].length);
  return REPLACEMENTS.flatMap(([pattern, oldFirst]) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isOfFigures(match))
      .map((match) => {
        const [left = '', right = ''] = [match[1], match[2]].map((word = '') =>
          stem(word.replace(/[.'’/-]+$/, '')),
        );
        return { text: match[0], first: oldFirst ? left : right, next: oldFirst ? right : left };
      }),
  ).filter(({ first, next }) => first !== next);
}

type Words = ReadonlySet<string>;

function eventsOf(reading: Reading): readonly Pair<Words>[] {
  return [...eventsBy(reading, EARLIER, true), ...eventsBy(reading, LATER, false)];
}

function eventsBy(reading: Reading, pattern: RegExp, leadIsFirst: boolean): readonly Pair<Words>[] {
  return [...reading.text.matchAll(pattern)].flatMap((match) => {
    const [lead, rest] = eventsAround(reading, match.index, match.index + match[0].length);
    if (lead.size === 0 || rest.size === 0) return [];
    return [{ text: match[0], first: leadIsFirst ? lead : rest, next: leadIsFirst ? rest : lead }];
  });
}

/** What stands before the word and after it; where it opens the sentence, what follows the comma comes before it. */
function eventsAround(reading: Reading, from: number, to: number): readonly [lead: Words, rest: Words] {
  const [before, after] = sidesOf(reading, from, to);
  const comma = after.indexOf(', ');
  if (stemsOf(before).size === 0 && comma !== -1)
    return [wordsOf(after.slice(comma)), wordsOf(after.slice(0, comma))];
  return [wordsOf(before), wordsOf(after)];
}

function wordsOf(text: string): Words {
  const numbers = [...text.matchAll(/#\d{1,10}/g)].map((match) => match[0]);
  return new Set([...stemsOf(text), ...numbers]);
}

function sameOrder(claim: Pair<Words>, stated: Pair<Words>): boolean {
  if (!share(claim.first, stated.first) || !share(claim.next, stated.next)) return false;
  const crossed = count(claim.first, stated.next) + count(claim.next, stated.first);
  return count(claim.first, stated.first) + count(claim.next, stated.next) > crossed;
}

function count(left: Words, right: Words): number {
  return [...left].filter((word) => right.has(word)).length;
}
