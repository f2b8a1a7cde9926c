import { around, changed, verbBefore } from './lead.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './settings.ts';
import { COST, GOOD, LESS_VERB, MORE_VERB, PERFORMANCE } from './words.ts';

const BETTER =
  /^\)?\s?(?:\w{1,14}[- ]){0,3}?(?:(faster|quicker|fewer|less|lower|smaller|cheaper|shorter|lighter|reductions?|decrease|drop|savings?|speed-?ups?|improvements?|as (?:fast|quick|small|cheap|short)\b|better\b|(?:perf(?:ormance)?\s)?(?:win|gain))|((?:the |more |higher )?throughput\b|more (?:requests|events|messages|rows|writes|reads) per second|(?:throughput|hit rate) (?:gain|increase|improvement)))\b/i;
const GAIN_OF =
  /\b(?:speed-?ups?|improvements?|reductions?|savings?|decrease|drop|perf(?:ormance)? (?:gain|win|boost)|speed gain)(?:\sof|:|\sis|\swas)?\s(?:about\s|around\s|roughly\s)?[~≈]?$/i;
const FACTOR = /\b(?:by )?a factor of (?:about |around |roughly )?[~≈]?$/i;
const BY = /\b(?:by|between)\s(?:about\s|around\s|roughly\s|over\s|nearly\s|another\s|a factor of\s)?[~≈]?$/i;

/** Naming and wording get better too, and nobody can measure it. */
const MEASURABLE = /\b(?:compress\w{0,4}|perf(?:ormance)?|speed|latency|throughput|memory|cpu|time|ratio)\b/i;
const GONE_BEFORE =
  /\b(?:remov|eliminat|avoid|skip|sav)(?:e|es|ed|s|ing|ping|ped)?\s(?:about\s|over\s|around\s)?[~≈]?$/i;
const SOONER = /^\s(?:earlier|sooner)\b/i;
const ENDS = /\b(?:end|finish|complet|return|arriv|leav)(?:s|es|ed|e)?\s(?:about\s|around\s|some\s)?[~≈]?$/i;

/** A bound (`< 5 %`), or one of an estimate (`[-2.8% -1.3% +0.3%]`), of which a benchmark's own line tells more. */
const NO_GAIN = /[<>≥≤]\s?$|\[\s?(?:[-+−]?[\d.]+%\s){0,2}$/;
/** A setting named earlier in the sentence is no longer what `3x faster` speaks of. */
const NEXT_TO_IT = 22;
const AMOUNTS: ReadonlySet<string> = new Set(['time', 'bytes', 'money']);
const RELATIVE: ReadonlySet<string> = new Set(['percent', 'ratio', ...AMOUNTS]);

/** `65 % fewer reads`, `2x faster`, `cuts allocations by 30 %`, `allocs/op -37%`. */
export function readRelative(sentence: string, quantity: Quantity): Reading | null {
  const [lead, tail] = around(sentence, quantity);
  const isFactor = quantity.dimension === 'count' && FACTOR.test(lead);
  if (!isFactor && !RELATIVE.has(quantity.dimension)) return null;
  if (quantity.value === 0 || NO_GAIN.test(lead) || /halved/i.test(quantity.text)) return null;
  const better = AMOUNTS.has(quantity.dimension) ? null : readBetter(quantity, lead, tail);
  const near = /less|lower|smaller|shorter/i.test(tail.slice(0, 20)) ? lead : lead.slice(-NEXT_TO_IT);
  if (better !== null && !isSetting(near, tail)) return better;
  if (isSetting(lead, tail)) return null;
  if (AMOUNTS.has(quantity.dimension)) return readAmountBetter(sentence, quantity, lead, tail);
  return (
    readShareGone(quantity, lead, tail) ??
    readGainOf(sentence, quantity, lead) ??
    readChangedBy(sentence, quantity, lead) ??
    readSigned(sentence, quantity, lead)
  );
}

function readBetter(quantity: Quantity, lead: string, tail: string): Reading | null {
  const better = BETTER.exec(tail);
  if (better === null) return null;
  if (/better/i.test(better[0]) && !MEASURABLE.test(tail.slice(0, 40)) && !MEASURABLE.test(lead)) return null;
  const direction = better[2] === undefined ? directionOfBetter(better[0], tail) : 'more';
  return changed(quantity, direction, quantity.from, quantity.to + better[0].length);
}

/** `removes 99% of the log lines`. */
function readShareGone(quantity: Quantity, lead: string, tail: string): Reading | null {
  if (quantity.dimension !== 'percent' || !/^\sof\s/i.test(tail)) return null;
  return GONE_BEFORE.test(lead) && COST.test(tail.slice(0, 40)) ? changed(quantity, 'less') : null;
}

/** `improvement` tells more or less only with the thing that improved. */
function directionOfBetter(words: string, tail: string): Reading['direction'] {
  if (!/better|win|gain|improvement/i.test(words)) return 'less';
  if (PERFORMANCE.test(words) || /better|win|gain/i.test(words)) return null;
  return GOOD.test(tail.slice(0, 60)) ? 'more' : 'less';
}

function readGainOf(sentence: string, quantity: Quantity, lead: string): Reading | null {
  if (!GAIN_OF.test(lead)) return null;
  return changed(quantity, GOOD.test(sentence) ? 'more' : PERFORMANCE.test(lead) ? null : 'less');
}

/** `120 kB smaller`, `1.1 seconds faster`, `-5 MiB binary size`. */
function readAmountBetter(sentence: string, quantity: Quantity, lead: string, tail: string): Reading | null {
  const better = /^\s(?:faster|quicker|less|lower|smaller|cheaper|shorter|lighter)\b/i.exec(tail);
  const sooner = SOONER.exec(tail);
  if (sooner !== null && quantity.dimension === 'time' && ENDS.test(lead))
    return changed(quantity, 'less', quantity.from, quantity.to + sooner[0].length);
  if (quantity.dimension === 'time' && better !== null && /faster|quicker/i.test(better[0]))
    return changed(quantity, 'less', quantity.from, quantity.to + better[0].length);
  if (!COST.test(sentence)) return null;
  if (better !== null) return changed(quantity, 'less', quantity.from, quantity.to + better[0].length);
  return quantity.sign < 0 && COST.test(tail.slice(0, 24)) ? changed(quantity, 'less') : null;
}

function readChangedBy(sentence: string, quantity: Quantity, lead: string): Reading | null {
  if (GOOD.test(sentence) && verbBefore(lead, MORE_VERB) !== null && !/\bfrom\b/i.test(lead))
    return changed(quantity, 'more');
  const verb = verbBefore(lead, LESS_VERB);
  if (verb === null || (/\b(?:to|at|from|than|of)\s[~≈]?$/i.test(lead) && !FACTOR.test(lead))) return null;
  const between = lead.slice(verb.to);
  if (GOOD.test(between)) return null;
  if (PERFORMANCE.test(between) && BY.test(lead)) return changed(quantity, null, verb.from);
  const lessens = sentence.slice(verb.from, verb.to);
  const by = BY.test(lead) && /^(?:reduc|cut|decreas|shr|drop|lower|fell|fall|trim|slash)/i.test(lessens);
  const close = BY.test(lead) || between.length < 12 || (COST.test(between) && between.length < 30);
  // `sat down twice`, `brings eleven times the events`: such a verb lessens only what has a cost.
  const ratio = quantity.dimension === 'ratio' && !/^(?:bring|brought|go|went|down)/i.test(lessens);
  const costs = COST.test(sentence.slice(0, quantity.from)) || COST.test(sentence.slice(quantity.to));
  const told = by || costs || ratio;
  return close && told ? changed(quantity, 'less', verb.from) : null;
}

function readSigned(sentence: string, quantity: Quantity, lead: string): Reading | null {
  if (quantity.sign === 0) return null;
  const near = `${lead.slice(-40)} ${sentence.slice(quantity.to, quantity.to + 16)}`;
  if (quantity.sign < 0 && COST.test(near) && !GOOD.test(sentence)) return changed(quantity, 'less');
  return quantity.sign > 0 && GOOD.test(near) ? changed(quantity, 'more') : null;
}
