import { namesFailure } from './failure.ts';
import { anyOf, wordsFrom } from './pattern.ts';

/** What one sentence of a remark does: names a failure, says why, shows how, asks. */
export type Cue = 'fails' | 'reason' | 'shows' | 'asks';

const whoActs =
  'the|an?|any|every|each|all|this|that|it|they|we|you|one|our|its|their|nobody|anybody|whoever|somebody';
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri)day';

const reason = anyOf(
  [
    String.raw`(?:because|otherwise|so that|which means|means that|the reason|in order to|that is why|hence|therefore|as a result)\b`,
    // Not "since March", which only says when.
    String.raw`since (?!(?:yesterday|today|last|the (?:last|release|beginning|start)|then|v?\d|when|${months})\b)\w+`,
    // So the next run would …
    String.raw`(?:so|and then|then) (?:that )?(?:${whoActs})\b(?: [^\s,.;:!?]+){0,4} (?:w(?:ould|ill)|c(?:ould|an(?:not)?)|may|might|never)\b`,
    String.raw`(?:so|and then|then) (?:that )?(?:${whoActs})\b(?: [^\s,.;:!?]+){0,4} (?:gets?|becomes?|stays?|sees?|loses?|ends? up|no longer)\b`,
    // When the first one is late, the second gets …
    String.raw`(?:if|when|whenever|unless|once|as soon as|until|without) [^.?!\n]{3,100}?(?:,|\bthen\b)[^.?!\n]{0,40}?\b(?:w(?:ould|ill)|could|never|gets?|becomes?|is|are|ends? up|ha(?:s|ve)|loses?|fails?|returns?)\b`,
    String.raw`if [^.?!\n]{3,80} then\b|would (?:have|then|never|not|also|still|make|let|leave|mean|be the)\b`,
  ],
  wordsFrom,
);

const shows = anyOf(
  [
    String.raw`https?:\/\/|see (?:also )?(?:#\d|\w+#\d|rfc|the docs|section|chapter)|rfc ?\d{3,5}\b`,
    String.raw`for (?:example|instance)\b|e\.g\.|like this\b|here is (?:how|what|an example)|the way (?:we|that|it)\b`,
    String.raw`instead\b|(?:prefer|consider|better to|i would rather|rather than)\b`,
    // From what they have seen themselves.
    String.raw`we (?:had|hit|met|saw|learned) (?:this|that|it|the same)\b`,
    String.raw`i (?:saw|met|hit|tried|measured|did) (?:this|that|it|the same|with)\b`,
  ],
  wordsFrom,
);

const asks = anyOf(
  [
    String.raw`what(?:'s| is) the (?:plan|behaviou?r|reason|idea|fallback|difference)`,
    String.raw`what (?:happens|does|do|did|should|will|would|if|about|becomes?|became)`,
    String.raw`how (?:about|does|do|will|would|many|much|often|long)|why (?:not|is|does|do|are|the|an?|this)`,
    String.raw`(?:could|can|should|shall|would|will|may|might) (?:this|that|it|the|these|two|both|we|you|there|an?|another|one|some\w+|any\w+|\w+ing)\b`,
    String.raw`have you considered|do (?:we|you) (?:need|want)|who(?:se)? |when (?:does|is|will|would)`,
    String.raw`is (?:there|this|it) (?:a (?:test|way|reason|case)|safe|idempotent|atomic|on purpose)|is it (?:possible|ok|okay|enough)`,
  ],
  wordsFrom,
);

/** Longer sentences are lists or logs; their beginning is read. */
const longestRead = 2_000;

/** What a sentence does; nothing for most. */
export function cuesOf(sentence: string): readonly Cue[] {
  const text = sentence.slice(0, longestRead);
  const cues: Cue[] = [];
  if (namesFailure(text)) cues.push('fails');
  if (reason.test(text)) cues.push('reason');
  if (shows.test(text)) cues.push('shows');
  if (text.includes('?') && asks.test(text)) cues.push('asks');
  return cues;
}
