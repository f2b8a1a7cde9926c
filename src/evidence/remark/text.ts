import { sentencesOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

/** What a reviewer did not write, or took back: comments, code, quoted lines, ticked lists, pictures, struck-out words, emoji. */
const notOwn: readonly RegExp[] = [
  /<!--[\s\S]*?(?:-->|$)/gu,
  /```[\s\S]*?(?:```|$)/gu,
  /^[ \t]*>.*$/gmu,
  /^[ \t]*[-*+] \[[ xX]\].*$/gmu,
  /!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)/gu,
  /~~[^~\n]{1,2000}~~/gu,
  /(?<=^|\s):[a-z\d_+-]{2,30}:(?=$|[\s.,!])/gmu,
];

const longestRead = 20_000;

/** A remark with everything blanked out that is not in its writer's own words; every place stays where it was. */
export function ownText(body: string): string {
  return notOwn.reduce((text, pattern) => text.replace(pattern, blank), body.slice(0, longestRead));
}

/** Sentences in the writer's own words: each a span of the body, word for word. */
export function ownSentences(body: string): readonly Sentence[] {
  return sentencesOf(ownText(body)).map(({ text, from }) => ({
    text: body.slice(from, from + text.length),
    from,
  }));
}

/** Blank, but no space: lines that begin with four of those would be code. */
const filler = '\u00A0';

function blank(span: string): string {
  return span
    .split('\n')
    .map((line) => filler.repeat(line.length))
    .join('\n');
}

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** Written without spaces: two characters are about a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How many words of the writer's own a text has. A piece of code within a line counts as one. */
export function wordsOf(text: string): number {
  const own = withoutCode(ownText(text));
  const characters = own.match(unspaced)?.length ?? 0;
  const words = own.replace(unspaced, ' ').match(word)?.length ?? 0;
  return words + Math.floor(characters / 2);
}

/** Names of code are no words: `skipLost` says nothing of anything lost. Addresses stay, as they point somewhere. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`\n]+`/gu, 'code');
}

const machineMade =
  /(?<![a-z])(?:generated|written|reviewed|posted) (?:by|with|using) (?:\[|an? )?(?:ai\b|llm\b|bot\b|agent\b|claude|copilot|codex|coderabbit|cursor|gemini|chatgpt|greptile)/iu;

/** Where the text itself says that a machine wrote it, it is not the word of whoever posted it. */
export function isMachineMade(body: string): boolean {
  return machineMade.test(body.slice(0, longestRead));
}
