import type { ChangeFacts } from '../evidence/facts.ts';
import type { Budget } from '../evidence/model-reading/budget.ts';
import type { ModelOutcome } from '../evidence/model-reading/outcome.ts';
import type { AskedTexts, ReadingSpans } from '../evidence/model-reading/spans.ts';
import type { Framework } from '../framework/compile.ts';

/** A language model that reads one change and answers in a closed form. It decides nothing alone. */
export type Reader = {
  /** Name of the model, for the footer of reports; null where none is set: then nothing is ever asked. */
  readonly name: string | null;
  readonly budget: Budget;
  /** What would be asked about a change. Sends nothing. */
  question(change: ChangeFacts, framework: Pick<Framework, 'pack'>): Question;
  /** Asks, at most twice. Never throws: what went wrong is the outcome of the last call. */
  ask(question: Question): Promise<Asked>;
};

export type Question = {
  /** SHA-256, in hex, of all that the answer depends on: the words asked, the pack, the model, the form of the question. */
  readonly key: string;
  readonly system: string;
  readonly user: string;
  /** The texts that were sent: quotes must stand there. */
  readonly texts: AskedTexts;
  /** Keys that an answer may name. */
  readonly areas: readonly string[];
  readonly rules: readonly string[];
};

export type Asked = {
  /** What stands in the texts of it; null where there was no answer of the right form. */
  readonly spans: ReadingSpans | null;
  /** Each call that was made, in order. */
  readonly calls: readonly ModelCall[];
};

/** What one call used up, and what came of it. No text of anybody. */
export type ModelCall = {
  readonly outcome: ModelOutcome;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** The server did not say how many tokens: one was counted for every three characters. */
  readonly estimated: boolean;
  /** In millionths of whatever the prices are in; null where no prices are set. */
  readonly cost: number | null;
  /** Quotes of the answer that stand nowhere in what was asked. They were dropped. */
  readonly dropped: number;
};
