import type { Actor, IssueFacts } from '../facts.ts';
import { anyOf } from '../remark/pattern.ts';
import { spanOf } from '../remark/quote.ts';
import { ownSentences, wordsOf } from '../remark/text.ts';
import type { Sentence } from '../sentences.ts';
import type { Signal } from '../signal.ts';

/**
 * What somebody did in an incident by their own words there. GitHub records no leader and no cause: these are quoted,
 * and stay the word of whoever said them.
 */
export function signalsOf(issue: IssueFacts, person: Actor): readonly Signal[] {
  const own = issue.comments
    .filter(({ author }) => author.key === person.key)
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return roles.flatMap(({ rule, reason, pattern }) => {
    for (const { body, key } of own) {
      const span = told(body, pattern);
      if (span === null) continue;
      const quote = { text: span.text, place: { in: 'comment', key, from: span.from } } as const;
      return [{ rule, reason, quote }];
    }
    return [];
  });
}

type Role = { readonly rule: string; readonly reason: string; readonly pattern: RegExp };

/** At the beginning of a sentence, where people say what they do; later in it, they speak of something else. */
const first = String.raw`^\W*(?:(?:ok(?:ay)?|so|and|update|status|log)\b[,.:! ]*)*(?:@)`;

const roles: readonly Role[] = [
  {
    rule: 'incident.cause',
    reason: 'names the cause',
    pattern: anyOf(
      [
        String.raw`found (?:it|how|why|the (?:root )?(?:cause|reason|culprit|bug|leak|query|commit|change))\b`,
        String.raw`(?:the )?(?:root )?cause(?: is\b| was\b|:)|the culprit (?:is|was)\b|why: |(?:this|it|that) (?:is|was) caused by\b|caused by\b`,
        String.raw`(?:it|this) (?:began|started) (?:with|when|because|after)\b`,
      ],
      first,
    ),
  },
  {
    rule: 'incident.stopped',
    reason: 'tells how the harm was stopped',
    pattern: anyOf(
      [
        String.raw`(?:i(?:'ve| have)? )?(?:now |just )?(?:stopped|rolled (?:\w+ ){0,5}back|switched (?:\w+ ){0,5}off|turned (?:\w+ ){0,5}off)\b`,
        String.raw`(?:i(?:'ve| have)? )?(?:now |just )?(?:disabled|blocked|drained|restarted|scaled|failed over|reverted|rerouted|routed)\b`,
        String.raw`(?:\w+ ){1,6}off for (?:everybody|everyone|all)\b`,
      ],
      first,
    ),
  },
  {
    rule: 'incident.led',
    reason: 'shows who led the response',
    pattern: anyOf(
      [
        String.raw`i(?:'m| am| will|'ll)? (?:lead(?:ing)?|coordinat(?:e|ing)|tak(?:e|ing) the lead)(?: (?:this|it|here|the (?:response|incident)))?[.,;!]`,
        String.raw`(?:leading|coordinating) (?:this|the response|the incident)\b|(?:incident (?:commander|lead|leader)|ic) ?(?:: ?|is )(?:me|i)\b`,
      ],
      first,
    ),
  },
];

/** Asked, guessed or not known yet: then nothing is told. */
const unsure =
  /\?\s*$|\b(?:not (?:yet|known|clear|sure|found|the|it)|maybe|perhaps|might|may|possibly|probably|suspect\w*|guess\w*|unknown|unclear|nothing|looking|if)\b|\b(?:isn|wasn|don|can|haven)['’]t\b/iu;
/** With what follows it: "Found it." alone names nothing. */
const fewestWords = 8;

function told(body: string, pattern: RegExp): Sentence | null {
  const sentences = ownSentences(body);
  for (const sentence of sentences) {
    if (!pattern.test(sentence.text) || unsure.test(sentence.text)) continue;
    const span = spanOf(sentence, sentences, body);
    if (wordsOf(span.text) >= fewestWords) return span;
  }
  return null;
}
