import { nearestOf } from './rules-nearest.ts';

/** Somebody's words for an area, as its key; or the sentence that says which areas there are. */
export function areaNamed(
  words: string,
  areas: readonly { readonly key: string; readonly title: string }[],
): { readonly area: string } | { readonly problem: string } {
  const wanted = bare(words);
  const found = areas.find(({ key, title }) => bare(key) === wanted || bare(title) === wanted);
  if (found !== undefined) return { area: found.key };
  const near = nearestOf(
    words,
    areas.flatMap(({ key, title }) => [key, title]),
  );
  const meant = areas.find(({ key, title }) => key === near || title === near);
  const known = areas.map(({ key }) => `\`${key}\``).join(', ');
  return {
    problem:
      meant === undefined
        ? `There is no such area. The areas are ${known}.`
        : `There is no such area. Did you mean \`${meant.key}\`? The areas are ${known}.`,
  };
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
