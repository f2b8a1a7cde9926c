/** Invisible and direction-changing characters: nobody writes them on purpose, and they hide or reorder words. */
const invisible =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
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
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escaped(part)))
    .join('');
}

/** A path or a name as code. */
export function codeSpan(text: string): string {
  const line = plainLine(text).trim();
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${defused(line).replaceAll('|', '\\|')}${pad}${fence}`;
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
  return text
    .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${breaker}`)
    .replace(/#(?=\d)/gu, `#${breaker}`)
    .replace(/\b(gh)-(?=\d)/giu, `$1-${breaker}`)
    .replace(/:(?=\/\/)/gu, `:${breaker}`)
    .replace(/\b(mailto|xmpp):/giu, `$1:${breaker}`)
    .replace(/\b(www)\./giu, `$1${breaker}.`)
    .replace(/\b([0-9a-f]{7})(?=[0-9a-f]{0,33}\b)/giu, breakHash);
}

/** A run of hexadecimal digits that could be a commit: one with a digit and a letter in it. */
function breakHash(whole: string): string {
  return /\d/u.test(whole) ? `${whole.slice(0, 4)}${breaker}${whole.slice(4)}` : whole;
}

function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, href } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return null;
  return href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
