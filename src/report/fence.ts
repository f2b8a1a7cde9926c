const fenceLine = /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})([^\n]*)$/u;

/** The signs that opened the code in which the line after this one stands; null outside code. */
export function fenceAfter(open: string | null, line: string): string | null {
  const [, fence = '', rest = ''] = fenceLine.exec(line.trimEnd()) ?? [];
  if (fence === '') return open;
  if (open === null) return fence.startsWith('`') && rest.includes('`') ? null : fence;
  const closes = fence.startsWith(open.charAt(0)) && fence.length >= open.length && rest.trim() === '';
  return closes ? null : open;
}
