import type { ReadingSpans } from '../../evidence/model-reading/spans.ts';
import type { ModelCall } from '../reader.ts';

/** What a model answered to one question; `spans` is null where it gave no usable answer. */
export type ModelAnswerRow = { readonly spans: ReadingSpans | null };

export type ModelCallRow = ModelCall & {
  readonly account: number;
  /** The question's key. */
  readonly question: string;
  readonly model: string;
  readonly at: string;
};

/** What an account's calls used up in a stretch of time. */
export type ModelUse = {
  readonly calls: number;
  readonly answered: number;
  /** In and out. */
  readonly tokens: number;
  /** In millionths of whatever the prices are in; calls without a cost count as 0. */
  readonly cost: number;
};

export type ModelTable = {
  /** Null where the question was not answered yet. */
  answer(account: number, question: string): Promise<ModelAnswerRow | null>;
  /** The first answer to a question stays. */
  keep(account: number, question: string, answer: ModelAnswerRow, at: string): Promise<void>;
  record(call: ModelCallRow): Promise<void>;
  /** What was used up from `from` on. */
  use(account: number, from: string): Promise<ModelUse>;
  /** The latest call of an account; null before the first. */
  lastCall(account: number): Promise<ModelCallRow | null>;
  /** The subject is to be tried again at `dueAt`. Where it waits already, it goes on waiting as it did. */
  wait(subject: number, dueAt: string): Promise<void>;
  /** It waits no longer. */
  stopWaiting(subject: number): Promise<void>;
  /**
   * Subjects due at `now`, at most `limit`, earliest first. Each is due again at `nextAt`, so that it is handed out once;
   * one that was handed out `most` times is forgotten instead.
   */
  takeDue(asked: {
    readonly now: string;
    readonly nextAt: string;
    readonly most: number;
    readonly limit: number;
  }): Promise<readonly number[]>;
  /** How many subjects of an account wait. */
  waiting(account: number): Promise<number>;
};
