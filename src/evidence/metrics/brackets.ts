import { around, changed } from './lead.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './settings.ts';
import { COST, PERFORMANCE } from './words.ts';

const GAIN =
  /\b(speed(?:s|ed)?[- ]?ups?|faster|improv(?:e|es|ed|ing|ements?)|reduc(?:e|es|ed|ing|tions?)|cuts?|shrinks?|lowers?|fewer|less|smaller)\b([^.;:()]{0,90})\(\s?(?:by |about |over |roughly |around )?[~≈]?$/i;
const ALONE = /^\s?\)/;

/** `Speed up the import of nulls (10-25%)`: how much, in brackets behind what got better. */
export function readBracketed(sentence: string, quantity: Quantity): Reading | null {
  const relative = quantity.dimension === 'percent' || (quantity.dimension === 'ratio' && quantity.value > 1);
  const [lead, tail] = around(sentence, quantity);
  const gain = relative && ALONE.test(tail) ? GAIN.exec(lead) : null;
  if (gain === null || quantity.sign > 0) return null;
  const [, verb = '', object = ''] = gain;
  const fast = /^(?:speed|faster)/i.test(verb);
  if (!fast && !COST.test(object) && !PERFORMANCE.test(object)) return null;
  if (isSetting(lead, '')) return null;
  return changed(quantity, PERFORMANCE.test(object) && !fast ? null : 'less', gain.index);
}
