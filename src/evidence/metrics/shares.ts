import { around, changed } from './lead.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

/** Things of which it is good to have fewer, whoever counts them. */
const TROUBLE =
  /^\s(?:[\w-]{1,14}\s){0,2}?(?:alerts|errors|failures|findings|warnings|violations|vulnerabilities|flaky (?:tests|specs)|flakes|bugs|incidents|leaks|tickets|complaints|duplicates|deadlocks|regressions|races|suppressions|action items|follow-ups|retries)\b/i;
const DONE_WITH =
  /\b(?:clos|fix|resolv|clear|remov|eliminat|silenc|retir|cur|settl|got rid of|mend)(?:e|es|ed|s|ing)?\s(?:the first |now |about )?$/i;
const ARE_GONE =
  /^(?:,?\s(?:and\s)?all(?:\sof\sthem)?|,?\s(?:each|every one)(?:\sof\sthem)?)?\s(?:(?:are|were|is|got)\s)?(?:now\s)?(?:gone|fixed|closed|resolved|cleared|mended|silenced|cured|retired)\b/i;
const SOME_OF_ALL = /\sof\s/;

/** `closed 14 of 16 alerts`, `14 of 16 flaky tests fixed`, `61 findings, all fixed`. */
export function readShareOfTrouble(sentence: string, quantity: Quantity): Reading | null {
  if (quantity.dimension !== 'count' || quantity.value < 2) return null;
  const [lead, tail] = around(sentence, quantity);
  const trouble = TROUBLE.exec(tail);
  if (trouble === null) return null;
  const rest = tail.slice(trouble[0].length);
  const gone = ARE_GONE.exec(rest);
  if (gone !== null && (SOME_OF_ALL.test(quantity.text) || /\ball|each|every/i.test(gone[0])))
    return changed(quantity, 'less', quantity.from, quantity.to + trouble[0].length + gone[0].length);
  const some = SOME_OF_ALL.test(quantity.text) && DONE_WITH.test(lead);
  return some ? changed(quantity, 'less', quantity.from, quantity.to + trouble[0].length) : null;
}
