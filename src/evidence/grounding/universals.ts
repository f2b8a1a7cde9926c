import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { orderedStems, pieceAt, share } from './wording.ts';

/** Words that claim the whole, the first or the only; words of one row say the same. */
const ROWS: readonly RegExp[] = [
  /\b(?:all|every|each|everything|everyone|everybody|entire|entirely|any|anyone|anything|anywhere|everywhere|whole|fully|completely|throughout)\b/gi,
  /\b(?:first|earliest)\b(?!\s(?:half|quarter|week|month|year|day|days|weeks|months|time|page|byte|paint|attempt|run|request)\b)/gi,
  /\b(?:only|sole|solely|alone|single-handedly|singlehandedly|unaided|unassisted|by (?:her|him|them)sel(?:f|ves)|on (?:her|his|their) own|exclusively|uniquely)\b/gi,
  /\b(?:both)\b/gi,
  /\b(?:never|nobody|none|no one|nothing)\b/gi,
  /\b(?:always|invariably|consistently|constantly|permanently|forever)\b/gi,
  /\b(?:best|worst|most|least|ever|largest|smallest|slowest|lowest|shortest|longest|longest-running|cheapest|strongest|hardest|toughest|simplest|cleanest|newest|oldest|deepest|widest|biggest|fastest|greatest|highest)\b/gi,
  /\b(?:last|latest|final)\b(?!\s(?:half|quarter|week|month|year|day|days|weeks|months|time)\b)/gi,
];
const HARMLESS =
  /\b(?:at first|first of all|at all|after all|above all|all of a sudden|not only|not any|without any|n['’]t \w{2,12} any|at most|at least|not least|at best|at last|first-class|only then|per each|for (?:only|just)|is only|to only|by only)\b/gi;

/** Claims of all, every, first, only or never that no source makes of the same thing. */
export function compareUniversals(
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return ROWS.flatMap((row) =>
    matches(sentence.text, row)
      .filter((claim) => !sources.some((source) => saysIt(sentence, claim, source, row)))
      .map((claim) => ({
        kind: 'universal',
        text: claim.text,
        reason: `No source says "${claim.text.toLowerCase()}" of this.`,
        key: null,
      })),
  );
}

type Claim = { readonly text: string; readonly at: number };

function matches(text: string, row: RegExp): readonly Claim[] {
  const harmless = new Uint8Array(text.length);
  for (const match of text.matchAll(HARMLESS)) harmless.fill(1, match.index, match.index + match[0].length);
  return [...text.matchAll(row)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter((claim) => harmless[claim.at] !== 1);
}

/** What follows the word must be what follows it in the source, or share its sentence where nothing follows. */
function saysIt(sentence: Reading, claim: Claim, source: ReadSource, row: RegExp): boolean {
  const claimed = scope(sentence.text, claim);
  const subject = claimed.size > 0 ? claimed : subjectAt(sentence, claim.at);
  return matches(source.text, row).some((stated) => {
    const own = scope(source.text, stated);
    return (
      subject.size === 0 || share(subject, own.size > 0 ? own : pieceAt(source.sentences, stated.at).stems)
    );
  });
}

function scope(text: string, claim: Claim): ReadonlySet<string> {
  const rest = text.slice(claim.at + claim.text.length, claim.at + claim.text.length + 60);
  const end = /[.,;:!?\n]/.exec(rest);
  return new Set(orderedStems(end === null ? rest : rest.slice(0, end.index)).slice(0, 3));
}
