import { sentencesOf } from '../sentences.ts';

/** One sentence of a Markdown text as a reader sees it, and the line it stands in, from 1. */
export type TextSentence = { readonly text: string; readonly line: number };

const FENCE = /^\s*(?:```|~~~)/;
const RULE = /^[\s|:*_-]*$/;
const LEAD = /^\s*(?:>\s?)*\s*(?:#{1,6}\s+)?(?:(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?/;
const COMMENT = /<!--[\s\S]{0,100000}?-->/g;
const TAG = /<\/?[a-z][^<>\n]{0,500}>/gi;
const LINK = /!?\[((?:[^[\]\n]|\\[[\]]){0,500})\]\([^()\s]{0,2000}\)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The sentences of a Markdown text, cell by cell of its tables. Fenced code, comments, rules and tags are none. */
export function sentencesOfMarkdown(markdown: string): readonly TextSentence[] {
  const lines = markdown.replaceAll(COMMENT, (comment) => comment.replaceAll(/[^\n]/g, '')).split('\n');
  let inFence = false;
  return lines.flatMap((line, index) => {
    const isFence = FENCE.test(line);
    if (isFence) inFence = !inFence;
    if (isFence || inFence || RULE.test(line)) return [];
    return cellsOf(line).flatMap((cell) =>
      sentencesOf(plain(cell))
        .map(({ text }) => ({ text, line: index + 1 }))
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    );
  });
}

function cellsOf(line: string): readonly string[] {
  return /^\s*\|/.test(line) ? line.split(/(?<!\\)\|/).filter((cell) => cell.trim() !== '') : [line];
}

/** As a reader sees it: without marks, with what escapes stand for. Code keeps its quotes, which mean something. */
function plain(line: string): string {
  return line
    .replace(LEAD, '')
    .replaceAll(TAG, '')
    .replaceAll(LINK, '$1')
    .replaceAll(/\*\*|__|[\u200b\u2060\ufeff]/g, '')
    .replaceAll(/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?![\p{L}\p{N}])/gu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .trim();
}
