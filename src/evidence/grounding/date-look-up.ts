import { dateIsStated, type WrittenDate } from './dates.ts';
import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Finding, Support } from './support.ts';
import { share } from './wording.ts';

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
    for (const stated of source.dates) {
      if (!dateIsStated(date, stated)) continue;
      if (!isSaidOfSomethingElse(sentence, date, source, stated)) return found(source, date, stated);
      elsewhere = true;
    }
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

/** `opened 3 March, merged 19 March` does not say that anything was merged on 3 March. */
function isSaidOfSomethingElse(
  sentence: Reading,
  date: WrittenDate,
  source: ReadSource,
  stated: WrittenDate,
): boolean {
  const claimed = subjectAt(sentence, date.from);
  if (share(claimed, subjectAt(source, stated.from))) return false;
  const rivals = source.dates.filter((other) => other.from !== stated.from && !dateIsStated(date, other));
  return rivals.some((rival) => share(claimed, subjectAt(source, rival.from)));
}
