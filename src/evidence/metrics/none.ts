import { lessOf } from './lead.ts';
import type { Reading } from './reading.ts';

const FAULT =
  '(?:failures?|errors?|differences?|flakes?|mismatch(?:es)?|crash(?:es)?|deadlocks?|duplicates?|time-?outs?|pages?|alerts?|incidents?|outages?|oom kills?|ooms?|restarts?|panics?|leaks?|lost (?:messages|writes|rows|updates|orders|events)|(?:failed|stuck|dropped|missed|lost) [a-z]{3,14})';
const TRIAL =
  '(?:runs?|iterations?|repetitions?|executions?|builds|deploys|deployments|requests|entries|rows|records|events|messages|payments|orders|attempts|times|nights)';
const MANY = '\\d[\\d,.]{1,12}(?:k|M|\\smillion|\\sthousand)?';
const NUMBER = '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const NONE = '(?:0|zero|no|not an?(?:\\ssingle)?|not one)';
const MOMENT =
  '(?:then|that|it (?:went|was)|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|last|\\d|merging|deploying|rolling|(?:the |this |we )?(?:release|deploy\\w*|roll-?out|rolled|change|fix|merge\\w*|switch\\w*|migration|migrated|cut-?over|launch|index|go-?live|restart))';

const NONE_OF_MANY = new RegExp(
  `\\b(?:0|zero|no)\\s${FAULT}\\s(?:in|over|across|out of|after)\\s(?:the\\s|all\\s)?(?:last\\s)?${MANY}\\s(?:[\\w-]{1,14}\\s)?${TRIAL}\\b`,
  'i',
);
const MANY_WITHOUT = new RegExp(
  `(?<!\\S)${MANY}\\s(?:[\\w-]{1,14}\\s)?${TRIAL}\\s(?:without|with (?:no|zero|0))\\s(?:an?\\s|any\\s)?(?:single\\s)?${FAULT}\\b`,
  'i',
);
/** `0 of 300 runs failed`. */
const NONE_FAILED = new RegExp(
  `\\b(?:0|none|zero)\\s(?:out\\s)?of\\s(?:the\\s)?${MANY}\\s(?:[\\w-]{1,14}\\s)?${TRIAL}\\s(?:failed|flaked|crashed|hung|timed out|deadlocked|lost)\\b`,
  'i',
);
/** `0 errors since the release`, `no deadlocks in three weeks of production`. */
const NONE_SINCE = new RegExp(
  `\\b${NONE}\\s(?:[a-z-]{2,14}\\s){0,2}?${FAULT}\\s(?:(?:has|have) been seen\\s|seen\\s)?(?:since(?:\\s${MOMENT}|[.,;!)]|\\s?$)|(?:in|for|over)\\s(?:the last\\s)?${NUMBER}\\s(?:days|weeks|months|nights|quarters)\\b)`,
  'i',
);
/** `no import killed (before: 3 of 5 nights)`. */
const NONE_UNLIKE_BEFORE = new RegExp(
  `\\bno\\s(?:[\\w-]{2,16}\\s){1,2}(?:was\\s|were\\s)?(?:killed|failed|lost|dropped|stuck|missed|crashed)\\s?[,(]\\s?(?:before|was|were|previously|instead of)\\b[^.;()\\d]{0,16}\\d[^.;()]{0,30}`,
  'i',
);
const READERS = [NONE_OF_MANY, MANY_WITHOUT, NONE_FAILED, NONE_SINCE, NONE_UNLIKE_BEFORE];

/** `0 failures in 500 runs`, `1,000 runs without a failure`, `no errors since Tuesday`: what no longer happens. */
export function readNone(sentence: string): Reading | null {
  for (const pattern of READERS) {
    const match = pattern.exec(sentence);
    if (match !== null) return lessOf(match);
  }
  return null;
}
