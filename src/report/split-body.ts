import { cutLines, deeper } from './cut-lines.ts';
import { fenceAfter } from './fence.ts';

/** Lines that belong together: a paragraph, a list, a table, code, or everything in one `<details>`. */
type Block = { readonly lines: readonly string[]; readonly size: number; readonly heading: boolean };

/** GitHub refuses a body of more than 65,536 characters; the rest is for the marker. */
const usualLimit = 65_000;

/**
 * Markdown in parts of at most `limit` UTF-16 units (at least 200), cut before headings where that leaves no part less
 * than half full, else between blocks. Joined by `\n` the parts are the text again, unless one block alone is too long:
 * that is cut between its lines, and its code, table or `<details>` is closed and opened again.
 */
export function splitBody(markdown: string, limit: number = usualLimit): readonly string[] {
  const lines = markdown.toWellFormed().replaceAll(/\r\n?/gu, '\n').split('\n');
  const blocks = blocksOf(lines).flatMap((block) =>
    block.size <= limit ? [block] : cutLines(block.lines, limit).map(blockOf),
  );
  const parts = packed(blocks, limit).map((part) => part.flatMap((block) => block.lines).join('\n'));
  return parts.length < 2 ? parts : parts.filter((part) => part.trim() !== '');
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: string[][] = [];
  let fence: string | null = null;
  let depth = 0;
  lines.forEach((line, index) => {
    const afterGap = lines[index - 1]?.trim() === '' && line.trim() !== '';
    const starts = fence === null && depth === 0 && (afterGap || isHeading(line));
    if (starts || index === 0) blocks.push([]);
    blocks.at(-1)?.push(line);
    if (fence === null) depth = Math.max(0, depth + deeper(line));
    fence = fenceAfter(fence, line);
  });
  return blocks.map(blockOf);
}

function blockOf(lines: readonly string[]): Block {
  const size = lines.reduce((sum, line) => sum + line.length + 1, -1);
  return { lines, size, heading: isHeading(lines[0] ?? '') };
}

function isHeading(line: string): boolean {
  return /^#{1,3} /u.test(line);
}

function packed(blocks: readonly Block[], limit: number): readonly (readonly Block[])[] {
  const parts: (readonly Block[])[] = [];
  let part: Block[] = [];
  let size = -1;
  for (const block of blocks) {
    while (part.length > 0 && size + 1 + block.size > limit) {
      const cut = block.heading ? part.length : bestCut(part, limit);
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
      size = sizeOf(part);
    }
    part.push(block);
    size += 1 + block.size;
  }
  return [...parts, part];
}

/** Before the last heading that leaves the part at least half full; else at its end. */
function bestCut(part: readonly Block[], limit: number): number {
  let before = -1;
  let cut = part.length;
  part.forEach((block, index) => {
    if (block.heading && before >= limit / 2) cut = index;
    before += block.size + 1;
  });
  return cut;
}

function sizeOf(part: readonly Block[]): number {
  return part.reduce((sum, block) => sum + block.size + 1, -1);
}
