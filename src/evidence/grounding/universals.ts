import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { orderedStems, pieceAt, share, stemsOf } from './wording.ts';

/** Words that claim the whole, the first or the only; words of one row say the same. */
const ROWS: readonly RegExp[] = [
  /\b(?:all|every|each|everything|everyone|everybody|entire|entirely|whole|fully|completely|throughout)\b/gi,
  /\b(?:first|earliest)\b(?!\s(?:half|quarter|week|month|year|day|days|weeks|months|time|page|byte|paint|attempt|run|request)\b)/gi,
  /\b(?:only|sole|solely|alone|single-handedly|exclusively|uniquely)\b/gi,
  /\b(?:never|nobody|none|no one|nothing)\b/gi,
  /\b(?:always|invariably|consistently)\b/gi,
  /\b(?:best|most|largest|biggest|fastest|greatest|highest)\b/gi,
  /\b(?:last|latest|final)\b(?!\s(?:half|quarter|week|month|year|day|days|weeks|months|time)\b)/gi,
];
const HARMLESS =
  /\b(?:at first|first of all|at all|after all|above all|all of a sudden|not only|at most|at best|at last|first-class|only then|per each|for (?:only|just)|is only|to only|by only)\b/gi;

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
  const harmless = [...text.matchAll(HARMLESS)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return [...text.matchAll(row)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter((claim) => !harmless.some(([from, to]) => claim.at >= from && claim.at < to));
}

/** What follows the word must be what follows it in the source, or share its sentence where nothing follows. */
function saysIt(sentence: Reading, claim: Claim, source: ReadSource, row: RegExp): boolean {
  const claimed = scope(sentence.text, claim);
  const subject = claimed.size > 0 ? claimed : subjectAt(sentence, claim.at);
  return matches(source.text, row).some((stated) => {
    const own = scope(source.text, stated);
    return (
      subject.size === 0 ||
      share(subject, own.size > 0 ? own : stemsOf(pieceAt(source.sentences, stated.at).text))
    );
  });
}

function scope(text: string, claim: Claim): ReadonlySet<string> {
  const rest = text.slice(claim.at + claim.text.length, claim.at + claim.text.length + 60);
  const end = /[.,;:!?\n]/.exec(rest);
  return new Set(orderedStems(end === null ? rest : rest.slice(0, end.index)).slice(0, 3));
}
