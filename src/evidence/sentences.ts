/** One sentence of a text. `text` is the verbatim span, line breaks included. */
export type Sentence = { readonly text: string; readonly from: number };

const lineLead = /^[\s>]*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s*)?/u;
const fence = /^\s*(?:```|~~~)/u;
const shortForm = /\b(?:e\.g|i\.e|etc|vs|cf|no|approx)\.["')\]]?$/iu;
/** More than the longest short form, so that the character before it is seen. */
const longestShortForm = 12;
const newBlock = /^\s*(?:[-*+•]\s|\d{1,3}[.)]\s|#{1,6}\s|\||>)|^\s*$/u;

/** Splits prose into sentences. Code blocks, tables and indented code are no prose and are left out. */
export function sentencesOf(text: string): readonly Sentence[] {
  return paragraphsOf(text).flatMap(({ text: paragraph, from }) => splitParagraph(paragraph, from));
}

function paragraphsOf(text: string): readonly Sentence[] {
  const paragraphs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  let inFence = false;
  for (const { line, from } of linesOf(text)) {
    const isFence = fence.test(line);
    if (isFence) inFence = !inFence;
    const prose = !inFence && !isFence && !/^(?:\s*\||\t| {4,}(?![-*+•\d]))/u.test(line);
    if (!prose || newBlock.test(line)) open = null;
    if (!prose || line.trim() === '') continue;
    if (open === null) paragraphs.push((open = { from: from + lead(line), to: from + line.length }));
    else open.to = from + line.length;
  }
  return paragraphs.map(({ from, to }) => ({ text: text.slice(from, to), from }));
}

function linesOf(text: string): readonly { readonly line: string; readonly from: number }[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    return { line, from: start };
  });
}

function lead(line: string): number {
  return lineLead.exec(line)?.[0].length ?? 0;
}

function splitParagraph(paragraph: string, from: number): readonly Sentence[] {
  const ends = [...paragraph.matchAll(/[.!?]["')\]]?(?=\s+["'(`*]?[\p{Lu}\d])/gu)]
    .map((end) => end.index + end[0].length)
    .filter((end) => !shortForm.test(paragraph.slice(Math.max(0, end - longestShortForm), end)));
  const starts = [0, ...ends];
  return starts
    .map((start, index) => trimmed(paragraph, start, starts[index + 1] ?? paragraph.length))
    .filter(({ text }) => text !== '')
    .map(({ text, from: start }) => ({ text, from: from + start }));
}

function trimmed(text: string, start: number, end: number): Sentence {
  const span = text.slice(start, end);
  return { text: span.trim(), from: start + span.length - span.trimStart().length };
}
