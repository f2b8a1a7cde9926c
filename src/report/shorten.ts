import { plainLine } from './escape.ts';

/** One line of at most `most` UTF-16 units and a sign that more follows; cut between words where there are any. */
export function shortened(text: string, most: number): string {
  const line = plainLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}
