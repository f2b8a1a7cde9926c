/** What a model answered about one change. Nothing of it counts before code has found each quote in the facts. */
export type ModelReading = {
  readonly areas: readonly NamedArea[];
  /** Verbatim spans of the facts; null where the model found none. */
  readonly win: string | null;
  readonly impact: string | null;
  readonly metrics: readonly string[];
};

/** An area that the change is evidence of, to the model. Without a quote that is found it counts for nothing. */
export type NamedArea = {
  readonly key: string;
  /** Which of the framework's own reasons, and the words that show it. A model words no reason itself. */
  readonly reasons: readonly { readonly rule: string; readonly quote: string }[];
};
