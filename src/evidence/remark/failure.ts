import { anyOf } from './pattern.ts';

/** Words for what goes wrong. Where a "not" or a "fixes" stands right before them, nothing does. */
const failure = anyOf([
  // Two at once, and things that are gone or there twice.
  String.raw`races?\b(?! detector)|deadlocks?|toctou|use[- ]after|leak(?:s|ed|ing)?|los(?:t|es?|ing)|twice|duplicat(?:es?|ed)`,
  String.raw`doubled?(?! ?-?check)|overwrit\w+|clobber\w*|collid\w+|starv\w+|n\+1|stale|out of (?:order|memory|sync|date)`,
  // It ends, or never does.
  String.raw`crash(?:es|ed)?|panics?|throws?|unhandled|breaks?(?! (?:the line|down|up))|broken|corrupt\w*|incompatible`,
  String.raw`breaking change|hangs?|gets? stuck|times? out|timing out|unbounded|infinite(?:ly)?|for ?ever|overflows?`,
  String.raw`blocks? (?:forever|the|all|every)|fails? (?:when|if|on|for|with|as|open|once)`,
  String.raw`(?:will|would|could|can|may|might) (?:fail|hang|block|loop|time ?out|match|be (?:null|empty|negative|zero))`,
  String.raw`(?:gets?|answers?|returns?|with) an? [45]\d\d`,
  // It does something else than it should.
  String.raw`wrong(?:ly)?|incorrect|off by (?:one|a|an|those|\d)|rounding|undefined|null pointer|nil (?:pointer|map|deref\w*)`,
  String.raw`hides?|masks?|swallow\w*|skips|drops|ignores|miss(?:es|ed)|silently`,
  String.raw`(?:is|are|was|were|gets?|be|been|silently) (?:skipped|dropped|ignored|cancelled)`,
  String.raw`without (?:any |a )?(?:error|limit|timeout|message|warning|lock|check)`,
  // It opens what should be closed.
  String.raw`inject\w*|vulnerable|expos(?:es?|ed)|in (?:the )?clear text|plain ?text|any(?:body|one) (?:can|could|with)`,
]);
const everyFailure = new RegExp(failure.source, 'giu');

/** What is never done, or done to those who should not see it, is a fault by its very "not". */
const fault = anyOf(
  [
    String.raw`never (?!mind)\w+|no longer\b|exists? only in\b`,
    String.raw`nobody (?:ever )?(?:would|will|looks?|reads?|notic\w+|clos\w+|releas\w+|calls?|checks?)\b`,
    String.raw`(?:not|isn't|aren't) (?:meant|supposed|allowed|idempotent|atomic|safe|thread-?safe|in order|the same)\b`,
    String.raw`(?:not|isn't|aren't) (?:escaped|validated|checked|released|closed|covered|reached|handled|sorted|indexed|rolled back)\b`,
    String.raw`(?:do(?:es)? not|do(?:es)?n't|cannot|can't|w(?:ill|ould) not|wo(?:uld)?n't) (?:hold|survive|handle|cover|close|release|match)\b`,
    String.raw`(?:do(?:es)? not|do(?:es)?n't|cannot|can't|w(?:ill|ould) not|wo(?:uld)?n't) (?:know|wait|check|escape|find|terminate|stop)\b`,
    String.raw`(?:do(?:es)? not|do(?:es)?n't|cannot|can't|w(?:ill|ould) not|wo(?:uld)?n't) (?:reset|free|propagate|respect|cancel|roll back)\b`,
    String.raw`(?:do(?:es)? not|do(?:es)?n't|cannot|can't|w(?:ill|ould) not|wo(?:uld)?n't) work (?:if|when|with|for)\b`,
    String.raw`(?:will|would|may|might|can) (?:not|never) be (?:used|called|reached|run|released|closed|seen|found|sent|retried)\b`,
    String.raw`(?:stay|remain|keep|be|is|are|turns?) (?:\w+ )?green (?:if|when|even|although|without|with)\b`,
  ],
  String.raw`\b(?:@)`,
);

/** Within three words before a failure: there is none, or it is what the change mends. */
const notBefore =
  /(?:\b(?:no|not|never|nothing|nobody|none|without|neither|nor|cannot|avoid\w*|fix(?:es|ed|ing)?|prevent\w*|remov\w+|solv\w+|resolv\w+|eliminat\w+|stops?|guards? against|protects? (?:us )?(?:from|against)|handles?|catch(?:es)?|instead of)|n['’]t)(?: (?!(?:but|and|so|then)\b)[\p{L}\p{N}'’-]+){0,3} ?$/iu;
/** "I lost track", "had to read this twice": about the reader. */
const ofReader =
  /\b(?:i(?:['’](?:m|ve|d))?|reading|read|am i|got|double)(?: (?:am|was|may|might|could|be|a bit|got|have|always|often|once|just|probably|completely|this|it|that|here)){0,4} ?$/iu;
/** "The crash is gone with this branch": told of what is mended. */
const goneAfter =
  /^[\p{L}\p{N}'’ -]{0,30}\b(?:(?:is|are|was|were) (?:now )?(?:gone|fixed|solved|resolved|mended)|no more|any ?more)\b/iu;
/** As far as a "not" or a "gone" reaches, in characters. */
const near = 60;

/** Whether a sentence names something that goes wrong. */
export function namesFailure(sentence: string): boolean {
  if (fault.test(sentence)) return true;
  return [...sentence.matchAll(everyFailure)].some(({ index, 0: { length } }) => {
    const before = sentence.slice(Math.max(0, index - near), index);
    const after = sentence.slice(index + length, index + length + near);
    return !notBefore.test(before) && !ofReader.test(before) && !goneAfter.test(after);
  });
}
