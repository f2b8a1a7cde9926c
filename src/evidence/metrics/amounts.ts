import { around, changed, verbBefore } from './lead.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { isSetting, STRONG } from './settings.ts';
import { COST, GOOD, LESS_VERB, REMOVABLE } from './words.ts';

const NO_AMOUNT_SAVED =
  /\b(?:every|each|after|within|in|for|at|than|least|most|under|over|below|above|with|of|from|to|until|per|and|or|same|the first|the last|than)\s?[~≈(]?$/i;
const REMOVES =
  /\b(?:(?:remov|delet|eliminat|avoid|prevent|drop|sav|skip|cut|prun|kill)(?:s|e|es|ed|ing|ting|ping|ning)?|g[eo]t(?:s|ting)? rid of)\s(?:(?:the|all|of|about|around|over|nearly|almost|some|another|these|those|up|roughly|approximately|additional|extra|further|doing|making|sending|having|more than|at least)\s){0,2}?[~≈]?$/i;
const ONE_PER =
  /\b(?:eliminat|avoid|sav|remov|cut)\w{0,4}\s(?:one|an?)\s(?:[\w-]{1,14}\s){0,3}(?:query|call|request|round[- ]trip|allocation|lookup|read|write|copy)\sper\s\w{1,20}/i;
const ONE_FEWER =
  /\b(?:one|1)\s(?:fewer|less)\s(?:[\w-]{1,14}\s){0,3}?(?:query|call|request|round[- ]trip|allocation|lookup|read|write|copy)\b/i;
/** Fewer lines than this are no clean-up to tell. */
export const MANY_LINES = 100;
const FEWER = /^\s(?:fewer|less)\s/i;
/** `the two halves` are no verb. */
const HALVED =
  /(?<!\b(?:the|two|both|its|their|of|other|these|those|first|second|upper|lower)\s)\bhalv(?:es|ed|ing)\b/i;
const DOUBLED = /\bdoubl(?:es|ed|ing)\b/i;

/** `saves 3 GiB per pod`, `shaves 90 seconds off a build`: an amount, without what it was before. */
export function readSaved(sentence: string, quantity: Quantity): Reading | null {
  if (!['bytes', 'time', 'money', 'cores'].includes(quantity.dimension)) return null;
  const [lead, tail] = around(sentence, quantity);
  const verb = verbBefore(lead, LESS_VERB);
  if (verb === null || NO_AMOUNT_SAVED.test(lead) || isSetting(lead.slice(verb.to), tail)) return null;
  if (/^\s(?:ago|later|after|before|old|or older|long|each way|for)\b/i.test(tail)) return null;
  const word = sentence.slice(verb.from, verb.to);
  const by = /\bby\s(?:about\s|around\s|roughly\s|another\s)?[~≈]?$/i.test(lead);
  const amount = by
    ? COST.test(sentence) || /^(?:speed|sped|shorten)/i.test(word)
    : /^(?:sav|free|reclaim|shav|trim|reduc|cut)/i.test(word) && lead.length - verb.to < 24;
  return amount ? changed(quantity, 'less', verb.from) : null;
}

/** `p99 latency drops to 80 ms`. */
export function readReached(sentence: string, quantity: Quantity): Reading | null {
  if (quantity.dimension === 'count' || quantity.dimension === 'ratio') return null;
  const [lead, tail] = around(sentence, quantity);
  const to =
    /\b(?:(?:down\s)?to|below|under)\s(?:just\s|only\s|about\s|around\s|roughly\s|under\s|below\s|less than\s)?[~≈]?$/i.exec(
      lead,
    );
  if (to === null || isSetting(lead, tail)) return null;
  const verb = verbBefore(lead.slice(0, to.index), LESS_VERB);
  if (verb === null || !COST.test(lead) || GOOD.test(lead)) return null;
  if (/^(?:reduc|lower|shorten|trim)/i.test(lead.slice(verb.from)) && !STRONG.test(lead.slice(verb.to)))
    return null;
  return {
    from: verb.from,
    to: quantity.to,
    before: null,
    after: quantity,
    change: null,
    direction: 'less',
  };
}

/** `removes 1,200 lines of dead code`, `3 fewer queries per request`: counted things that are gone. */
export function readRemoved(sentence: string, quantity: Quantity): Reading | null {
  if (quantity.dimension !== 'count' || quantity.value < 2) return null;
  const [lead, tail] = around(sentence, quantity);
  const fewer = FEWER.exec(tail);
  const things = REMOVABLE.exec(tail.slice(fewer === null ? 1 : fewer[0].length));
  if (things === null || (fewer === null && !REMOVES.test(lead))) return null;
  if (/\blines\b/i.test(things[0]) && quantity.value < MANY_LINES) return null;
  const end = quantity.to + (fewer === null ? 1 : fewer[0].length) + things[0].length;
  return changed(quantity, 'less', quantity.from, end);
}

/** `saves one allocation per row`: one, but of every request. */
export function readOneLess(sentence: string): Reading | null {
  const match = ONE_PER.exec(sentence) ?? ONE_FEWER.exec(sentence);
  if (match === null) return null;
  return {
    from: match.index,
    to: match.index + match[0].length,
    before: null,
    after: null,
    change: null,
    direction: 'less',
  };
}

/** `halves memory use`, `throughput doubled`: the figure is in the verb. */
export function readHalved(sentence: string): Reading | null {
  const halved = HALVED.exec(sentence);
  const match = halved ?? DOUBLED.exec(sentence);
  if (match === null) return null;
  const near = sentence.slice(Math.max(0, match.index - 40), match.index + 50);
  if (!(halved === null ? GOOD : COST).test(near) || isSetting(near, '')) return null;
  if (halved !== null && GOOD.test(near)) return null;
  const to = match.index + match[0].length;
  return {
    from: match.index,
    to,
    before: null,
    after: null,
    change: null,
    direction: halved === null ? 'more' : 'less',
  };
}
