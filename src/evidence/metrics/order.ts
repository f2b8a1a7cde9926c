import type { Quantity } from './quantities.ts';
import { COST, LESS_VERB } from './words.ts';
import { plain, SPARED } from './outcomes.ts';

export type Order = 'before first' | 'after first';
/** What stands before, between and after two neighbouring values. */
export type Around = { readonly lead: string; readonly gap: string; readonly tail: string };

export const ARROW = /(?:→|⟶|⇒|➜|➡|[-=]{1,2}>)/;
const ARROW_TO =
  /(?:→|⟶|⇒|➜|➡|[-=]{1,2}>)[\s*`_]{0,4}(?:[a-z]{1,12}\s){0,3}[\s*`_~≈<]{0,4}(?:[A-Z][\w ]{0,16}:\s)?$/;
const REVERSED =
  /^[^;]{0,60}\b(?:instead of|rather than|compared (?:to|with)|down from|up from|previously|was|were|(?:where it )?used to (?:be|take|need|climb to|grow to|reach|use|cost))\b[^;]{0,25}$/i;
/** `reported as 879 MB, and afterwards it was 1.1 GB`: here `was` tells of the later state. */
const LATER = /\b(?:after|afterwards|now|since then)\b[^;]{0,20}\b(?:was|were)\b/i;
const BEFORE_AFTER = /\b(?:before|old|previously|baseline|prior|without|main(?=:)|master(?=:))\b[^;]{0,70}$/i;
const THEN_AFTER = /\b(?:after|now|new|with|this change|this pr|this branch)\b[^;]{0,60}$/i;
const DOWN_TO =
  /\b(?:down|drops?|dropped|falls?|fell|reduced|cut|shrinks?|shrank)\sto\s(?:just\s|only\s|about\s|around\s|under\s)?[~≈]?$/i;
const THEN_DOWN_TO =
  /^[^.;:\d]{0,40}\bdown to\s(?:just\s|only\s|about\s|around\s|under\s|less than\s)?[~≈]?$/i;
const BEFORE_IT = /^[\w\s]{0,20}\(?\b(?:before|previously|on main|on master)\b/i;
/** `7 s to exit before, 0.01 s after`, `11 last month, 0 since`. */
const WHEN_BEFORE =
  /^[^.;:\d]{0,40}\b(?:before|previously|on main|on master|last (?:week|month|quarter|year|spring|summer|autumn|winter))(?:\s(?:this|that|it))?[,;]?\s(?:and\s|but\s)?(?:only\s|just\s)?[~≈]?$/i;
const WHEN_AFTER =
  /^[^.;:\d]{0,24}\b(?:after(?:wards)?|now|since|with (?:this|it)|on this branch|this (?:week|month|quarter|year|time))\b/i;
const WITH_IT =
  /^\s?\(?(?:with|on|after|in|using)\s(?:this|the)\s(?:new\s)?(?:change|pr|patch|branch|fix|index|cache)\b/i;
const FALLS_TO = /^\sto\s(?:just\s|only\s|about\s|around\s)?[~≈]?$/i;
const THINGS_TO = /^\s(?:[a-z][\w-]{1,14}\s){1,2}to\s(?:just\s|only\s)?$/i;
/** `Terraform plan in CI: 26 to 4 minutes`, `image size 1.4 GB to 310 MB`: what costs, and two values that fall. */
const NAMED =
  /^(?!.*\d)[^:;.]{1,80}:\s[~≈]?$|\b(?:size|memory|latency|runtime|time|duration|rss|heap|lag|footprint|p)\s[~≈]?$/i;
/** Hours of a day are written so, too. */
const HOURS = /\b(?:h|hours?|o'clock|am|pm|days?|weeks?)$/i;

/** Which of two neighbouring values was before, by the words around and between them; null where nothing tells. */
export function orderOf(around: Around, left: Quantity, right: Quantity): Order | null {
  const [lead, gap, tail] = [around.lead, withoutRate(around.gap), withoutRate(around.tail)];
  if (gap.length <= 60 && ARROW_TO.test(gap)) return 'before first';
  if (isFromTo(lead, gap) || isNamedFall(around, left, right) || THEN_DOWN_TO.test(gap))
    return 'before first';
  if (WHEN_BEFORE.test(gap) && WHEN_AFTER.test(tail)) return 'before first';
  if (/^[^;]{0,20}\b(?:vs\.?|versus)\s[^;]{0,12}$/i.test(gap))
    return WITH_IT.test(tail) ? 'before first' : null;
  if (isReversed(lead, gap, tail)) return 'after first';
  return isBeforeThenNow(lead, gap, tail) ? 'before first' : null;
}

function isFromTo(lead: string, gap: string): boolean {
  if (/\bfrom\b[^,;]{0,40}$/i.test(lead) && /^[^;]{0,50}\bto\b[^,;]{0,25}$/i.test(gap)) return true;
  return (
    /^\s(?:down\s)?to\s(?:just\s|only\s|about\s|around\s|under\s|below\s)?[~≈]?$/i.test(gap) &&
    LESS_VERB.test(lead)
  );
}

function isReversed(lead: string, gap: string, tail: string): boolean {
  if (REVERSED.test(gap) && !LATER.test(gap)) return true;
  if (DOWN_TO.test(lead) && /^[\w\s]{0,16}\sfrom\s[~≈]?$/i.test(gap)) return true;
  return (/\bagainst\s[~≈]?$/i.test(gap) || /\bnow\b[^;]{0,6}$/i.test(gap)) && BEFORE_IT.test(tail);
}

function isBeforeThenNow(lead: string, gap: string, tail: string): boolean {
  if (/^\s?\(?before\b/i.test(gap) && /^\s?\(?(?:after|now)\b/i.test(tail)) return true;
  const was = /\b(?:was|were|took|taking|used to (?:take|be|need|use))\b[^;]{0,30}$/i.test(lead);
  return (was && /\bnow\b/i.test(gap)) || (BEFORE_AFTER.test(lead) && THEN_AFTER.test(gap));
}

function isNamedFall({ lead, gap }: Around, left: Quantity, right: Quantity): boolean {
  const label = lead.replaceAll(/(?<=\bt?p)\d{2,3}(?:\.\d)?\b|\bN\s?\+\s?1\b/gi, '');
  const falls = left.dimension === right.dimension ? right.value < left.value : plain(right) < plain(left);
  if (!falls || !NAMED.test(label)) return false;
  if (right.dimension === 'count')
    return (
      label.trim().endsWith(':') && (FALLS_TO.test(gap) || THINGS_TO.test(gap)) && SPARED.test(lead + gap)
    );
  const measured = right.dimension === 'time' || right.dimension === 'bytes';
  return measured && !HOURS.test(right.text) && FALLS_TO.test(gap) && COST.test(lead);
}

function withoutRate(text: string): string {
  return text.replace(/^\s?\/\s?\w{1,12}/, '');
}
