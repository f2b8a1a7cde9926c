/** What a model answered about one change. Nothing of it counts before code has found each quote in the facts. */
export type ModelReading = {
  readonly areas: readonly { readonly key: string; readonly quote: string }[];
  /** Verbatim spans of the facts; null where the model found none. */
  readonly impact: string | null;
  readonly metric: string | null;
};
