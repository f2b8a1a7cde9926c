import type { ReadSource, Reading } from './reading.ts';
import type { Finding, FindingKind, Source, Support } from './support.ts';
import { literal } from './wording.ts';

type Span = { readonly from: number; readonly to: number };
export type Item = Span & { readonly kind: FindingKind; readonly text: string };

const ADDRESS = /\bhttps?:\/\/[^\s)>\]]+/g;
const REFERENCE = /(?<![\p{L}\p{N}_&])(?:[\p{L}\p{N}_.-]{1,80}\/)?[\p{L}\p{N}_.-]{0,80}#\d{1,10}\b/gu;
const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}][\p{L}\p{N}_-]{0,60}/gu;
const CODE = /`([^`\n]{1,200})`/g;
/** A token that is a system by its shape: `orders_by_account`, `p95`, `payments.api`, `createOrder`, `14:05`. */
const SHAPED =
  /(?<![\p{L}\p{N}_@#])(?=[\p{L}\p{N}_./:-]{0,80}[\p{N}_./:]|\p{Ll}{1,40}\p{Lu})[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[./:-](?=[\p{L}\p{N}_])){0,120}/gu;
/** Amounts without a numeral; the source must use the same word. */
const VAGUE =
  /\b(?:dozens|several|many|multiple|numerous|various|countless|plenty|an? (?:few|couple|handful|number|lot|majority|fraction)|lots|orders? of magnitude|(?:single|double|triple)-digit|one(?=\s(?!of\b|by\b|and\b|another\b|or\b|can\b|that\b|which\b)\p{Ll})|single|hundreds|thousands|millions|billions|zero|half(?! (?:of )?(?:year|(?:19|20)\d{2}))|a third|thirds|a quarter|two-thirds|three-quarters|one-third|twofold|threefold|fourfold|fivefold|tenfold|hundredfold)\b/giu;
/** `95th percentile` is `p95`. */
const PERCENTILE = /\b(?<rank>\d{2})(?:st|nd|rd|th)[\s-]percentile\b/gi;
const IS_SHAPED = /\p{L}.{0,200}[\p{N}_]|\p{N}.{0,200}[\p{L}_:/]|\p{L}\.\p{L}|\p{Ll}\p{Lu}|\d[./:]\d/u;

/** References, addresses, mentions, `code`, vague amounts and system-shaped tokens of a text, except within `taken` spans. */
export function readItems(text: string, taken: readonly Span[]): readonly Item[] {
  const items: Item[] = [];
  const add = (kind: FindingKind, pattern: RegExp, accept: (token: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const item = {
        kind,
        text: match.groups === undefined ? (match[1] ?? match[0]) : match[0],
        from: match.index,
        to: match.index + match[0].length,
      };
      if (
        accept(item.text) &&
        ![...taken, ...items].some((other) => other.from < item.to && item.from < other.to)
      )
        items.push(item);
    }
  };
  add('system', CODE, () => true);
  add('reference', ADDRESS, () => true);
  add('reference', REFERENCE, () => true);
  add('name', MENTION, () => true);
  add('figure', VAGUE, () => true);
  add('system', PERCENTILE, () => true);
  add('system', SHAPED, (token) => IS_SHAPED.test(token));
  return items;
}

/** Looks each item up as it is written, at word boundaries; only code minds capitals. */
export function lookUpItems(
  items: readonly Item[],
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Finding[] {
  return items.map((item) => {
    const isCode = sentence.text[item.from] === '`';
    const source = sources.find((one) => says(one, item, isCode));
    return { kind: item.kind, text: item.text, from: item.from, support: supportBy(source, item) };
  });
}

/**
 * Where a sentence names one reference, the sources that may speak of it: those that name it, and those that name
 * none. A date said of #6 is no date of #7.
 */
export function sourcesAbout(items: readonly Item[], sources: readonly ReadSource[]): readonly ReadSource[] {
  const [reference, another] = items.filter(({ kind }) => kind === 'reference');
  if (reference === undefined || another !== undefined) return sources;
  return sources.filter((source) => says(source, reference, false) || source.text.search(REFERENCE) < 0);
}

function supportBy(source: ReadSource | undefined, item: Item): Support {
  if (source === undefined)
    return {
      state: 'unsupported',
      reason: `No source names ${item.kind === 'reference' ? 'this reference' : 'it'}.`,
    };
  const { key, grade, who = null } = source.source;
  return { state: 'found', key, grade, who };
}

function says({ text, source }: ReadSource, item: Item, isCode: boolean): boolean {
  if (item.kind === 'reference')
    return (
      occurs(text, item.text, false) ||
      isOwnNumber(source, item.text) ||
      occurs(text, asPath(item.text), false)
    );
  if (item.kind === 'name')
    return occurs(text, item.text, false) || `@${source.who ?? ''}`.toLowerCase() === item.text.toLowerCase();
  return spellings(item.text).some((words) => occurs(text, words, isCode));
}

/** `p95` and `95th percentile` name one measure. */
function spellings(item: string): readonly string[] {
  const rank = /^(?:p(\d{2})|(\d{2})(?:st|nd|rd|th)[\s-]percentile)$/i.exec(item);
  const number = rank?.[1] ?? rank?.[2];
  return number === undefined ? [item] : [`p${number}`, `${number}th percentile`];
}

/** The record and a source's key may be asked for by the bare number: `#412` of `payments-api#412`. */
function isOwnNumber({ key, grade, text }: Source, reference: string): boolean {
  const own = grade === 'record' ? [...key.split('/'), ...text.split(/[\s,;()]+|\.(?=\s)/u)] : key.split('/');
  return own.some((part) => part.toLowerCase().endsWith(reference.toLowerCase()));
}

/** `#412` as it stands in an address. */
function asPath(reference: string): string {
  const number = reference.split('#')[1] ?? '';
  return reference.startsWith('#') ? `/pull/${number}` : reference;
}

/** True when the words stand in the text, not within longer words or numbers; runs of white space are one. */
export function occurs(text: string, words: string, minding: boolean): boolean {
  if (minding && !/\s/.test(words) && !text.includes(words)) return false;
  const pattern = words.slice(0, 500).trim().split(/\s+/).map(literal).join('\\s+');
  const start = `${startOf(words)}${minding && /^[\p{L}\p{N}_]/u.test(words) ? '(?<![\\p{L}\\p{N}]-)' : ''}`;
  const end = /[\p{L}\p{N}_]$/u.test(words)
    ? `(?![\\p{L}_]|[.,]?\\p{N}${minding ? '|-[\\p{L}\\p{N}]' : ''})`
    : '';
  return pattern !== '' && new RegExp(`${start}${pattern}${end}`, minding ? 'u' : 'iu').test(text);
}

/** What may not stand before: `#7` is not found in `billing-api#7`, which is another repository's. */
function startOf(words: string): string {
  if (words.startsWith('#')) return '(?<![\\p{L}\\p{N}_.-])';
  return /^[\p{L}\p{N}_]/u.test(words) ? '(?<![\\p{L}\\p{N}_])(?<!\\p{N}[.,])' : '';
}
