/** What came of one call of a model. */
export type ModelOutcome = SettledOutcome | BlockedOutcome | PassingOutcome;

/** The model has had its say: asking again would give nothing new. */
export type SettledOutcome = 'answered' | 'unfit' | 'truncated' | 'declined' | 'overlong';
/** A person must change something: the key, the name of the model, the server. */
export type BlockedOutcome = 'refused' | 'unknown' | 'rejected';
/** It may pass by itself. */
export type PassingOutcome = 'busy' | 'failing' | 'slow' | 'unreachable';

/** Why a model had no say, as a clause without its full stop, and what a person can do; null where it may pass. */
export type ModelTrouble = { readonly because: string; readonly advice: string | null };

const troubles: Readonly<Record<BlockedOutcome | PassingOutcome, ModelTrouble>> = {
  refused: {
    because: 'it refuses the key (401 or 403)',
    advice: 'Set OPENAI_API_KEY to a key that is valid for OPENAI_BASE_URL and may use this model.',
  },
  unknown: {
    because: 'it knows no such model or address (404)',
    advice: 'Correct OPENAI_MODEL, or OPENAI_BASE_URL, which mostly ends in /v1.',
  },
  rejected: {
    because: 'it does not take the question (another 4xx)',
    advice:
      'Use a model and a server that know chat completions with response_format json_schema and take some 4,000 tokens.',
  },
  busy: { because: 'its limit is reached (429)', advice: null },
  failing: { because: 'it has a fault of its own (5xx)', advice: null },
  slow: { because: 'it did not answer in time', advice: null },
  unreachable: { because: 'there was no connection', advice: null },
};

/** Null where the outcome settles the question. */
export function troubleOf(outcome: ModelOutcome): ModelTrouble | null {
  return isTrouble(outcome) ? troubles[outcome] : null;
}

function isTrouble(outcome: ModelOutcome): outcome is BlockedOutcome | PassingOutcome {
  return Object.hasOwn(troubles, outcome);
}
