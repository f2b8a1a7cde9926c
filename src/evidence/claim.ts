/** Where words were found, so that a reader can find them again. */
export type Place =
  | { readonly in: 'title' }
  | { readonly in: 'body'; readonly from: number }
  | { readonly in: 'path' }
  | { readonly in: 'label' }
  | { readonly in: 'commit'; readonly id: string }
  | {
      readonly in: 'review' | 'comment';
      readonly key: string;
      readonly from: number;
      /** Where it can be read; left out where nobody needs a link. */
      readonly url?: string | null;
    }
  | { readonly in: 'issue'; readonly key: string };

/** A verbatim span of its source. Cite or drop: nothing is quoted that does not occur. */
export type Quote = {
  readonly text: string;
  readonly place: Place;
};

/**
 * Whose word it is. `record`: GitHub (or git) recorded it. `peer`: another person said it.
 * `author`: the engineer said it. `inferred`: worked out by a rule. A figure from the author's own
 * description is the author's word.
 */
export type Grade = 'record' | 'peer' | 'author' | 'inferred';

/** One thing said of a piece of work, with the span it rests on and whose word it is. */
export type Claim = {
  readonly text: string;
  readonly quote: Quote;
  readonly grade: Grade;
};

/** A quantified outcome: a verbatim span that states it, with what could be read from it. */
export type Metric = {
  /** The verbatim span, at most 160 characters. */
  readonly text: string;
  readonly quote: Quote;
  readonly grade: Grade;
  /** As written, with unit: `1.8 s`. Null where the text gives no such value. */
  readonly before: string | null;
  readonly after: string | null;
  /** As written: `65 %`, `3 GiB`, `40 → 12 minutes`. */
  readonly change: string | null;
  readonly direction: 'less' | 'more' | null;
};
