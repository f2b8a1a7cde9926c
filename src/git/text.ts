/** The first `limit` characters, never half of a character that takes two places. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splits = /[\uD800-\uDBFF]/.test(text[limit - 1]!);
  return text.slice(0, splits ? limit - 1 : limit);
}
