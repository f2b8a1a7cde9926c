import type { Claim, Quote } from '../claim.ts';
import type { CommentFacts } from '../facts.ts';
import { isBot } from '../noise.ts';
import type { Remark } from '../remark.ts';
import { ownSentences, wordsOf } from './text.ts';
import { contradicts, takesBack, takesUp } from './uptake.ts';
import { oneLine } from '../story.ts';

/** What came of a remark, as far as the record and the words of those whose change it is show it. */
export type Reception = {
  /** The lines were changed afterwards. */
  readonly changed: boolean;
  /** Answered in words, whatever they say. */
  readonly answered: boolean;
  /** They changed its lines and then resolved the conversation: taken up without a word. */
  readonly settled: boolean;
  /** Where they took it up: a colleague's word, never a machine's. */
  readonly acknowledged: Claim | null;
  /** They said why it does not apply, and did not come round. */
  readonly refused: boolean;
  /** The reviewer took it back. */
  readonly withdrawn: boolean;
};

const fewestAnswered = 4;
const longestAnswer = 280;

export function receptionOf(remark: Remark): Reception {
  const { thread, answers, later } = remark;
  const acknowledged = acknowledgementOf(remark);
  return {
    changed: thread?.changed === true,
    settled: settlesChanged(remark),
    answered: answers.some(({ body }) => wordsOf(body) >= fewestAnswered),
    acknowledged,
    refused: acknowledged === null && answers.some(({ body }) => contradicts(firstSentence(body))),
    withdrawn: later.some(({ body }) => takesBack(firstSentence(body))),
  };
}

/** What answers it must not say that it does not apply: people resolve what they refused, too. */
function settlesChanged({ thread, answers }: Remark): boolean {
  if (thread === null || !thread.changed || !thread.settled) return false;
  return !answers.some(({ body }) => contradicts(firstSentence(body)));
}

function firstSentence(body: string): string {
  return ownSentences(body)[0]?.text ?? '';
}

/** What somebody whose change it is answered where they took it up. */
function acknowledgementOf(remark: Remark): Claim | null {
  for (const comment of remark.answers) {
    const claim = isBot(comment.author) ? null : takenUpIn(comment, remark);
    if (claim !== null) return claim;
  }
  return null;
}

/** The sentence that takes it up and says most, word for word. */
function takenUpIn({ body, key }: CommentFacts, { body: said, thread }: Remark): Claim | null {
  const remark = { body: said, changed: thread?.changed === true };
  const [sentence] = ownSentences(body)
    .filter(({ text }) => text.length <= longestAnswer && takesUp(text, remark))
    .toSorted((a, b) => wordsOf(b.text) - wordsOf(a.text) || a.from - b.from);
  if (sentence === undefined) return null;
  const { text, from } = sentence;
  const quote: Quote = { text, place: { in: 'comment', key, from } };
  return { text: oneLine(text), quote, grade: 'peer' };
}
