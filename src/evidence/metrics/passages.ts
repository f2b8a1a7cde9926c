import { headerAt } from './aligned.ts';
import { linesOf } from './mask.ts';
import { mayState } from './may-state.ts';
import { areStates } from './tables.ts';

/** A piece of text that can state an outcome on its own. Offsets are UTF-16 code units of the whole text. */
export type Passage = {
  readonly kind: 'sentence' | 'line' | 'row' | 'states' | 'block';
  readonly text: string;
  readonly from: number;
  /** The header row above a row, otherwise the heading above the passage; empty where there is none. */
  readonly under: string;
};

type Line = { readonly text: string; readonly from: number };
type Reader = {
  heading: string;
  table: readonly Line[];
  block: readonly Line[];
  passages: Passage[];
};

const HEADING = /^\s{0,3}#{1,6}\s+(.{0,200})$/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;
const BEFORE_ITEM = /^\s*[-*+•]\s+[*_]{0,3}(?:before|old|previously|baseline|main|master)\b[^\d]{0,40}\d/i;
const AFTER_ITEM = /^\s*[-*+•]\s+[*_]{0,3}(?:after|now|new|this (?:pr|change|branch)|with)\b[^\d]{0,40}\d/i;
const ROW = /^\s*\|.*\|/;
const SEPARATOR = /^[\s|:-]+$/;
const END_OF_SENTENCE = /(?<!\.)[.!?;](?:["”)*]{0,3})(?=\s|$)/g;
/** Two values of one line: results are listed so, often without bullets. */
const RESULT = /\d[^\d\n→⇒>]{0,24}(?:→|⇒|[-=]{1,2}>)\s?[~≈$€£]?\d/;
/** Lines alone matter for the output of benchmarks only. */
export const MAY_BE_BENCHMARK = /%|\/op\b|times faster/;
const INDENTED = /^(?: {4}|\t)/;
const LONGEST = 1000;

/** Cuts a text into headings, rows, list items, paragraphs, and those into sentences. */
export function passagesOf(text: string): readonly Passage[] {
  const reader: Reader = { heading: '', table: [], block: [], passages: [] };
  for (const line of linesOf(text)) takeLine(reader, line);
  endBlock(reader);
  return reader.passages;
}

function takeLine(reader: Reader, line: Line): void {
  const heading = HEADING.exec(line.text);
  const row = ROW.test(line.text);
  const starts = ITEM.test(line.text) && !completes(reader.block, line);
  if (row || heading !== null || line.text.trim() === '' || starts) endBlock(reader);
  if (!row) reader.table = [];
  if (heading !== null) reader.heading = heading[1] ?? '';
  if (row) takeRow(reader, line);
  else if (line.text.trim() !== '') reader.block = [...reader.block.slice(-60), line];
  if (heading !== null) endBlock(reader);
}

/** `- before: 12 s` and `- after: 3 s`: two items that make one comparison. */
function completes(block: readonly Line[], line: Line): boolean {
  return block.length === 1 && BEFORE_ITEM.test(block[0]?.text ?? '') && AFTER_ITEM.test(line.text);
}

function takeRow(reader: Reader, line: Line): void {
  const [header, separator] = reader.table;
  if (header !== undefined && separator !== undefined && SEPARATOR.test(separator.text)) {
    const above = reader.table[2];
    if (above !== undefined && areStates(above.text, line.text))
      reader.passages.push({
        ...above,
        kind: 'states',
        text: `${above.text}\n${line.text}`,
        under: header.text,
      });
    reader.passages.push({ kind: 'row', text: line.text, from: line.from, under: header.text });
    reader.table = [header, separator, line];
  } else reader.table = [...reader.table, line];
}

function endBlock(reader: Reader): void {
  const header = headerAt(reader.block);
  const table = header === -1 ? [] : reader.block.slice(header);
  pushProse(reader, header === -1 ? reader.block : reader.block.slice(0, header));
  reader.passages.push(
    ...table.slice(1).flatMap((line): readonly Passage[] => [
      { kind: 'row', ...line, under: table[0]?.text ?? '' },
      { kind: 'line', ...line, under: reader.heading },
    ]),
  );
  reader.block = [];
}

function pushProse(reader: Reader, block: readonly Line[]): void {
  const [first] = block;
  if (first === undefined) return;
  const joined = block.map((line) => line.text).join('\n');
  if (!mayState(joined)) return;
  const text = joined.slice(0, LONGEST * 4);
  const whole: Passage = { kind: 'block', text, from: first.from, under: reader.heading };
  const lines = MAY_BE_BENCHMARK.test(joined)
    ? block.map((line): Passage => ({ kind: 'line', ...line, under: reader.heading }))
    : [];
  const sentences = sentencesOf(whole, block);
  reader.passages.push(...lines, ...sentences);
  // One sentence on one line says the same as the block that it makes.
  if (sentences[0]?.text !== text || text.includes('\n')) reader.passages.push(whole);
}

function sentencesOf(block: Passage, lines: readonly Line[]): readonly Passage[] {
  const ends = [...block.text.matchAll(END_OF_SENTENCE)].map((match) => match.index + match[0].length);
  const results = endsOfResults(lines).map((end) => end - block.from);
  const starts = [0, ...[...ends, ...results].toSorted((left, right) => left - right)];
  return starts.map((start, at): Passage => {
    const text = block.text.slice(start, starts[at + 1] ?? block.text.length).slice(0, LONGEST);
    return { kind: 'sentence', text, from: block.from + start, under: block.under };
  });
}

/** Where a line of results ends and another begins: they share a paragraph, but not a sentence. */
function endsOfResults(lines: readonly Line[]): readonly number[] {
  if (lines.length < 2) return [];
  return lines
    .filter((line, at) => {
      const next = lines[at + 1];
      if (next === undefined) return false;
      if (INDENTED.test(line.text) && INDENTED.test(next.text)) return true;
      return RESULT.test(next.text) && RESULT.test(line.text);
    })
    .map((line) => line.from + line.text.length);
}
