import type { CompiledRule, Framework } from '../../framework/compile.ts';
import type { Place } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { placeInBody } from '../reading.ts';
import type { Signal } from '../signal.ts';

/** How far around a find its quote may reach, so that a reader sees the words in their sentence. */
const reach = 60;

export function findWords({ title, body }: Reading, { words }: Framework): readonly Signal[] {
  return [
    ...words.flatMap((rule) => find(rule, 'title', title.whole, () => ({ in: 'title' }))),
    ...words.flatMap((rule) => find(rule, 'body', body.text, placeInBody(body))),
  ];
}

function find(
  rule: CompiledRule,
  where: string,
  text: string,
  place: (from: number) => Place,
): readonly Signal[] {
  const found = rule.pattern.exec(text);
  if (found === null) return [];
  const from = wordStart(text, found.index);
  const to = wordEnd(text, found.index + found[0].length);
  const quote = { text: text.slice(from, to), place: place(from) };
  return [{ rule: `${where}.${rule.key}`, reason: rule.reason, quote }];
}

/** The start of the clause around an offset, never past a line break. */
function wordStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - reach);
  const window = text.slice(lowest, offset);
  const stop = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('. '), window.lastIndexOf('; '));
  if (stop >= 0) return skipSpace(text, lowest + stop + 1);
  if (lowest === 0) return 0;
  const space = window.indexOf(' ');
  return space < 0 ? offset : lowest + space + 1;
}

function wordEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + reach);
  const window = text.slice(offset, highest);
  const stop = window.search(/\n|[.;](?:\s|$)/u);
  if (stop >= 0) return offset + stop;
  if (highest === text.length) return trimmedEnd(text, highest);
  const space = window.lastIndexOf(' ');
  return space < 0 ? offset : offset + space;
}

function skipSpace(text: string, offset: number): number {
  let from = offset;
  while (from < text.length && /\s/u.test(text.charAt(from))) from += 1;
  return from;
}

function trimmedEnd(text: string, offset: number): number {
  let to = offset;
  while (to > 0 && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return to;
}
