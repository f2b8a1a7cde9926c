import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { allStems, sidesOf, stemsOf } from './wording.ts';

type Link = {
  readonly text: string;
  readonly cause: ReadonlySet<string>;
  readonly effect: ReadonlySet<string>;
};

const EFFECT_FIRST =
  /\b(?:because(?: of)?|due to|thanks to|owing to|as a result of|caused by|as a consequence of|by virtue of|since it|on account of)\b/gi;
const CAUSE_FIRST =
  /\b(?:so that|and so|, so|therefore|thus|hence|thereby|as a result|as a consequence|consequently|which means(?: that)?|meaning that|(?:which|that) made|making|led to|leads to|leading to|result(?:s|ed|ing)? in|caus(?:es|ed|ing)|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|ensur(?:es|ed|ing)|prevent(?:s|ed|ing)|letting|lets?|permit(?:s|ted|ting)?|stop(?:s|ped|ping)?(?=\s[^.;\n]{1,80}\sfrom\s)|avoid(?:s|ed|ing)?)\b/gi;
/** `because of this` names its other side in an earlier sentence, where it cannot be compared. */
const NOTHING: ReadonlySet<string> = new Set();

/** Causes and effects that no source joins: that both happened does not say that one came of the other. */
export function compareCauses(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const claimed = linksOf(sentence);
  if (claimed.length === 0) return [];
  const stated = sources.flatMap(linksOf);
  const people = allStems(sources.map(({ source }) => source.who ?? '').join(' '));
  return claimed
    .filter((claim) => !stated.some((link) => bearsOut(link, withoutDoer(claim, people))))
    .map(({ text }) => ({
      kind: 'cause',
      text,
      reason: 'No source says that one came of the other.',
      key: null,
    }));
}

function linksOf(reading: Reading): readonly Link[] {
  return [...linksBy(reading, EFFECT_FIRST, true), ...linksBy(reading, CAUSE_FIRST, false)];
}

function linksBy(reading: Reading, pattern: RegExp, effectFirst: boolean): readonly Link[] {
  return [...reading.text.matchAll(pattern)].map((match) => {
    const [before, after] = sidesOf(reading, match.index, match.index + match[0].length);
    const lead = stemsOf(before);
    const [left, right] = lead.size > 0 ? [lead, stemsOf(after)] : opening(after);
    return effectFirst
      ? { text: match[0], effect: left, cause: right }
      : { text: match[0], cause: left, effect: right };
  });
}

/** `Thanks to X, Y`: what follows the comma is the other side. */
function opening(rest: string): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  const comma = rest.indexOf(', ');
  return comma === -1
    ? [NOTHING, stemsOf(rest)]
    : [stemsOf(rest.slice(comma)), stemsOf(rest.slice(0, comma))];
}

/** `Ada lets partners see why`: that it is her work is compared elsewhere, so that only the effect is left. */
function withoutDoer(claim: Link, people: ReadonlySet<string>): Link & { readonly byDoer: boolean } {
  const cause = new Set([...claim.cause].filter((word) => !people.has(word)));
  return { ...claim, cause, byDoer: claim.cause.size > 0 && cause.size === 0 };
}

/** Each side of the claim is, for the greater part, said on the same side by the source. */
function bearsOut(stated: Link, claim: Link & { readonly byDoer: boolean }): boolean {
  if (claim.byDoer)
    return claim.effect.size > 0 && [...claim.effect].every((word) => stated.effect.has(word));
  return covers(stated.cause, claim.cause) && covers(stated.effect, claim.effect);
}

function covers(stated: ReadonlySet<string>, claimed: ReadonlySet<string>): boolean {
  const shared = [...claimed].filter((word) => stated.has(word)).length;
  return shared > 0 && shared * 2 >= claimed.size;
}
