import { spansOf } from '../../src/evidence/model-reading/spans.ts';
import type { ModelOutcome } from '../../src/evidence/model-reading/outcome.ts';
import type { ModelReading } from '../../src/evidence/model-reading.ts';
import { questionOf } from '../../src/model/question.ts';
import type { Asked, ModelCall, Question, Reader } from '../../src/ports/reader.ts';

export type ReaderFake = Reader & {
  /** All that was asked, in order. */
  readonly asked: readonly Question[];
};

const silent: ModelReading = { areas: [], win: null, impact: null, metrics: [] };

/** What a model that answers so would give; parts that are left out are empty. */
export function answered(question: Question, reading: Partial<ModelReading>): Asked {
  const { spans, dropped } = spansOf({ ...silent, ...reading }, question.texts);
  return { spans, calls: [callOf('answered', { dropped })] };
}

export function failed(outcome: ModelOutcome): Asked {
  return { spans: null, calls: [callOf(outcome, { tokensIn: 0, tokensOut: 0, cost: 0 })] };
}

function callOf(outcome: ModelOutcome, changes: Partial<ModelCall> = {}): ModelCall {
  const used = { tokensIn: 1_000, tokensOut: 100, estimated: false, cost: 200, dropped: 0 };
  return { outcome, ...used, ...changes };
}

/** A model that answers as the test says; without a word about it, it names no area. */
export function readerFake(
  answer: (question: Question) => Asked = (question) => answered(question, {}),
  budget: Reader['budget'] = { tokens: 1_000_000, cost: null },
): ReaderFake {
  const asked: Question[] = [];
  return {
    name: 'small',
    budget,
    asked,
    question: (change, framework) => questionOf(change, framework, 'small'),
    ask: async (question) => {
      asked.push(question);
      return answer(question);
    },
  };
}
