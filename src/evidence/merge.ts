import { mostAreas } from './classify.ts';
import type { AreaVerdict } from './classify.ts';
import type { Framework } from '../framework/compile.ts';
import type { Claim, Quote } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import type { Judgement } from './judge.ts';
import { findMetrics } from './metrics.ts';
import type { ModelReading, NamedArea } from './model-reading.ts';
import type { Signal } from './signal.ts';
import { oneLine } from './story.ts';

/**
 * What a model says is merged with what the signals say by this rule, in which a model only adds:
 *
 * 1. Without words that stand in the change, letter by letter, nothing of an answer counts; nor does an area or a reason
 *    that the framework does not have; nor anything about a change that does not count.
 * 2. What signals tell stays told, whatever the model says of it, or does not say.
 * 3. An area that signals only ask about is told where the model names it too: two witnesses.
 * 4. An area that the model alone names is asked of the author, never told.
 * 5. Told areas come before asked ones, and what signals found before what the model found; three areas at most.
 * 6. The signals' win, impact and metrics stay. Only where they found no impact, or no metric, or the title says next to
 *    nothing, the model's words take the place, and a metric must be one by our own reading too.
 * 7. A model neither makes work notable nor worth more.
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
    areas: mergedAreas(judgement.areas, namedIn(reading, change, framework)),
    win: saysHardly(judgement.win) ? (claimOf(reading.win, change) ?? judgement.win) : judgement.win,
    impact: judgement.impact ?? claimOf(reading.impact, change),
    metrics: judgement.metrics.length > 0 ? judgement.metrics : metricsOf(reading.metrics, change),
  };
}

type Named = ReadonlyMap<string, readonly Signal[]>;

function namedIn(reading: ModelReading, change: ChangeFacts, framework: Framework): Named {
  const known = framework.pack.areas.map(({ key }) => key);
  const named = reading.areas
    .filter(({ key }) => known.includes(key))
    .map((area) => [area.key, signalsOf(area, change, framework)] as const);
  return new Map(named.filter(([, signals]) => signals.length > 0));
}

function mergedAreas(areas: readonly AreaVerdict[], named: Named): readonly AreaVerdict[] {
  const confirmed = areas.map((verdict): AreaVerdict => {
    const signals = named.get(verdict.area);
    if (verdict.stands === 'told' || signals === undefined) return verdict;
    return { ...verdict, stands: 'told', signals: [...verdict.signals, ...signals] };
  });
  const added = [...named]
    .filter(([key]) => !areas.some(({ area }) => area === key))
    .map(([area, signals]): AreaVerdict => ({ area, stands: 'asked', confidence: 0, signals }));
  const all = [...confirmed, ...added];
  return [
    ...all.filter(({ stands }) => stands === 'told'),
    ...all.filter(({ stands }) => stands === 'asked'),
  ].slice(0, mostAreas);
}

function signalsOf({ reasons }: NamedArea, change: ChangeFacts, { pack }: Framework): readonly Signal[] {
  return reasons.flatMap(({ rule, quote: words }) => {
    const quote = findQuote(words, change, shortestReason);
    const reason = pack.words.find(({ key }) => key === rule)?.reason ?? 'shows it in its own words';
    return quote === null ? [] : [{ rule: `model.${rule}`, reason, quote }];
  });
}

/** At least so much must be quoted, in UTF-16 units: a word or two stands everywhere. A figure is short by nature. */
const shortestReason = 12;
const shortestMetric = 5;

/** Where the words stand in the change, exactly as they are; null where they do not. */
export function findQuote(words: string, { title, body }: ChangeFacts, shortest: number): Quote | null {
  const text = words.trim();
  if (text.length < shortest) return null;
  const from = body.indexOf(text);
  if (from >= 0) return { text, place: { in: 'body', from } };
  return title.includes(text) ? { text, place: { in: 'title' } } : null;
}

/** "Hotfix", "Fix #412": a title of fewer words says hardly what was done. */
const fewestWords = 3;

function saysHardly({ text }: Claim): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length < fewestWords;
}

const longestClaim = 320;
const severalParagraphs = /\n\s*\n/u;

/** One passage of the author's; what is longer is no sentence any more. */
function claimOf(words: string | null, change: ChangeFacts): Claim | null {
  const quote = words === null ? null : findQuote(words, change, shortestReason);
  if (quote === null || quote.text.length > longestClaim || severalParagraphs.test(quote.text)) return null;
  return { text: oneLine(quote.text), quote, grade: 'author' };
}

/** Quantities that our own reading of the quoted words confirms. */
function metricsOf(quoted: readonly string[], change: ChangeFacts): Judgement['metrics'] {
  return [...new Set(quoted)].flatMap((words) => {
    const quote = findQuote(words, change, shortestMetric);
    if (quote === null) return [];
    const { place } = quote;
    const at = place.in === 'body' ? (from: number) => ({ ...place, from: place.from + from }) : () => place;
    return findMetrics(quote.text, at, 'author').slice(0, 1);
  });
}
