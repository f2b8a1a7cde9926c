import { anyOf, wordsFrom } from './pattern.ts';

/** Words of those whose change it is, and of a reviewer who comes round: what they make of a remark. */

const fillers = String.raw`(?:(?:ah|oh|hm+|ok(?:ay)?|right|well|actually|yes|and|but|sorry|thanks?|thank you|i think|i believe)\b[,.! ]*)*`;

const takingBack = anyOf(
  [
    String.raw`never ?mind|scratch that|disregard|ignore (?:me|this|that)|forget (?:it|this|that)`,
    String.raw`(?:my|i) (?:mistake|misread|bad|misunderstood|was wrong|missed (?:that|it|the))`,
    String.raw`i (?:see,|take (?:it|that) back|stand corrected)|you(?:'re| are) right`,
  ],
  String.raw`^\W*${fillers}(?:@)`,
);

/** Whether a reviewer takes back what they said before. */
export function takesBack(sentence: string): boolean {
  return takingBack.test(sentence);
}

const contradiction = anyOf(
  [
    String.raw`no\b(?! (?:idea|problem|worries|objection))|nope\b|(?:i )?disagree|on purpose|by design|intentional|deliberate`,
    String.raw`not (?:really|quite|needed|necessary|an? (?:issue|problem|bug)|possible|here|in this)`,
    String.raw`(?:this|that|it)(?: is|'s| was) (?:not|never) (?:an? (?:issue|problem|bug)|possible|true|needed|the case)`,
    String.raw`(?:this|that|it)(?: is|'s| was) (?:intended|intentional|on purpose|by design|expected|fine|already|deliberate)`,
    String.raw`(?:this|that|it) (?:cannot|can't|won't|will not|does not|doesn't) (?:happen|apply)`,
    String.raw`works? as (?:intended|designed)|already (?:handled|done|covered|checked)`,
  ],
  String.raw`^\W*${fillers}(?:@)`,
);

/** Whether an answer that begins with this sentence says that the remark does not apply. */
export function contradicts(sentence: string): boolean {
  return contradiction.test(sentence);
}

/** Says by itself that the remark was right. */
const agreements: readonly string[] = [
  String.raw`(?:good|great|nice) (?:catch|point|call|find|idea)|good (?:question|thought)|well spotted|fair (?:point|enough)`,
  String.raw`you(?:'re| are) (?:\w+ )?right|that(?:'s| is) (?:\w+ )?(?:right|correct|true|better)|agreed|makes sense|confirmed`,
  String.raw`(?:had|have) not (?:thought|seen|considered|noticed)|hadn't (?:thought|seen|considered|noticed)`,
  String.raw`(?:i|we) (?:missed|overlooked|forgot)|my mistake|much (?:better|clearer|simpler|safer)|(?:both|all) done|without (?:seeing|noticing) (?:it|that|this)`,
];
const agreement = anyOf(agreements);
const exclamation = /^(?:right|true|correct|exactly|indeed|ouch|oops|oh no|wow)\b/iu;
const firmly = anyOf(agreements, String.raw`^\W*${fillers}(?:@)\b`);

/** Says what was done about it. */
const action = anyOf([
  'fixed|done|changed|moved|rewritten|rewrote|added|applied|adopted|addressed|reworked|replaced',
  "renamed|removed|reverted|split|updated|pushed|(?:i'll|will) (?:do|change|fix|add|rename|move|split|use)",
]);

/** "Thank you for the example": thanks alone are kind, and tell nothing. */
const thanks =
  /\bthank(?:s| you)[^.!?\n]{0,20} for (?!(?:the|your) (?:(?:quick|thorough|careful|fast) )*(?:reviews?|comments?|feedback|look|time|patience|ping)|looking|reviewing|reading|asking)/iu;

/** Of lines that were changed: what they do now. */
const nowDoes = /\b(?:now|no longer|from now on|instead|as you (?:say|said|suggest\w*|describe\w*))\b/iu;

const yes = /^\W*(?:yes|yep|yeah|sure|of course|absolutely|definitely|will do)\b(?!,? but\b)/iu;
/** A "yes" takes up a proposal; to a plain question it is only an answer. */
const proposal =
  /\b(?:could|should|would|shall|can|may|why not|(?:how|what) about)\b[^.!?\n]{3,300}\?|\b(?:better|instead|please|rather|suggest\w*|prefer\w*|let['’]?s)\b/iu;

/** "Had not thought of that" takes it up; "this is not wrong", "nothing changed" and "I disagree" do not. */
const refusal = anyOf(
  [
    String.raw`disagree\w*|thought (?:it|that|this|i)|nothing|never|cannot|won't|unchanged`,
    String.raw`(?:is|was|are|were|do|does|did|can|will|would|have|has)(?: not\b|n't\b)`,
    'not (?:fixed|done|changed|moved|agreed|sure|here|now|yet|added)',
  ],
  wordsFrom,
);

/** Whether a sentence of an answer takes a remark up: agrees, or says what was done. */
export function takesUp(
  sentence: string,
  remark: { readonly body: string; readonly changed: boolean },
): boolean {
  if (/\?\s*$/u.test(sentence)) return false;
  if (firmly.test(sentence) && !/\bbut\b/iu.test(sentence)) return true;
  if (refusal.test(sentence)) return false;
  const agrees = agreement.test(sentence) || exclamation.test(sentence);
  if (agrees || action.test(sentence) || thanks.test(sentence)) return true;
  if (yes.test(sentence) && proposal.test(remark.body)) return true;
  return remark.changed && nowDoes.test(sentence);
}
