import type { ReadSource } from './reading.ts';
import type { Finding } from './support.ts';
import { occurs } from './words-look-up.ts';

/** Times told by what they are near to. The source must use the same words. */
const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|overnight|(?:early |late |mid-?)?(?:last|next|this|the same|that|the following|the previous) (?:day|morning|afternoon|evening|night|week|weekend|fortnight|month|quarter|half-year|year|spring|summer|autumn|winter)|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)|Q[1-4]|H[12]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:a|one|some|several|the) (?:days?|weeks?|fortnight|months?|quarters?|years?) (?:later|earlier|before|after|ago)|(?:days|weeks|months|years) (?:later|earlier|ago)|year[- ](?:end|on[- ]year)|to date)\b/gi;

/** Looks up `last week`, `Q1`, `on a Friday`: no source says them in other words, and no clock is known here. */
export function lookUpRelativeTimes(text: string, sources: readonly ReadSource[]): readonly Finding[] {
  return [...text.matchAll(RELATIVE)].map((match) => ({
    kind: 'date',
    text: match[0],
    from: match.index,
    support: supportOf(match[0], sources),
  }));
}

function supportOf(words: string, sources: readonly ReadSource[]): Finding['support'] {
  if (/^the same day$/i.test(words)) {
    const same = sameDay(sources);
    if (same !== null) return same;
  }
  const source = sources.find((one) => occurs(one.text, words, false));
  if (source === undefined) return { state: 'unsupported', reason: 'No source says when in these words.' };
  const { key, grade, who = null } = source.source;
  return { state: 'found', key, grade, who };
}

/** Two things that the sources put on one day. */
function sameDay(sources: readonly ReadSource[]): Finding['support'] | null {
  const seen = new Set<string>();
  for (const { source, dates } of sources) {
    for (const { year, month, day } of dates) {
      const id = `${year}-${month}-${day}`;
      const { key, grade, who = null } = source;
      if (day !== null && seen.has(id))
        return { state: 'computed', formula: `both on ${id}`, key, grade, who };
      seen.add(id);
    }
  }
  return null;
}
