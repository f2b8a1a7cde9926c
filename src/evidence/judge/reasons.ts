import type { Quote } from '../claim.ts';
import type { Framework } from '../../framework/compile.ts';
import { quotable } from '../quotable.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

/**
 * Why words make a poor reason. `before`: they tell only how it was, "when an acquirer was slow we made it slower".
 * `hope`: they tell what should come of it. `denial`: they deny, put off or only announce.
 */
export type Poorness = 'before' | 'hope' | 'denial';

// Patterns of plain letters, tried on every sentence: the flag for Unicode would halve their speed.
const looksBack =
  /\b(?:was|were|had|ha(?:s|ve) been|used to|did|could|would|when [^.,]{3,50}\w{2}ed(?=,)|until now|previously|formerly|before this|yesterday|last (?:night|week|month|year)|this year)\b/i;
const turns = /\b(?:now|no longer|instead|from now on|so that|not any ?more)\b/i;
const hopes =
  /\b(?:should|might|expect\w{0,3}|hop(?:e|es|ing|efully)|maybe|perhaps|probably|aims?|goals?|targets?|ideally|in theory)\b/i;
const denies =
  /\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot)\b(?! (?:longer|only|just|later)\b)|n['’]t\b|\bas \w+ as before\b|\bunchanged\b/i;
const putsOff =
  /\b(?:another day|some other day|next (?:week|time|month)|later on|follow-?up|todo|not yet)\b/i;
const announces = /:\s*$|^what goes\b/i;
/** What stands behind these is what the change sees to: "so that nobody mends it by mistake". */
const purpose = /\b(?:so that|instead of|rather than|even (?:if|when|where))\b.*$/isu;

/** Null for words that say what the change does. */
export function poornessOf(words: string): Poorness | null {
  const said = words.replace(purpose, '');
  if (looksBack.test(said) && !turns.test(words)) return 'before';
  if (hopes.test(said)) return 'hope';
  return denies.test(said) || putsOff.test(said) || announces.test(said) ? 'denial' : null;
}

/** What the names of rules begin with that were found in the description. */
const inBody = 'body.';

/**
 * Signals with the sentence that shows them best: where the first find is a poor reason, a later one that is none; where
 * it is cut off in the middle, the whole of it.
 */
export function withReasons(
  signals: readonly Signal[],
  reading: Reading,
  { words }: Framework,
): readonly Signal[] {
  const told = signals.filter(({ rule }) => rule.startsWith(inBody));
  if (!told.some(({ quote }) => isPoor(quote) || isCutOff(quote, reading))) return signals;
  const sentences = quotable(reading);
  return signals.map((signal) => {
    if (!signal.rule.startsWith(inBody)) return signal;
    const name = signal.rule.slice(inBody.length);
    const rule = words.rules.find(({ key }) => key === name);
    if (rule === undefined) return signal;
    const better = isPoor(signal.quote)
      ? sentences.find((quote) => rule.pattern.test(quote.text) && !isPoor(quote))
      : wholeOf(signal.quote, sentences, reading);
    return better === undefined ? signal : { ...signal, quote: better };
  });
}

function isPoor({ text }: Quote): boolean {
  return poornessOf(text) !== null;
}

/** Whether words of the same sentence stand right before or behind. */
function isCutOff({ text, place }: Quote, { change }: Reading): boolean {
  if (place.in !== 'body') return false;
  const before = change.body.slice(Math.max(0, place.from - 2), place.from);
  const after = change.body.slice(place.from + text.length, place.from + text.length + 2);
  return /[\p{L}\d,)] $/u.test(before) || /^[ ,][\p{L}\d ]/u.test(after);
}

function wholeOf(quote: Quote, sentences: readonly Quote[], reading: Reading): Quote | undefined {
  if (!isCutOff(quote, reading)) return undefined;
  const from = startOf(quote);
  return sentences.find(
    (whole) => startOf(whole) <= from && from + quote.text.length <= startOf(whole) + whole.text.length,
  );
}

function startOf({ place }: Quote): number {
  return place.in === 'body' ? place.from : -1;
}
