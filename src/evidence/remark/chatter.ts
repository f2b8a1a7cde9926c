import { anyOf, wordsFrom } from './pattern.ts';

/** Agreement and thanks: kind, and no evidence. A sentence that then says "but" says more. */
const praise = anyOf(
  [
    String.raw`(?:nice|great|lovely|awesome|beautiful|fantastic|perfect|excellent|brilliant|neat|welcome|praise|kudos)\b`,
    String.raw`thanks?\b|thank you|congrat\w*|well (?:done|spotted)|love (?:it|this|that|how)|i (?:really )?(?:like|love|enjoyed)\b`,
    String.raw`good (?:work|job|stuff|to (?:see|have)|catch|find|idea|call|fix|change|point)|happy (?:with|to (?:see|approve|merge))`,
    String.raw`lgtm\b|looks? (?:good|great|right|fine)|(?:re-?)?approv(?:e|ed|ing)\b|stamp\b|works for (?:me|us)`,
    String.raw`(?:ok(?:ay)?|fine) (?:for|by|with) (?:me|us)|\+1|👍|🎉|❤|🚀`,
  ],
  String.raw`^[^\p{L}+👍🎉❤🚀]*(?:@)`,
);
const turn = /\b(?:but|however|except|although|though|one (?:thing|question|small|more))\b/iu;

/** About the way to the merge and about the people on it, not about the change. */
const chatter = anyOf(
  [
    // The branch and its checks.
    String.raw`(?:please|needs? an?|could you|can you) rebase|rebase (?:onto|on|this|your|it)|merge conflicts?|squash`,
    String.raw`conflicts? with (?:main|master|the base)|resolve (?:the |your )?conflicts|sign(?:ed)?[- ]?off|dco\b|cla\b`,
    String.raw`re-?(?:run|trigger)(?:ning)? (?:the )?(?:ci|checks?|build|tests?|pipeline|job)|flaky? tests?|unrelated (?:failure|test)`,
    String.raw`ci (?:is|was|looks|seems|has been|fails|failed)\b|(?:checks?|build|pipeline|main|master) (?:is|are|was) (?:red|broken|failing|green|happy)`,
    // What is written about it.
    String.raw`commit messages?|(?:pr|pull request) (?:title|description|template)|changelog (?:entry|line)|release notes?`,
    String.raw`wrong (?:branch|base|repo\w*|ticket|pr|pull request|channel|person)|stale (?:branch|bot|pr|label)|duplicate of #?\d`,
    // The reader and their time.
    String.raw`sorry (?:for|about|that|to|i)|apologies|lost track|on (?:holiday|vacation|leave)|out of office|not my area`,
    String.raw`i(?:'ll| will) (?:have a (?:closer )?look|look at|review|get to|take a|come back)|deferr?(?:ing)? to|correct me if`,
    String.raw`(?:did not|didn't|have not|haven't) (?:read|look|had time|had a chance)|(?:only|just) skimmed|rubber[- ]?stamp\w*`,
    String.raw`(?:gentle|friendly) (?:ping|reminder)|ping(?:ing)? @?\w|cc @|happy to (?:pair|chat|talk|discuss)`,
    String.raw`let'?s (?:talk|chat|discuss|sync|take (?:this|it) offline)`,
  ],
  wordsFrom,
);

const past = /\b(?:has|have|had|was|were|used to|kept|bit|cost)\b/iu;
const notPast = /\b(?:would|will|can|could|may|might|still|again|now|is|are)\b/iu;

/** Whether a sentence says nothing of the change itself. */
export function isChatter(sentence: string): boolean {
  return chatter.test(sentence) || isPraise(sentence);
}

/** The sentences that say something of the change. After praise, what is told of the past is what the change mends. */
export function withoutChatter(sentences: readonly string[]): readonly string[] {
  const praises = isPraise(sentences[0] ?? '') && !sentences.some((sentence) => turn.test(sentence));
  const isMended = (sentence: string) => praises && past.test(sentence) && !notPast.test(sentence);
  return sentences.filter((sentence) => !isChatter(sentence) && !isMended(sentence));
}

function isPraise(sentence: string): boolean {
  return praise.test(sentence) && !turn.test(sentence);
}
