import type { ChangeFacts } from '../evidence/facts.ts';
import type { ModelReading } from '../evidence/model-reading.ts';

/** A language model that reads one activity and answers in a closed form. It decides nothing alone. */
export type Reader = {
  /** Name of the model, for the footer of reports; null where none is set. */
  readonly name: string | null;
  /**
   * Reads one change. Null where no model is set, where it did not answer in time, or gave no answer of the right form:
   * then signals alone decide. Never throws.
   */
  read(change: ChangeFacts, areas: readonly AreaQuestion[]): Promise<ModelReading | null>;
};

export type AreaQuestion = {
  /** The area's key in the framework. */
  readonly key: string;
  readonly name: string;
  readonly definition: string;
};
