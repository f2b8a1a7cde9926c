import { firstMatches, indexPatterns } from '../../framework/pattern-index.ts';
import type { PatternIndex } from '../../framework/pattern-index.ts';

/** Patterns of plain letters go without the flag for Unicode: they are tried on every sentence, and it would halve their speed. */
type Cue = readonly [pattern: RegExp, worth: number];

const whom: Cue = [
  /\b(users?|customers?|clients?|callers?(?!-)|consumers?|operators?|merchants?|on-?call|developers|contributors|reviewers|partners|support|senders|tenants|subscribers|passengers|patients|visitors|(?:other|every|each|all|both|three|four|five) teams?|new joiners|downstream|people)\b/i,
  1.5,
];
const harm: Cue = [
  /\b(in production|outages?|incidents?|data loss|corrupt\w*|crash\w*|deadlocks?|time ?outs?|timed out|ooms?|killed|leak\w*|slow|latency|downtime|lost|los(?:e|es|ing)|duplicated?|(?:paid|charged|sent|sold|counted|delivered|booked|billed|shipped) \w*\s?\w*\s?twice|paged?|stood still|stuck|breaks?|broke|wrong(?:ly)?|fail(?:s|ed|ing)?|ran (?:dry|out)|nobody could|could not (?:buy|pay|log in|release|deploy))\b/i,
  1.2,
];

/** Cues that a sentence tells what the change is good for; each counts once. */
const cues: readonly Cue[] = [
  [
    /\b(so that|which (means|caused|made|led|lets|allows)|this (means|lets|allows|makes|enables|caused|led|prevents|avoids)|as a result|now we can|without (this|it|having)|in order to)\b/i,
    2,
  ],
  whom,
  harm,
  [/\b(no longer|instead of|previously|until now|used to|before this|any ?more)\b/i, 0.8],
  [
    /\b(because|since(?! \d| (?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|then|mon|tues|wednes|thurs|fri)\b)|due to|root cause|caused by)\b/i,
    0.8,
  ],
];

const against: readonly Cue[] = [
  [/\b(todo|follow-?up|later|another pr|next pr|separate pr|wip)\b/i, 1.5],
  [/\b(not sure|i think|maybe|perhaps|hopefully|would have been)\b/i, 2],
  // How it was rolled out, checked or arranged for a while is no reason why it matters.
  [
    /^(?:rolled out|released|reviewed|tested|tried|checked|measured|agreed) \b|\bfor (?:now|the time being|an? (?:day|week|fortnight|month))\b/i,
    1.5,
  ],
  // That nothing went wrong without a thing is how its end was checked.
  [/^the \w+(?: \w+)? is (?:green|fine|unaffected|unchanged)\b/i, 2],
  // It speaks of something that stands in another sentence.
  [
    /^(?:one|two|three|four|five|six|both|those|these|they|the others|another|everything|all|none|most|it|that) (?:of (?:them|it)|in|stays?|remains?|keeps?|differs?|is|are|was|were|has|have|had|do|does|did|can|will|goes?)\b/i,
    0.8,
  ],
  // How long something lives or how it is scoped is a rule, whatever it is good for.
  [/^[\p{L}`_ -]{2,30} (?:lives?|lasts?|is|are) (?:kept |valid )?for \d/iu, 1.5],
  // Steps of a plan lead to each other.
  [/\bstep \d\b.*\bstep \d\b/i, 1.5],
  // An item of a list of contents begins with a question word.
  [/^(?:when|how|what|where|whom|who|which) (?:to|can|will|and)\b/i, 2],
  [/`[^`]*`.*`[^`]*`.*`[^`]*`/u, 1],
  [/[{};]|=>|::|\(\)|\w#\w/u, 1],
];

const chatter =
  /[?:]\s*$|^\s*(cc|fyi|note|see|ref(s|erences)?|closes|fixes|related|thanks|hi|hey)\b|https?:\/\/\S+\s*$|<\/?[a-z][^>]{0,500}>/i;

/** A change for the better that somebody lives with: no promise, no state before. */
const consequence =
  /\b(?:(?:can|could|is|are|does|do|has|have|need|needs) no longer|no longer (?:\w+ )?(?:need|have|has|wait|fail|page|lose|block|time)|unblock(?:s|ed)|thanks to this|since this (?:was|went|shipped|landed|is)|(?:can|could) now|now (?:can|see|get|release|deploy|know|work)|works? for us|(?:has|have) not (?:been paged|failed|timed out|seen)|saved us|for the first time)\b/i;

/** What got better for somebody says more than what was wrong. */
const better = 1.2;

const telling = indexed([...cues, [consequence, 0]]);
const counting = indexed(against);

/** How much a sentence tells of what the change is good for; chatter and the win again tell nothing. */
export function weigh(sentence: string, win: string): number {
  const told = firstMatches(telling, sentence);
  const isBetter = told[cues.length] !== null;
  const tells = total(cues, told);
  // Most sentences tell nothing, and are not read any further.
  if (tells === 0 && !isBetter) return 0;
  if (chatter.test(sentence) || sentence.toLowerCase().includes(win.toLowerCase())) return -Infinity;
  const counts = countsAgainst(sentence);
  return tells - counts + (isBetter && counts < 1 ? better : 0);
}

export function isConsequence(sentence: string): boolean {
  return consequence.test(sentence) && countsAgainst(sentence) < 1;
}

/** Whether the title of an issue says whom something hurt, or how. */
export function isMatter(title: string): boolean {
  if (chatter.test(title)) return false;
  return [whom, harm].reduce((sum, [cue, worth]) => sum + (cue.test(title) ? worth : 0), 0) >= 2;
}

function countsAgainst(sentence: string): number {
  return total(against, firstMatches(counting, sentence));
}

function total(list: readonly Cue[], found: readonly (RegExpExecArray | null)[]): number {
  return list.reduce((sum, [, worth], at) => sum + (found[at] === null ? 0 : worth), 0);
}

function indexed(list: readonly Cue[]): PatternIndex {
  return indexPatterns(
    list.map(([pattern]) => pattern),
    'word',
  );
}
