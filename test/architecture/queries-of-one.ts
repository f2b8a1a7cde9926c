/*
 * No query takes more than one person's evidence. Types say so at the port; this reads the queries behind it, so that a
 * new one that asks of several people, counts them or groups them cannot come in unseen.
 */

const call = /\.\s*(\w+)\s*\.\s*(find\w+|count|aggregate|groupBy)\s*\(/g;
const records = new Set(['activity', 'evidence', 'overlay']);

/** Of whom it asks: `personId: …`, `personId`, or the pair that is called `person`. `personId: true` only chooses a column. */
const namesOne = /\bpersonId\b(?!\s*:\s*true)|\.\.\.person\b/;
/** Who had a part, and nothing of what it was. */
const asksOnlyWho = /\bselect\s*:\s*\{\s*personId\s*:\s*true,?\s*\}/;
/** What people did, taken along with rows of another table. */
const takesAlong = /\b(?:activities|evidence)\s*:\s*(?:true\b|\{\s*(?:select|include|where|orderBy)\b)/;
/** SQL that gives rows back. `$executeRaw` gives their number alone. */
const plainSql = /\$queryRaw\w*[^`;]*`[^`]*\b(?:FROM|JOIN)\s+"?(?:activities|evidence|overlay)\b/;

/** `source` as it stands, `code` with comments and strings blanked. */
export function aboutQueries(source: string, code: string): readonly string[] {
  const asked = Array.from(code.matchAll(call), ({ 1: table = '', 2: how = '', index, 0: begun }) =>
    aboutQuery(table, how, argumentAt(code, index + begun.length)),
  );
  const sql = plainSql.test(source)
    ? ['reads people’s evidence by plain SQL, where of whom cannot be seen']
    : [];
  return [...asked.flat(), ...sql];
}

function aboutQuery(table: string, how: string, argument: string): readonly string[] {
  if (records.has(table)) {
    if (!how.startsWith('find')) return [`counts or groups rows of ${table}, which are people’s evidence`];
    const isOfOne = namesOne.test(argument) || asksOnlyWho.test(argument);
    return isOfOne ? [] : [`asks for ${table} without naming one person`];
  }
  const isOfMany = how.startsWith('find') && takesAlong.test(argument) && !namesOne.test(argument);
  return isOfMany ? [`takes people’s evidence along with ${table} without naming one person`] : [];
}

/** What stands between the brackets that open before `start`. */
function argumentAt(code: string, start: number): string {
  let depth = 1;
  for (let at = start; at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return code.slice(start, at);
  }
  return code.slice(start);
}
