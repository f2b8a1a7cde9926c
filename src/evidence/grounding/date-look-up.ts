import { dateIsStated, type WrittenDate } from './dates.ts';
import { isCalled } from './names.ts';
import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Finding, Support } from './support.ts';
import { pieceAt, share, stem } from './wording.ts';

/** `by Jun` names a month, unless somebody of the sources is called so. */
export function withoutPeople(sentence: Reading, sources: readonly ReadSource[]): Reading {
  const isPerson = ({ text, day, year }: WrittenDate) =>
    day === null &&
    year === null &&
    sources.some(({ source }) => isCalled(source.who, text.replace('.', '')));
  return { ...sentence, dates: sentence.dates.filter((date) => !isPerson(date)) };
}

/** Looks every date of a sentence up, however it is spelt. A day within a stated range counts as stated. */
export function lookUpDates(sentence: Reading, sources: readonly ReadSource[]): readonly Finding[] {
  return sentence.dates.map((date) => ({
    kind: 'date',
    text: date.text,
    from: date.from,
    support: supportOf(sentence, date, sources),
  }));
}

function supportOf(sentence: Reading, date: WrittenDate, sources: readonly ReadSource[]): Support {
  let elsewhere = false;
  for (const source of sources) {
    const stated = source.dates.filter((one) => dateIsStated(date, one));
    const fitting = stated.filter((one) => !isSaidOfAnother(sentence, date, source, one));
    const match = saidOfIt(sentence, date, source, fitting);
    if (match !== null) return found(source, date, match);
    elsewhere ||= stated.length > 0;
  }
  const reason = elsewhere ? 'The sources say this date of something else.' : 'No source says this date.';
  return { state: 'unsupported', reason };
}

function found(source: ReadSource, date: WrittenDate, stated: WrittenDate): Support {
  const { key, grade, who = null } = source.source;
  const within =
    stated.lastDay !== null &&
    (date.lastDay !== stated.lastDay || date.day !== stated.day) &&
    date.day !== null;
  if (!within) return { state: 'found', key, grade, who };
  return { state: 'computed', formula: `${date.text} is within ${stated.text}`, key, grade, who };
}

/** Beside the subject of the sentence, where that names one. */
function saidOfIt(
  sentence: Reading,
  date: WrittenDate,
  source: ReadSource,
  stated: readonly WrittenDate[],
): WrittenDate | null {
  const claimed = subjectAt(sentence, date.from);
  const isOfIt = (one: WrittenDate) => claimed.size === 0 || share(claimed, subjectAt(source, one.from));
  return stated.find(isOfIt) ?? null;
}

/** `opened 3 March, merged 19 March` does not say that anything was merged on 3 March, nor #7 when only #6 was. */
function isSaidOfAnother(
  sentence: Reading,
  date: WrittenDate,
  source: ReadSource,
  stated: WrittenDate,
): boolean {
  const [own, other] = [segmentAt(sentence, date.from), segmentAt(source, stated.from)];
  if (areApart(participlesOf(own), participlesOf(other))) return true;
  const piece = pieceAt(source.sentences, stated.from);
  const around = source.text.slice(
    Math.max(piece.from, stated.from - 200),
    Math.min(piece.to, stated.to + 200),
  );
  const there = [other, around].map(numbersOf).find(({ size }) => size > 0);
  return there !== undefined && areApart(numbersOf(own), there);
}

/** Both name some, and none is the same. */
function areApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size > 0 && right.size > 0 && !share(left, right);
}

/** The part of a clause that a date belongs to: `opened on … and closed on …` has two. */
function segmentAt(reading: Reading, at: number): string {
  const clause = pieceAt(reading.clauses, at);
  const start = Math.max(clause.from, at - 200);
  const near = reading.text.slice(start, Math.min(clause.to, at + 200));
  let from = 0;
  for (const join of near.matchAll(/\s(?:and|then|but|while|before|after)\s/g)) {
    const end = join.index + join[0].length;
    if (start + join.index >= at) return near.slice(from, join.index);
    if (/\p{Ll}{2,20}ed\b/u.test(near.slice(end, end + 40))) from = end;
  }
  return near.slice(from);
}

function participlesOf(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}{2,20}ed(?![\p{L}\p{N}])/gu)].map((match) => stem(match[0])),
  );
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/#\d{1,10}/g)].map((match) => match[0]));
}
