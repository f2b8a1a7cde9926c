import type { Quantity } from '../metrics/quantities.ts';
import { bears, boundOf } from './bounds.ts';
import type { Figure } from './figures.ts';
import type { Change } from './order.ts';
import { subjectAt, type ReadSource, type Reading } from './reading.ts';
import type { Support } from './support.ts';
import { share } from './wording.ts';

type Result = { readonly value: number; readonly formula: string };

const SHARE = /\b(\d{1,9})\s(?:out\s)?of\s(?:the\s|all\s)?(\d{1,9})\b/g;

/** A percentage, a ratio or a difference that follows from what one source says, rounded or bounded as the sentence does. */
export function computed(sentence: Reading, figure: Figure, sources: readonly ReadSource[]): Support | null {
  const bound = boundOf(sentence.text, figure);
  for (const source of sources) {
    const results = [
      ...relevantChanges(sentence, figure, source).flatMap((change) => resultsOf(change, figure)),
      ...shares(source, figure),
    ];
    const result = results.find((one) => figure.value !== 0 && bears(bound, figure, one.value));
    if (result !== undefined) {
      const { key, grade, who = null } = source.source;
      return {
        state: 'computed',
        formula: `${result.formula} = ${figure.text.replaceAll(/\s+/g, ' ')}`,
        key,
        grade,
        who,
      };
    }
  }
  return null;
}

/** The change the sentence itself states; otherwise those of its subject. */
function relevantChanges(sentence: Reading, figure: Figure, source: ReadSource): readonly Change[] {
  const stated = source.changes.filter((change) =>
    sentence.changes.some(
      (own) => own.before.value === change.before.value && own.after.value === change.after.value,
    ),
  );
  if (sentence.changes.length > 0) return stated;
  const subject = subjectAt(sentence, figure.from);
  if (subject.size === 0) return source.changes;
  return source.changes.filter((change) => share(subject, subjectAt(source, change.from)));
}

function resultsOf(change: Change, figure: Figure): readonly Result[] {
  const { before, after } = change;
  if (before.dimension !== after.dimension) return [];
  if (figure.dimension === 'percent') return percentages(before, after);
  if (figure.dimension === 'ratio') return ratios(before, after);
  return figure.dimension === before.dimension ? [difference(before, after)] : [];
}

function percentages(before: Quantity, after: Quantity): readonly Result[] {
  if (before.value === 0) return [];
  const value = (Math.abs(before.value - after.value) / before.value) * 100;
  const [larger, smaller] = before.value > after.value ? [before, after] : [after, before];
  return [{ value, formula: `(${larger.text} - ${smaller.text}) / ${before.text}` }];
}

function ratios(before: Quantity, after: Quantity): readonly Result[] {
  const [larger, smaller] = before.value > after.value ? [before, after] : [after, before];
  return smaller.value === 0
    ? []
    : [{ value: larger.value / smaller.value, formula: `${larger.text} / ${smaller.text}` }];
}

function difference(before: Quantity, after: Quantity): Result {
  const [larger, smaller] = before.value > after.value ? [before, after] : [after, before];
  return { value: larger.value - smaller.value, formula: `${larger.text} - ${smaller.text}` };
}

/** `15 %` from `9 of 61`. */
function shares(source: ReadSource, figure: Figure): readonly Result[] {
  if (figure.dimension !== 'percent') return [];
  return [...source.text.matchAll(SHARE)].flatMap((match) => {
    const [part, whole] = [Number(match[1]), Number(match[2])];
    return whole === 0 ? [] : [{ value: (part / whole) * 100, formula: `${part} / ${whole}` }];
  });
}
