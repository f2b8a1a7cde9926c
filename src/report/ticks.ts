import { fenceAfter } from './fence.ts';

/** One line of a list with a box to tick, as GitHub draws it. */
type Item = { readonly line: number; readonly ticked: boolean; readonly id: string; readonly words: string };

/** Up to the box, and the box. A line with nothing behind the box has none. */
const box = /^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\](?=\s+\S)/u;
const hiddenId = /<!-- item:([^\n]*?) -->/u;
const evidenceIds = /\bE-[0-9a-f]{6,12}\b/gu;

/**
 * The next text with its boxes as they stand in the current one. Items are the same when they have the same
 * `<!-- item:… -->`, else the same evidence ids, else the same words; where ids are shared, when the words are the same too.
 * Boxes of new items, and everything else, stay as they are in `next`.
 */
export function keepTicks(current: string, next: string): string {
  const [before, after] = [itemsOf(current), itemsOf(next)];
  const shared = new Set([...sharedIds(before), ...sharedIds(after)]);
  const known = new Map(keysOf(before, shared).map((key, index) => [key, before[index]?.ticked]));
  const lines = next.split('\n');
  keysOf(after, shared).forEach((key, index) => {
    const { line } = after[index] ?? { line: -1 };
    const ticked = known.get(key);
    if (ticked !== undefined) lines[line] = boxed(lines[line] ?? '', ticked);
  });
  return lines.join('\n');
}

/** Items by what names them, and whether they are ticked; for reading back what people chose. */
export function ticksOf(body: string): readonly { readonly id: string; readonly ticked: boolean }[] {
  return itemsOf(body).map(({ id, ticked }) => ({ id, ticked }));
}

/** Every box empty. */
export function unticked(body: string): string {
  const lines = body.split('\n');
  for (const { line } of itemsOf(body)) lines[line] = boxed(lines[line] ?? '', false);
  return lines.join('\n');
}

function itemsOf(body: string): readonly Item[] {
  const items: Item[] = [];
  let fence: string | null = null;
  body.split('\n').forEach((text, line) => {
    const around = fence;
    fence = fenceAfter(fence, text);
    const [whole, , state] = (around ?? fence) === null ? (box.exec(text) ?? []) : [];
    if (whole === undefined) return;
    const rest = text.slice(whole.length);
    items.push({ line, ticked: state !== ' ', id: idOf(rest), words: wordsOf(rest) });
  });
  return items;
}

function idOf(rest: string): string {
  const hidden = hiddenId.exec(rest)?.[1];
  if (hidden !== undefined) return `item:${hidden.trim()}`;
  const ids = [...new Set(rest.match(evidenceIds))];
  return ids.length > 0 ? ids.join(' ') : wordsOf(rest);
}

function wordsOf(rest: string): string {
  return rest.replace(hiddenId, '').replaceAll(/\s+/gu, ' ').trim();
}

function sharedIds(items: readonly Item[]): readonly string[] {
  const ids = items.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** A name for each item that no other has: the first, second, … of those with the same words. */
function keysOf(items: readonly Item[], shared: ReadonlySet<string>): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ id, words }) => {
    const key = JSON.stringify(shared.has(id) ? [id, words] : [id]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}${count}`;
  });
}

function boxed(line: string, ticked: boolean): string {
  return line.replace(box, `$1[${ticked ? 'x' : ' '}]`);
}
