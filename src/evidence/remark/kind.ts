import { withoutChatter } from './chatter.ts';
import { cuesOf } from './cues.ts';
import type { Cue } from './cues.ts';
import { anyOf } from './pattern.ts';
import { isMachineMade, ownSentences, withoutCode, wordsOf } from './text.ts';

/**
 * What a remark is, by its words alone: it names what goes wrong, asks what the design rests on, explains why or shows
 * how, calls itself small, asks, agrees (or says nothing of the change), or says something else.
 */
export type RemarkKind = 'defect' | 'design' | 'taught' | 'nit' | 'question' | 'approval' | 'other';

export type RemarkWords = {
  readonly kind: RemarkKind;
  /** How much the words alone show; 0 for most remarks. */
  readonly weight: number;
  /** Words of the writer's own. */
  readonly words: number;
};

/** Small things are welcome and are no evidence: whoever calls a remark small is believed. */
const asNit = anyOf(
  [
    String.raw`(?:small|tiny|little) (?:thing|point|detail|one|stuff|nit)\b|nit(?:s|ty)?\b|nit-?pick(?:s|ing)?\b|typos?\b`,
    String.raw`(?:minor|tiny) (?:thing|point|detail|one|nit|issue|comment|suggestion)\b|non-?blocking\b|bike-?shed\w*`,
    // "Optional chaining hides it" is no small remark, "optional:" is.
    String.raw`(?:minor|tiny|spelling|wording|style|cosmetic|optional|polish|chore)(?= ?[:,;.!()*_–—]| - | ?$)`,
  ],
  String.raw`^[\s*_(\[]*(?:(?:super|very|just|only|an?|one)[ -])*(?:@)|\(nit\)`,
);

const fewestWords = 8;

const worths: Readonly<Record<Cue, number>> = { fails: 1.5, reason: 1.5, shows: 1, asks: 1 };

export function readWords(body: string): RemarkWords {
  const words = wordsOf(body);
  const telling = tellingSentences(body);
  if (isMachineMade(body) || telling.length === 0) return { kind: 'approval', weight: 0, words: 0 };
  if (asNit.test(body)) return { kind: 'nit', weight: 0, words };
  const cues = telling.map(cuesOf);
  return { kind: kindOf(telling, cues), weight: words < fewestWords ? 0 : worthOf(cues.flat()), words };
}

/** How much one sentence shows. */
export function weightOf(sentence: string): number {
  const telling = tellingSentences(sentence);
  return worthOf(telling.flatMap(cuesOf));
}

/** Each cue counts once: saying it twice shows no more. */
function worthOf(cues: readonly Cue[]): number {
  return [...new Set(cues)].reduce((sum, cue) => sum + worths[cue], 0);
}

function tellingSentences(body: string): readonly string[] {
  const sentences = ownSentences(body).map(({ text }) => withoutCode(text));
  return withoutChatter(sentences).filter((sentence) => /\p{L}{2}/u.test(sentence));
}

/** What is only asked after is no defect found. */
function kindOf(sentences: readonly string[], cues: readonly (readonly Cue[])[]): RemarkKind {
  const all = new Set(cues.flat());
  const states = cues.some((each, index) => each.includes('fails') && !isQuestion(sentences[index]));
  if (states) return 'defect';
  if (all.has('asks')) return 'design';
  if (all.has('reason') || all.has('shows')) return 'taught';
  return sentences.some(isQuestion) ? 'question' : 'other';
}

function isQuestion(sentence: string | undefined): boolean {
  return sentence?.trimEnd().endsWith('?') === true;
}
