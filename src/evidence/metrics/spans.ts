const LONGEST = 160;
/** A clause shorter than this before its figures would not say what they measure. */
const SUBJECT = 12;
const OPENING = /^(?:[\s>#*+•|–—:,;.)]|-(?=\s)|\d{1,3}[.)]\s)+/;
/** `and 3 s instead of 40`: a quote begins with what it speaks of. */
const JOINING = /^(?:and|but|so|while|whereas|which|yet)[,\s]\s?(?=\S)/i;
const CLOSING = /[\s*,;:.(–—]+$/;

/** A half-open span of a text, UTF-16 code units. */
export type Span = { readonly from: number; readonly to: number };

/**
 * The verbatim words to quote for what stands at `core`: the whole passage where it is short enough, otherwise the
 * clause around it; at most 160 characters. Null where even the core is longer.
 */
export function quoteSpan(passage: string, core: Span): Span | null {
  const whole = trimmed(passage, { from: 0, to: passage.length });
  if (whole.to - whole.from <= LONGEST) return whole;
  if (core.to - core.from > LONGEST) return null;
  const clause = trimmed(passage, {
    from: clauseStart(passage, core),
    to: clauseEnd(passage, core),
  });
  return clause.to - clause.from <= LONGEST ? clause : trimmed(passage, core);
}

function clauseStart(passage: string, core: Span): number {
  const room = Math.max(0, core.to - LONGEST);
  const lead = passage.slice(room, core.from);
  const breaks = [...lead.matchAll(/(?:[,;:—–]\s|\n)(?=\S)/g)].map(
    (match) => room + match.index + match[0].length,
  );
  return (
    breaks.findLast((at) => core.from - at >= SUBJECT) ??
    (room === 0 ? 0 : nextWord(passage, room, core.from))
  );
}

function nextWord(passage: string, from: number, limit: number): number {
  const space = passage.indexOf(' ', from);
  return space === -1 || space >= limit ? limit : space + 1;
}

function clauseEnd(passage: string, core: Span): number {
  const rest = passage.slice(core.to);
  const end = /[,;—–]\s|\)|\n/.exec(rest);
  return end === null ? passage.length : core.to + end.index;
}

function trimmed(passage: string, span: Span): Span {
  const text = passage.slice(span.from, span.to);
  const signs = OPENING.exec(text)?.[0].length ?? 0;
  const opening = signs + (JOINING.exec(text.slice(signs))?.[0].length ?? 0);
  const closing = CLOSING.exec(text.slice(opening))?.[0].length ?? 0;
  return { from: span.from + opening, to: span.to - closing };
}
