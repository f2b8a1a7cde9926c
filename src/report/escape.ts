/** Control, invisible and direction-changing characters: they hide or reorder words. White space is folded, not dropped. */
const invisible =
  /(?!\s)\p{Cc}|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const loneSurrogate = /[\uD800-\uDFFF]/gu;

/** Put behind what GitHub would turn into a mention, a reference or a link: read the same, understood as nothing. */
const breaker = '\u200B';

/**
 * Other people's words as Markdown that shows them and does nothing else: no mention, reference, link, picture,
 * HTML or broken table. One line. Code between single backticks stays code.
 */
export function inert(text: string): string {
  return plainLine(text)
    .split(/(`[^`]+`)/u)
    .map((part, index, all) => {
      if (index % 2 === 1) return codeWithin(part.slice(1, -1));
      const apart = part === '' && index > 0 && index < all.length - 1;
      return apart ? breaker : escaped(part);
    })
    .join('');
}

/** Code that becomes plain words is kept apart from its neighbours: together they could be a commit. */
function codeWithin(code: string): string {
  return code.includes('|') ? `${breaker}${codeSpan(code)}${breaker}` : codeSpan(code);
}

/** A path or a name as code; with a `|` in it as plain words, since only a table would hide the escape it needs. */
export function codeSpan(text: string): string {
  const line = plainLine(text);
  if (line === '') return '';
  if (line.includes('|')) return escaped(line);
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${withoutCalls(line)}${pad}${fence}`;
}

/** A link built by code: the words are inert, the address is a web address or there is no link. */
export function link(label: string, url: string | null): string {
  const address = url === null ? null : webAddress(url);
  return address === null ? inert(label) : `[${inert(label)}](${address})`;
}

/** White space folded, invisible characters gone. */
export function plainLine(text: string): string {
  return text.replace(invisible, '').replace(loneSurrogate, '\uFFFD').replace(/\s+/gu, ' ').trim();
}

function escaped(text: string): string {
  return defused(text.replace(/[\\`*_{}[\]()<>#+\-.!|~&^$=:"'/]/gu, escapeSign));
}

/** Only signs that could mean something are escaped, so that the source stays readable. */
function escapeSign(sign: string, offset: number, whole: string): string {
  if (sign === '&') return /^&#?\w{1,31};/u.test(whole.slice(offset)) ? '\\&' : sign;
  if (/[\\`*_[\]<>|~$^]/u.test(sign)) return `\\${sign}`;
  if (sign === '#' && /\d/u.test(whole.charAt(offset + 1))) return sign;
  const startsLine = whole.slice(0, offset).trim() === '';
  if (startsLine && /[#+\-=:]/u.test(sign)) return `\\${sign}`;
  if (/[.)]/u.test(sign) && /^\s*\d{1,9}$/u.test(whole.slice(0, offset))) return `\\${sign}`;
  return sign;
}

/** Mentions, references to issues and commits, and bare web addresses are broken up. */
function defused(text: string): string {
  return withoutCalls(text)
    .replace(/gh-(?=\d)/giu, `$&${breaker}`)
    .replace(/:(?=\/\/)/gu, `:${breaker}`)
    .replace(/(mailto|xmpp):/giu, `$&${breaker}`)
    .replace(/www(?=\.)/giu, `$&${breaker}`)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/giu, breakHash);
}

/** What notifies or links somebody, in code too: e-mail shows code as plain text. The rest of code stays fit for copying. */
function withoutCalls(text: string): string {
  return text.replace(/@(?=\S)/gu, `@${breaker}`).replace(/#(?=\d)/gu, `#${breaker}`);
}

/** A run of hexadecimal digits that could be a commit: one with a digit in it. */
function breakHash(run: string): string {
  return /\d/u.test(run) ? run.replace(/.{6}(?=.)/gu, `$&${breaker}`) : run;
}

/** A web address without a name or password in it, its signs of Markdown made harmless. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null;
  return href.replace(/[()|\\`]/gu, encodeSign).replaceAll('&', '&amp;');
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
