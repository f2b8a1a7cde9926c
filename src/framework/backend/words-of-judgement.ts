import type { Rule } from '../schema.ts';

/** Words that tell of judgement: a cause found, a claim proved, a risk bounded, people told and asked in time. */
export const wordsOfJudgement: readonly Rule[] = [
  rule(
    'found',
    String.raw`\b(root causes?|the causes?\b|causes?:|causes? (is|was|were)|how (it|this|we|i) (was )?found|turn(s|ed) out|(this|that|which) is why|that'?s why|shows? why|(the )?culprit|(traced|tracked|narrowed) (it |this )?(back |down )?to|bisect(ed|ing)?)\b`,
    'tells the cause and how it was found',
  ),
  rule(
    'proof',
    String.raw`\b(replay(s|ed|ing)?|rehears(e|ed|al|als|ing)|played? .{0,40}\bthrough|side by side|in parallel with the (old|existing|previous|current)|both (ways|paths|versions|implementations)|(0|no|zero) differences?|compared? (before|with the old|against the old|old (and|with|against) new)|fail(s|ed|ing)? (on|without|before) (the |this )?(old|fix|change|previous|patch|main)|without (the|this) (fix|change|patch)|(zero|no|0) (calls?|callers?|readers?|requests?|uses?|references?) (in|for|since|left)|(it|this|table|tests?|checks?|linter|run) (has |have )?found (a|an|one|two|three|another|\d+|something)|canar(y|ies)|in shadow|shadow(ing| mode| traffic)|soak(ed|ing)?|(load|stress|chaos|property|mutation)[- ]?test\w*|game ?day|fuzz(ed|er|ing)?)\b`,
    'shows that it works',
  ),
  rule(
    'tried',
    String.raw`\b(checked (by|with|that|against)|tried (it |this |them |the (\w+ ){1,3})?(on|with|by|out|from)|(median|mean|average) of \d+|verified (that|by|with|in|on)|measured|reproduced|confirmed (that|by|with|on|in)|validated (that|by|with|on|in)|practised)\b`,
    'was tried before it was trusted',
  ),
  rule(
    'undo',
    String.raw`\b(undo(ne|ing)?|way back|roll(ed|ing|s)?[- ]?back|switch(ed|ing|es)? back|(can|could|may) be (reverted|undone|disabled|switched off|turned off|brought back)|kill[- ]?switch|kept warm|old (path|code|way|table|key|writer|version|format) (is |are |stays? |remains? )(kept|still|there|until|available)|opt[- ]?out|revers(e|i)ble)\b`,
    'says how it can be taken back',
  ),
  rule(
    'weighs',
    String.raw`\b(alternatives?|trade[- ]?offs?|compared? (\w+ ){0,3}(with|against|to)\b|recommends?|weigh(s|ed)?|(i|we) considered|the price\b|at the cost of|downsides?|drawbacks?|pros? and cons?|why (no|not)\b|rejected because)\b`,
    'weighs it against other ways',
  ),
  rule(
    'notice',
    String.raw`\b(announc(e|es|ed|ing|ement)|weeks'? (of )?notice|notice period|sunset\w*|deprecat(ed|es|ing|ion)|until (the end of )?(january|february|march|april|may|june|july|august|september|october|november|december)|until (the )?(next )?(major|v\d|version)|(have|has) (written to|told|warned)|(were|was|are) (told|informed|notified)|(migration|upgrade) guide|existing (users|clients|callers|customers|integrations))\b`,
    'tells those concerned in time',
  ),
  rule(
    'agreed',
    String.raw`\b(agreed|discussed with|asked (each|every|everyone|them|both|two|all)|walked through|went through (all|every|each)|paired with|(other|two|both|three) teams|both sides|reviewed (by|with)|read by|(together|tried|written) with)\b`,
    'was agreed with others',
  ),
  rule(
    'lasting',
    String.raw`\b((test|check|lint(er)?|ci|build) (in ci )?(now )?(fails?|refuses?|keeps|catches|ensures|enforces|counts|compares)|(fails?|refused?|does not pass|rejected) (by |in |on |the )?(ci|build|lint(er)?)|(can ?not|can no longer|can't) (be forgotten|happen|regress|drift|recur)|no way to (build|construct|create|call)|keeps it (that way|so)|from happening again|(compile|build)[- ]time (check|error|guarantee)|enforce[sd]?|regression test|every future)\b`,
    'keeps the mistake from coming back',
  ),
  rule(
    'bounds',
    String.raw`\b(only (when|if|for|once|after|while)|never|at most|at least|exactly)\b`,
    'is exact about its limits',
  ),
  rule(
    'scope',
    String.raw`\b(not (in|part of) this (change|pr|pull request|step)|out of scope|not (decided|done|covered|solved|handled|measured) (here|yet)|does not (solve|handle|cover|fix)|known (issue|limitation)s?|limitations?|left out|no change (for|to)|not in this change)\b`,
    'says what it does not do',
  ),
];

function rule(key: string, pattern: string, reason: string): Rule {
  return { key, pattern, reason };
}
