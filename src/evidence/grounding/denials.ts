import { orderedStems, stem } from './wording.ts';

/** A denial, the words after it that it denies, and the words before it in its clause. */
export type Negation = {
  readonly text: string;
  readonly scope: readonly string[];
  readonly lead: readonly string[];
  /** Where it stands in its text. */
  readonly at: number;
};

/** Denials of a verb, whose subject stands before them: `the format is not touched`. */
export const DENIES_VERB = /^(?:not|never|no longer|cannot|fail(?:s|ed)? to|stopped|refused to|.*n['’]t)$/i;

const NEGATION =
  /\b(?:not|never|no longer|no|none|nobody|nothing|neither|nor|cannot|without|hardly|barely|scarcely|rarely|seldom|lack(?:s|ed)?|free of|far from|fail(?:s|ed)? to|stopped|refused to|\p{L}{2,12}n['’]t)(?![\p{L}-])/giu;
const SCOPE_END = /[.;!?\n]|,\s|\s(?:but|although|because|so)\s|:\s/;
const WIDTH = 4;

/** All denials of a text, in its order. */
export function negationsOf(text: string): readonly Negation[] {
  return [...text.matchAll(NEGATION)].map((match) => {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
    const end = SCOPE_END.exec(rest);
    const before =
      text
        .slice(Math.max(0, match.index - 80), match.index)
        .split(SCOPE_END)
        .at(-1) ?? '';
    const lead = stemsWithChanges(before).slice(-WIDTH);
    return {
      text: match[0],
      at: match.index,
      lead,
      scope: stemsWithChanges(end === null ? rest : rest.slice(0, end.index)).slice(0, WIDTH),
    };
  });
}

/** Here verbs of change count too, all as one: `did not reduce` denies `brought down`. */
export function stemsWithChanges(text: string): readonly string[] {
  const subjects = new Set(orderedStems(text));
  return [...text.matchAll(/[\p{L}][\p{L}\p{N}_]*/gu)]
    .map((match) => (CHANGES.has(match[0].toLowerCase()) ? 'change' : stem(match[0])))
    .filter((word) => word === 'change' || subjects.has(word));
}

/** Verbs of change, and their stems. */
export const CHANGES: ReadonlySet<string> = new Set(
  `reduce reduces reduced reducing cut cuts cutting drop drops dropped fall falls fell rise rises rose raise raises raised save saves saved lower lowers
  lowered increase increases increased improve improves improved shrink shrinks shrank grow grows grew decrease decreases decreased go goes went bring brings
  brought take takes took climb climbs climbed move moves moved shorten shortens shortened speed speeds sped`
    .split(/\s+/)
    .flatMap((word) => [word, stem(word)]),
);
