import type { CommentFacts } from '../facts.ts';
import { wordsOf } from './text.ts';

/** An answer with the people whom it means, by key. */
export type Answer = { readonly answer: CommentFacts; readonly to: ReadonlySet<string> };

/** Fewer words than this ("+1", "same here") are nothing to answer. */
const fewestWords = 4;

/** Whom each answer means: whom it names, else whom it quotes, else who said something last. By time, both. */
export function answersTo(
  reviewers: readonly CommentFacts[],
  answers: readonly CommentFacts[],
): readonly Answer[] {
  const spoken = reviewers.map((said) => ({ ...said, tells: wordsOf(said.body) >= fewestWords }));
  return answers.map((answer) => {
    const before = spoken.filter(({ at }) => at < answer.at);
    const named = keysOf(before.filter(isNamedIn(answer.body)));
    if (named.size > 0) return { answer, to: named };
    const quoted = keysOf(before.filter(isQuotedIn(answer.body)));
    if (quoted.size > 0) return { answer, to: quoted };
    const last = before.findLast(({ tells }) => tells) ?? before.at(-1);
    return { answer, to: keysOf(last === undefined ? [] : [last]) };
  });
}

function keysOf(said: readonly CommentFacts[]): ReadonlySet<string> {
  return new Set(said.map(({ author }) => author.key));
}

type Test = (said: CommentFacts) => boolean;

function isNamedIn(text: string): Test {
  const names = new Set([...text.matchAll(/@([\w-]{1,39})/gu)].map(([, name = '']) => name.toLowerCase()));
  return ({ author }) => names.has(author.label.toLowerCase());
}

/** Shorter lines are quoted by chance. */
const shortestQuote = 12;

function isQuotedIn(text: string): Test {
  const lines = [...text.matchAll(/^[ \t]*>[ \t]*(.+)$/gmu)]
    .map(([, line = '']) => line.trim())
    .filter((line) => line.length >= shortestQuote);
  return ({ body }) => lines.some((line) => body.includes(line));
}
