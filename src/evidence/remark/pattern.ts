/**
 * One pattern out of rows of alternatives, each row a few spellings of one thought. `@` stands where the rows go; without
 * a frame they are whole words. Capital letters make no difference, and both apostrophes are written `'`.
 */
export function anyOf(rows: readonly string[], frame = String.raw`\b(?:@)\b`): RegExp {
  const alternatives = rows.join('|').replaceAll("'", "['’]");
  return new RegExp(
    frame.replace('@', () => alternatives),
    'iu',
  );
}

export const wordsFrom = String.raw`\b(?:@)`;
