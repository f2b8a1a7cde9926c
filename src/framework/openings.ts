/*
 * Most rules look for words, and most texts have none of them. So what the words of a rule begin with is read from its
 * pattern once, what the words of a text begin with is marked once, and only rules that share a beginning are tried.
 */

/** A beginning as a number. */
type Opening = number;

/** What every match of a pattern begins with, each at the start of a word; null where the pattern does not say. */
export function openingsOf(pattern: string): Uint16Array | null {
  const cursor = { pattern, at: 0 };
  const found = alternatives(cursor, '');
  const isWhole = cursor.at === pattern.length;
  return found === null || !isWhole ? null : Uint16Array.from(new Set(found.map(codeOf)));
}

type Cursor = { readonly pattern: string; at: number };

/** Up to the end, or up to the bracket that closes the group. `start` is what was passed on the way: `\b` or nothing. */
function alternatives(cursor: Cursor, start: string): readonly string[] | null {
  const all: string[] = [];
  let isKnown = true;
  do {
    const found = one(cursor, start);
    if (found === null) isKnown = false;
    else all.push(...found);
    skipRest(cursor);
  } while (take(cursor, '|'));
  return isKnown ? all : null;
}

/** The beginnings of one alternative; what follows them is not read. */
function one(cursor: Cursor, start: string): readonly string[] | null {
  const isAtWord = takeAny(cursor, ['\\b', '^\\W*', '^']) || start !== '';
  while (/^\(\?<?[=!]/u.test(cursor.pattern.slice(cursor.at, cursor.at + 4))) skipGroup(cursor);
  if (!isAtWord) return null;
  if (/^\((?!\?)|^\(\?:/u.test(cursor.pattern.slice(cursor.at, cursor.at + 3))) return inGroup(cursor);
  const letters = /^(?:\w(?![?*{]))*/u.exec(cursor.pattern.slice(cursor.at))?.[0] ?? '';
  cursor.at += letters.length;
  return letters === '' ? null : [letters.slice(0, longest)];
}

function inGroup(cursor: Cursor): readonly string[] | null {
  cursor.at += cursor.pattern.startsWith('(?:', cursor.at) ? 3 : 1;
  const found = alternatives(cursor, '\\b');
  cursor.at += 1;
  // A group that may be left out says nothing of how a match begins.
  return /[?*{]/u.test(cursor.pattern[cursor.at] ?? '') ? null : found;
}

/** To the next alternative of the same group, or its end. */
function skipRest(cursor: Cursor): void {
  const { pattern } = cursor;
  while (cursor.at < pattern.length && pattern[cursor.at] !== '|' && pattern[cursor.at] !== ')')
    if (pattern[cursor.at] === '(') skipGroup(cursor);
    else if (pattern[cursor.at] === '[') skipClass(cursor);
    else cursor.at += pattern[cursor.at] === '\\' ? 2 : 1;
}

function skipGroup(cursor: Cursor): void {
  cursor.at += 1;
  do skipRest(cursor);
  while (take(cursor, '|'));
  cursor.at += 1;
}

function skipClass(cursor: Cursor): void {
  const { pattern } = cursor;
  while (cursor.at < pattern.length && pattern[cursor.at] !== ']')
    cursor.at += pattern[cursor.at] === '\\' ? 2 : 1;
  cursor.at += 1;
}

function take(cursor: Cursor, sign: string): boolean {
  const isThere = cursor.pattern.startsWith(sign, cursor.at);
  if (isThere) cursor.at += sign.length;
  return isThere;
}

function takeAny(cursor: Cursor, signs: readonly string[]): boolean {
  return signs.some((sign) => take(cursor, sign));
}

/** So many letters of a word make its beginning. */
const longest = 5;

/** A beginning, one letter after the other, as a number below 2 ** 15. Two may share a number: then one rule more is tried. */
function further(opening: number, letter: number): Opening {
  return (opening * 33 + letter) & 32_767;
}

function codeOf(letters: string): Opening {
  let opening = 0;
  for (let at = 0; at < letters.length; at += 1) opening = further(opening, letterAt(letters, at));
  return opening;
}

/** 1 to 26 for letters of either case, 27 for digits and underscores, 0 for what is no part of a word. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  return (code >= 48 && code <= 57) || code === 95 ? 27 : 0;
}

/** What the words of a text begin with: a bit for each beginning, of one letter and of more. */
export function openingsIn(text: string): Uint32Array {
  const bits = new Uint32Array(1024);
  let [opening, length] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = letterAt(text, at);
    length = letter === 0 ? 0 : length + 1;
    if (letter === 0 || length > longest) continue;
    opening = further(length === 1 ? 0 : opening, letter);
    bits[opening >> 5] = (bits[opening >> 5] ?? 0) | (1 << (opening & 31));
  }
  return bits;
}

/** False where no word of the text begins as the words of the rule do, so that it need not be tried. */
export function mayOccur(openings: Uint16Array | null, bits: Uint32Array): boolean {
  if (openings === null) return true;
  for (const opening of openings) if (((bits[opening >> 5] ?? 0) & (1 << (opening & 31))) !== 0) return true;
  return false;
}
