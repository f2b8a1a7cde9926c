import type { ModelReading } from '../model-reading.ts';

/** What a model was shown of a change: a quote must stand in one of them. */
export type AskedTexts = { readonly title: string; readonly description: string };

/** A stretch of what was asked, in UTF-16 units, half-open. */
export type Span = { readonly in: keyof AskedTexts; readonly from: number; readonly to: number };

/**
 * An answer as places in what was asked: it holds no words of anybody, so it can be kept, and the same question gives
 * the same reading again.
 */
export type ReadingSpans = {
  readonly areas: readonly {
    readonly key: string;
    readonly reasons: readonly { readonly rule: string; readonly span: Span }[];
  }[];
  readonly win: Span | null;
  readonly impact: Span | null;
  readonly metrics: readonly Span[];
};

/** Where the quotes stand. Those that stand nowhere are dropped with what rests on them, and counted. */
export function spansOf(
  reading: ModelReading,
  texts: AskedTexts,
): { readonly spans: ReadingSpans; readonly dropped: number } {
  let dropped = 0;
  const find = (words: string): readonly Span[] => {
    const span = findSpan(words, texts);
    if (span === null) dropped += 1;
    return span === null ? [] : [span];
  };
  const first = (words: string | null) => (words === null ? null : (find(words)[0] ?? null));
  const areas = reading.areas.map(({ key, reasons }) => ({
    key,
    reasons: reasons.flatMap(({ rule, quote }) => find(quote).map((span) => ({ rule, span }))),
  }));
  const spans = {
    areas: areas.filter(({ reasons }) => reasons.length > 0),
    win: first(reading.win),
    impact: first(reading.impact),
    metrics: reading.metrics.flatMap(find),
  };
  return { spans, dropped };
}

/** The words at those places. Places outside the texts give no words. */
export function readingOf({ areas, win, impact, metrics }: ReadingSpans, texts: AskedTexts): ModelReading {
  const wordsAt = ({ in: place, from, to }: Span) => texts[place].slice(from, to);
  const orNull = (span: Span | null) => (span === null ? null : wordsAt(span));
  return {
    areas: areas.map(({ key, reasons }) => ({
      key,
      reasons: reasons.map(({ rule, span }) => ({ rule, quote: wordsAt(span) })),
    })),
    win: orNull(win),
    impact: orNull(impact),
    metrics: metrics.map(wordsAt),
  };
}

/** The words as they stand in a text, letter by letter; only the white space between them may differ. */
function findSpan(words: string, texts: AskedTexts): Span | null {
  const parts = words.split(/\s+/u).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const pattern = new RegExp(parts.map((part) => RegExp.escape(part)).join(String.raw`\s+`), 'u');
  for (const place of ['description', 'title'] as const) {
    const found = pattern.exec(texts[place]);
    if (found !== null) return { in: place, from: found.index, to: found.index + found[0].length };
  }
  return null;
}
