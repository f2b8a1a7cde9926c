import type { AreaVerdict } from './classify.ts';
import type { Framework } from '../framework/compile.ts';
import type { Claim, Quote } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import type { Judgement } from './judge.ts';
import { findMetrics } from './metrics.ts';
import type { ModelReading } from './model-reading.ts';

/**
 * A model only adds. What signals tell stays told. An area that signals only ask about is told where the model names it
 * with words that stand in the change; one that the model alone names is asked of the author. Where signals found no
 * impact or no metric, the model's is taken, if it stands there word for word. Without its quote nothing of it counts.
 */
export function withReading(
  judgement: Judgement,
  reading: ModelReading | null,
  change: ChangeFacts,
  framework: Framework,
): Judgement {
  if (reading === null || judgement.noise.some(({ erases }) => erases)) return judgement;
  return {
    ...judgement,
    areas: mergedAreas(judgement.areas, reading, change, framework),
    impact: judgement.impact ?? claimOf(reading.impact, change),
    metrics: judgement.metrics.length > 0 ? judgement.metrics : metricsOf(reading.metric, change),
  };
}

function mergedAreas(
  areas: readonly AreaVerdict[],
  reading: ModelReading,
  change: ChangeFacts,
  framework: Framework,
): readonly AreaVerdict[] {
  const known = framework.pack.areas.map(({ key }) => key);
  const named = new Map(
    reading.areas.flatMap(({ key, quote }) => {
      const found = known.includes(key) ? findQuote(quote, change) : null;
      return found === null ? [] : [[key, found] as const];
    }),
  );
  const confirmed = areas.map((verdict) =>
    named.has(verdict.area) ? { ...verdict, stands: 'told' as const } : verdict,
  );
  const added = [...named]
    .filter(([key]) => !areas.some(({ area }) => area === key))
    .map(([area, quote]) => ({ area, stands: 'asked' as const, confidence: 0, signals: [byModel(quote)] }));
  return [...confirmed, ...added];
}

function byModel(quote: Quote) {
  return { rule: 'model', reason: 'reads so to the model', quote };
}

/** At least this much must be quoted: a word or two stands everywhere. */
const shortestQuote = 12;

/** Where the words stand in the change, exactly as they are; null where they do not. */
export function findQuote(words: string, { title, body }: ChangeFacts): Quote | null {
  const text = words.trim();
  if (text.length < shortestQuote) return null;
  const from = body.indexOf(text);
  if (from >= 0) return { text, place: { in: 'body', from } };
  return title.includes(text) ? { text, place: { in: 'title' } } : null;
}

function claimOf(words: string | null, change: ChangeFacts): Claim | null {
  const quote = words === null ? null : findQuote(words, change);
  return quote === null ? null : { text: quote.text.replace(/\s+/gu, ' '), quote, grade: 'author' };
}

/** A quantity that our own reading of the quoted words confirms. */
function metricsOf(words: string | null, change: ChangeFacts): Judgement['metrics'] {
  const quote = words === null ? null : findQuote(words, change);
  if (quote === null) return [];
  const { place } = quote;
  const at = place.in === 'body' ? (from: number) => ({ ...place, from: place.from + from }) : () => place;
  return findMetrics(quote.text, at, 'author').slice(0, 1);
}
