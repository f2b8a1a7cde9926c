import { isUnsure } from './words.ts';

/** One sentence of a remark with what tells whether it states an outcome of the change beneath which it stands. */
export type Said = {
  readonly by: 'peer' | 'author';
  /** Written when the change was merged already. */
  readonly afterMerge: boolean;
  /** In a conversation on lines of the change, where details and other ways are weighed. */
  readonly onLines: boolean;
  readonly body: string;
  readonly sentence: string;
  readonly previous: string;
  readonly next: string;
};

/** What is asked for, weighed or doubted. */
const WISHED =
  /\?|\b(?:please|must|suggest\w*|recommend\w*|consider\w*|prefer\w*|wish|let['’]s|how about|what about|instead we|alternativ\w*|option\s[ab12]|tried|experiment\w*|prototyp\w*|hack(?:ed|ing)?|decided against|rejected|discarded|worr(?:y|ied|ies)|concern\w*|suspicious|doubt\w*|misleading|not sure|unsure|wonder\w*|seems?|unclear|wrong|incorrect|accident\w*|unintended|intended|on purpose|imagine|pretend|say we|suppose|until|budget|slo)\b/i;
/** Other people's systems, other changes, other times. */
const ELSEWHERE =
  /\b(?:elsewhere|competitors?|years? ago|months? ago|weeks? ago|back (?:in|when|then)|in 20[0-2]\d|blog|article|papers?|talk|reminds me|when we (?:did|moved|switched|migrated|tried)|we once|same (?:change|fix|trick|approach|thing|idea)|similar(?:ly)?|at my (?:last|previous|old|former)|(?:last|previous|former|old) (?:job|company|employer|place|team|pr|change|patch|fix|release|deploy|attempt)|(?:last|previous) (?:year|quarter|month|week)['’]s|(?:an|the|our|your|their)\s?other (?:service|system|team|repo\w*|project|cluster|region|job|app|product|branch|pr|change)|in (?:their|your other|our other)|upstream)\b|(?<![\w&])#\d|\/pull\/\d/i;
/** A bare verb at the beginning of a colleague's sentence asks for something. */
const ASKED =
  /^(?:[-*+•]\s+)?(?:\W{0,3}(?:nit|minor|suggestion|todo|optional|non-blocking)\W{1,3})?(?:reduce|cut|drop|lower|shrink|save|trim|remove|delete|use|make|bring|speed|move|change|set|limit|cap|raise|increase|avoid|add|try|get|keep|go|do|halve|double|shave|skip|cache|batch)\b/i;
/** `Caching this saves 3 GiB`: what could be done. `Looking at the dashboards` is no such way. */
const WAY =
  /^(?:[-*+•]\s+)?(?:(?:by|with|using|after)\s)?(?!looking|seeing|comparing|testing|measuring|running|judging|checking|going|deploying|merging|during|nothing|everything|something|this|being)[a-z]{3,14}ing\b/i;
/** `with a map`, `using a bloom filter`: a way of the reviewer's own. */
const OWN_WAY =
  /\b(?:with|using|via|through)\s(?:an?|two|three|some|something|our own|my)\s|\bby\s[a-z]{3,14}ing\b|\bmy (?:version|branch|change|patch|approach|way|variant|fork)\b|\binstead\b(?!\sof)/i;
/** What ties a figure to the change before it is merged. */
const OF_THIS =
  /\b(?:(?:this|the|your) (?:pr|pull request|change|patch|branch|commit|fix|diff|work)|(?:ran|tested|deployed|measured|benchmarked|profiled|checked|pulled|tried out|rolled out) (?:this|it|these|the branch|your)|confirm(?:ed|s|ing)?|(?:on|in) (?:the )?(?:staging|canary|production|prod)|after (?:this|the|your|deploying|merging) ?|since (?:this|the|it|we deployed)|deployed|rolled out|went live|nice|great|wow|awesome|impressive|lovely|amazing|fantastic|excellent|congrat\w*|well done|thanks?)\b/i;
const TAKEN_BACK =
  /\b(?:scratch that|never ?mind|i was wrong|my mistake|wrong (?:numbers?|figures?|graph|dashboard)|ignore (?:that|this|my|the above)|reverted again|not comparable)\b/i;

/** True where a remark states an outcome of the change, not a wish, a way of the reviewer's own or another system's. */
export function isOutcomeSaid(said: Said): boolean {
  const { by, afterMerge, sentence, previous, body } = said;
  if (isUnsure(sentence) || WISHED.test(sentence) || TAKEN_BACK.test(body)) return false;
  if (ELSEWHERE.test(sentence) || (ELSEWHERE.test(previous) && !OF_THIS.test(sentence))) return false;
  const tied = OF_THIS.test(sentence) || OF_THIS.test(previous);
  if (by === 'author') return tied || afterMerge || !said.onLines;
  if (ASKED.test(sentence) || WAY.test(sentence) || OWN_WAY.test(sentence)) return false;
  if (WISHED.test(previous) && !afterMerge) return false;
  if (/\?\s*$/.test(said.next) && !afterMerge) return false;
  return tied || afterMerge;
}
