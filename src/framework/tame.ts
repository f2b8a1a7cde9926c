/*
 * Patterns that an organisation wrote are tried on texts that anybody wrote. So none is taken that could take longer
 * than a fixed number of steps at each place of a text, whatever the text.
 */

export const longestPattern = 300;

/** In how many ways a pattern may go on from one place of a text, at most. */
const mostWays = 2500;
const mostTimes = 100;
/** How long the longest text is that a pattern describes, roughly in characters. */
const largest = 1000;

/** The same for all patterns of an organisation together: each of them is tried on every description. */
export const mostWaysTogether = 10_000;

/** In how many ways a pattern that is tame may go on from one place of a text. */
export function waysOf(pattern: string): number {
  return alternatives({ pattern, at: 0 }).ways;
}

/** What is wrong with a pattern that compiles, as the end of a sentence that begins with its name; null where nothing is. */
export function whyNotTame(pattern: string): string | null {
  if (pattern.length > longestPattern)
    return `is longer than ${longestPattern} characters; make several rules of it`;
  if (new RegExp(pattern, 'i').test('')) return 'fits where nothing stands; let at least one word be there';
  const read = alternatives({ pattern, at: 0 });
  if (read.fault !== null) return read.fault;
  if (read.size > largest) return `describes more than ${largest} characters; describe less`;
  return read.ways > mostWays
    ? 'can be read in too many ways, so that one text could hold everything up; use fewer or shorter repeats'
    : null;
}

type Cursor = { readonly pattern: string; at: number };

/** `fixed`: it neither repeats anything a changing number of times nor leaves a choice. */
type Part = {
  readonly ways: number;
  readonly size: number;
  readonly fixed: boolean;
  readonly fault: string | null;
};

const nothing: Part = { ways: 1, size: 0, fixed: true, fault: null };
const oneCharacter: Part = { ...nothing, size: 1 };

function alternatives(cursor: Cursor): Part {
  let read = sequence(cursor);
  while (cursor.pattern[cursor.at] === '|') {
    cursor.at += 1;
    const next = sequence(cursor);
    read = {
      ways: read.ways + next.ways,
      size: Math.max(read.size, next.size),
      fixed: false,
      fault: read.fault ?? next.fault,
    };
  }
  return read;
}

function sequence(cursor: Cursor): Part {
  let read = nothing;
  while (cursor.at < cursor.pattern.length && !'|)'.includes(cursor.pattern.charAt(cursor.at))) {
    const next = repeated(atom(cursor), cursor);
    read = {
      ways: read.ways * next.ways,
      size: read.size + next.size,
      fixed: read.fixed && next.fixed,
      fault: read.fault ?? next.fault,
    };
  }
  return read;
}

function atom(cursor: Cursor): Part {
  const rest = cursor.pattern.slice(cursor.at);
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>|[a-z-]*:))?/u.exec(rest)?.[0];
  if (opening === undefined) {
    const single = /^(?:\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S])/u.exec(rest)?.[0] ?? rest;
    cursor.at += single.length;
    return /^\\[1-9k]/u.test(single) ? { ...oneCharacter, fault: refersBack } : oneCharacter;
  }
  cursor.at += opening.length;
  const inside = alternatives(cursor);
  cursor.at += 1;
  return inside;
}

const refersBack = 'refers back to a part of itself (`\\1`); write that part out';
const unbounded =
  'repeats without a bound; write `{0,40}` instead of `*`, `{1,40}` instead of `+`, or another bound up to 100';
const nested = 'repeats a part that itself repeats or has alternatives; write the part out';

/** What follows an atom may say how often it stands there. */
function repeated(part: Part, cursor: Cursor): Part {
  const found = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/u.exec(cursor.pattern.slice(cursor.at));
  if (found === null) return part;
  cursor.at += found[0].length;
  const [, sign, from = '0', comma, to = ''] = found;
  if (part.fault !== null) return part;
  if (sign === '*' || sign === '+' || (comma === ',' && to === '')) return { ...part, fault: unbounded };
  const most = sign === '?' ? 1 : Number(to === '' ? from : to);
  const least = sign === '?' ? 0 : Number(from);
  if (most > mostTimes) return { ...part, fault: `repeats a part more than ${mostTimes} times` };
  if (most > 1 && !part.fixed) return { ...part, fault: nested };
  return {
    ways: most > 1 ? most - least + 1 : part.ways + (most - least),
    size: part.size * most,
    fixed: part.fixed && most === least,
    fault: null,
  };
}
