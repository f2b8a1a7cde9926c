import type { Claim, Quote } from './claim.ts';
import type { Actor } from './facts.ts';
import type { Remark } from './remark.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import { oneLine } from './story.ts';

type Cue = readonly [pattern: RegExp, worth: number];

/** What makes a remark worth keeping: it names a failure, says why, shows how, or asks what the design rests on. */
const cues: readonly Cue[] = [
  [
    /\b(race|deadlocks?|leaks?|lost|loses?|twice|duplicates?|double|overflow|off by one|stale|breaks?|corrupt\w*|wrong|crash\w*|panics?|nil|null|never (runs|fires|returns|closes)|times? out|unbounded|inject\w*|rounding|overwrit\w+|hides?|masks?|swallow\w*|skips?|leaks?)\b/iu,
    1.5,
  ],
  [
    /\b(because|since|otherwise|so that|which means|means that|the reason|in order to|that is why|if .{3,80} then)\b/iu,
    1.5,
  ],
  [/```|https?:\/\/|\bsee #?\d|\bfor example\b|\be\.g\.|\blike this\b|\binstead\b|\bhere is how\b/iu, 1],
  [
    /\b(what happens (if|when|to)|how (does|do|will|would)|could we|should (this|we|it)|have you considered|why not|do we (need|want))\b.*\?/isu,
    1,
  ],
];

/** Small things are welcome and are no evidence. */
const asNit = /^\s*(?:\*\*|_)?(nit|nitpick|minor|tiny|typo|style|optional|super small)\b/iu;
const fewestWords = 8;
const manyWords = 25;
/** A remark of this length after which the lines changed, and which was answered, mattered whatever its words are. */
const enoughWords = 15;
const fewestAnswered = 4;

/** How much a remark shows: 0 where it shows nothing. Judges words and what came of them, never tone. */
export function depthOf(remark: Remark, author: Actor): number {
  const words = wordsOf(remark.body);
  if (words < fewestWords || asNit.test(remark.body)) return 0;
  const said = weigh(remark.body);
  const changed = remark.thread?.outdated === true ? 1.5 : 0;
  const takenUp = takenUpBy(author, remark);
  if (said === 0 && (changed === 0 || takenUp === 0 || words < enoughWords)) return 0;
  return said + changed + takenUp + (words >= manyWords ? 0.5 : 0);
}

/** What the author's answer shows: that they agreed, or at least that they answered in words. */
function takenUpBy(author: Actor, remark: Remark): number {
  if (acknowledgementOf(remark, author) !== null) return 1.5;
  const answered = remark.answers.some(
    ({ author: by, body }) => by.key === author.key && wordsOf(body) >= fewestAnswered,
  );
  return answered && remark.thread !== null ? 1 : 0;
}

function weigh(text: string): number {
  return cues.reduce((sum, [cue, worth]) => sum + (cue.test(text) ? worth : 0), 0);
}

/** Words of the reviewer's own: no quoted lines, no code. */
function wordsOf(body: string): number {
  const own = body.replace(/```[\s\S]*?(?:```|$)/gu, ' ').replace(/^\s*>.*$/gmu, ' ');
  return own.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

const longestQuote = 280;
/** A sentence of fewer words, alone, leaves a reader guessing. */
const standsAlone = 15;

/** The sentence of a remark that says most, with its neighbour where it is short: a span of it, word for word. */
export function saidBest({ body, place, key }: Remark): Quote {
  const sentences = sentencesOf(body).filter(({ text }) => !/^\s*>/u.test(text));
  const best = sentences
    .filter(({ text }) => text.length <= longestQuote)
    .toSorted((a, b) => tells(b.text) - tells(a.text) || a.from - b.from)[0];
  if (best === undefined)
    return {
      text: body.trim().slice(0, longestQuote),
      place: { in: place, key, from: body.search(/\S|$/u) },
    };
  const { text, from } = widened(best, sentences, body);
  return { text, place: { in: place, key, from } };
}

/** An address shows how, but its sentence tells nothing to somebody who does not follow it. */
function tells(sentence: string): number {
  const pointsAway = /https?:\/\//u.test(sentence) ? 2 : 0;
  return weigh(sentence) - pointsAway - (wordsOf(sentence) < fewestSaid ? 1 : 0);
}

const fewestSaid = 6;

/** With what follows in the same paragraph, or else what stands before, as long as it is short. */
function widened(best: Sentence, sentences: readonly Sentence[], body: string): Sentence {
  if (wordsOf(best.text) >= standsAlone) return best;
  const at = sentences.indexOf(best);
  const [before, after] = [sentences[at - 1], sentences[at + 1]];
  const spans = [joined(best, after, body), joined(before, best, body)];
  return spans.find((span) => span !== null) ?? best;
}

/** Two neighbours as one span; null across paragraphs, past the longest quote, and where the other one points away. */
function joined(first: Sentence | undefined, second: Sentence | undefined, body: string): Sentence | null {
  if (first === undefined || second === undefined) return null;
  const text = body.slice(first.from, second.from + second.text.length);
  const between = body.slice(first.from + first.text.length, second.from);
  const fits = text.length <= longestQuote && /^[^\S\n]*(?:\n[^\S\n]*(?:[-*+•][^\S\n]+)?)?$/u.test(between);
  return fits && !/https?:\/\/|```/u.test(text) ? { text, from: first.from } : null;
}

const thanks =
  /\b(good (catch|point|call|find|idea)|nice catch|well spotted|you(’|'| a)re right|that(’|'| i)s right|agreed|fair point|fixed|done|changed|makes sense|thank(s| you)|had not (thought|seen|considered)|hadn(’|')t (thought|seen|considered)|will (do|change|fix)|moved|rewritten|added a test)\b/iu;

/** "Had not thought of that" takes it up; "this is not wrong", "nothing changed" and "I disagree" do not. */
const refusal =
  /\b(?:disagree\w*|nothing|never|cannot|won(?:’|')t|unchanged|(?:is|was|are|were|do|does|did|can|will|would|have|has)(?: not\b|n(?:’|')t\b)|not (?:fixed|done|changed|moved|agreed|sure|here|now))/iu;

function takesUp(text: string): boolean {
  return thanks.test(text) && !refusal.test(text);
}

/** What the author of the change answered where they took it up: a colleague's word. */
export function acknowledgementOf({ answers }: Remark, author: Actor): Claim | null {
  for (const { author: by, body, key } of answers) {
    const sentence =
      by.key === author.key
        ? sentencesOf(body).find(({ text }) => takesUp(text) && text.length <= longestQuote)
        : undefined;
    if (sentence === undefined) continue;
    const { text, from } = sentence;
    const quote: Quote = { text, place: { in: 'comment', key, from } };
    return { text: oneLine(text), quote, grade: 'peer' };
  }
  return null;
}
