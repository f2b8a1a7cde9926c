/*
 * Most rules look for words, and most texts have none of them. So what the words of a rule begin with is read from its
 * pattern once, and a text is tried only where one of its words begins so.
 */

/**
 * `word`: every match is said to begin at the start of a word, and the openings are what that word begins with.
 * `anywhere`: each match is only said to hold one of the openings in some place; what stands before it is passed over.
 */
export type Where = 'word' | 'anywhere';

/** The openings of a pattern, in lower case, `0` for any digit, with the next word where a space leads to it; null where it does not say. */
export function openingsOf(pattern: string, where: Where): readonly string[] | null {
  const cursor = { pattern, where, at: 0 };
  const found = alternatives(cursor, where === 'anywhere');
  const isWhole = cursor.at === pattern.length;
  return found === null || !isWhole ? null : [...new Set(found.map((opening) => opening.toLowerCase()))];
}

type Cursor = { readonly pattern: string; readonly where: Where; at: number };

/** Up to the end, or up to the bracket that closes the group. `isAtWord`: a word is known to begin here. */
function alternatives(cursor: Cursor, isAtWord: boolean): readonly string[] | null {
  const all: string[] = [];
  let isKnown = true;
  do {
    const found = one(cursor, isAtWord);
    if (found === null) isKnown = false;
    else all.push(...found);
    skipRest(cursor);
  } while (take(cursor, '|'));
  return isKnown ? all : null;
}

const startsOfWords = [String.raw`\b`, '^', String.raw`(?<!\w)`, String.raw`(?<![\w-])`];

/** The openings of one alternative; what follows them is not read. */
function one(cursor: Cursor, isAtWord: boolean): readonly string[] | null {
  const begins = takeAny(cursor, startsOfWords) || isAtWord;
  while (/^\(\?<?[=!]/u.test(cursor.pattern.slice(cursor.at, cursor.at + 4))) skipGroup(cursor);
  if (!begins) return null;
  return here(cursor) ?? (cursor.where === 'anywhere' && skipOne(cursor) ? one(cursor, true) : null);
}

/** What stands right here: a group, or letters. Nothing is taken where it says nothing. */
function here(cursor: Cursor): readonly string[] | null {
  const start = cursor.at;
  if (/^\((?!\?)|^\(\?:/u.test(cursor.pattern.slice(cursor.at, cursor.at + 3))) {
    const found = inGroup(cursor);
    if (found === null) cursor.at = start;
    return found;
  }
  const letters =
    /^(?:(?:\w|\\d|(?<=\w) (?=[a-z]))(?![?*{]))*/u.exec(cursor.pattern.slice(cursor.at))?.[0] ?? '';
  cursor.at += letters.length;
  return letters === '' ? null : [letters.replaceAll(String.raw`\d`, '0')];
}

function inGroup(cursor: Cursor): readonly string[] | null {
  cursor.at += cursor.pattern.startsWith('(?:', cursor.at) ? 3 : 1;
  const found = alternatives(cursor, true);
  cursor.at += 1;
  if (!isOptional(cursor)) return found;
  // Of a group that may be left out, a match begins with it or with what follows.
  const without = cursor.where === 'word' && take(cursor, '?') ? here(cursor) : null;
  return found === null || without === null ? null : [...found, ...without];
}

function isOptional({ pattern, at }: Cursor): boolean {
  return /[?*{]/u.test(pattern[at] ?? '');
}

/** To the next alternative of the same group, or its end. */
function skipRest(cursor: Cursor): void {
  while (skipOne(cursor));
}

/** Past one sign, class or group; false at the end of an alternative. */
function skipOne(cursor: Cursor): boolean {
  const { pattern } = cursor;
  const sign = pattern[cursor.at];
  if (sign === undefined || sign === '|' || sign === ')') return false;
  if (sign === '(') skipGroup(cursor);
  else if (sign === '[') skipClass(cursor);
  else if (sign === '{') cursor.at = pattern.indexOf('}', cursor.at) + 1;
  else cursor.at += sign === '\\' ? 2 : 1;
  return true;
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
