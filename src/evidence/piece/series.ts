import type { Subject } from '../evidence.ts';

/** A title that says it is one of several: which step it is, of how many, and what the whole may be called. */
export type Step = {
  readonly index: number;
  readonly of: number | null;
  readonly wholes: readonly string[];
};

const ordinal = String.raw`[1-9]\d?|[ivx]{1,4}|one|two|three|four|five|six`;
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const words = ['one', 'two', 'three', 'four', 'five', 'six'];

/** `(2/4)`, `[PR 2/4]`, `Batch 2 of 17`, and `2/4:` before the words; a date has a nought, and a fraction no brackets. */
const share =
  /[([](?:(?:part|pr|step|patch|batch|round) )?([1-9]\d?) ?(?:\/|of) ?([1-9]\d?)[)\]]|^(?:part |step )?([1-9]\d?)\/([1-9]\d?)(?=:| [-–—])|\b(?:part|pr|step|patch|batch|round|phase|stage) ([1-9]\d?) ?(?:\/|of) ?([1-9]\d?)(?!\d)/iu;
/** `part 3` and `phase II`, at an end, in brackets, or before a colon: within a sentence they may mean anything. */
const named = new RegExp(
  String.raw`[([](?:part|pt\.?|phase|stage|step) (${ordinal})(?=[)\],;:])|^(?:part|pt\.?|phase) (${ordinal})(?= ?[:–—-])|\b(?:part|pt\.?|phase|stage|step) (${ordinal})(?=\s*(?:$|[:;,–—]|- |\(#\d))`,
  'iu',
);
/** More steps than these are no series but a range. */
const mostSteps = 60;

/** Null where a title does not say that it is one of several. */
export function stepOf(title: string): Step | null {
  const found = share.exec(title) ?? named.exec(title);
  if (found === null) return null;
  const [first = '', last] = found.slice(1).filter((one) => one !== undefined);
  const index = numberOf(first);
  const of = last === undefined ? null : Number(last);
  if (index === null || (of !== null && (of < 2 || index > of || of > mostSteps))) return null;
  const before = title.slice(0, found.index);
  const after = title.slice(found.index + found[0].length);
  const wholes = [`${before} ${after}`, before, headOf(after)].map(plain).filter(isTelling);
  return { index, of, wholes: [...new Set(wholes)] };
}

/**
 * Names of the wholes that a change is a step of. Without a step the title itself is one, because a first step often
 * has no number: it counts only where another change calls itself a step of it.
 */
export function seriesOf({ repository, whole: title }: Subject): readonly string[] {
  const step = stepOf(title);
  if (step === null) return isTelling(plain(title)) ? [`${repository} ${plain(title)}`] : [];
  const total = step.of === null ? '' : ` of ${step.of}`;
  return step.wholes.map((whole) => `${repository} ${whole}${total}`);
}

/** `1/4`, `2/4` and `3/4` in one repository are of one run where they land within days, whatever their titles share. */
export function runOf({ repository, whole }: Subject): readonly string[] {
  const of = stepOf(whole)?.of ?? null;
  return of === null ? [] : [`${repository} of ${of}`];
}

/** Steps of one whole often have names of their own behind a common beginning: `[2/3] Ledger: postings`. */
function headOf(text: string): string {
  const own = text.replace(/^[\s:)\]–—-]+/u, '');
  const colon = own.indexOf(': ');
  return colon === -1 ? '' : own.slice(0, colon);
}

function numberOf(text: string): number | null {
  const lower = text.toLowerCase();
  if (/^\d+$/u.test(lower)) return Number(lower);
  const place = Math.max(roman.indexOf(lower), words.indexOf(lower));
  return place === -1 ? null : place + 1;
}

/** The words alone: no number of its own, no signs, no kind of change, which may differ from step to step. */
function plain(title: string): string {
  return title
    .replace(/\(#\d+\)\s*$/u, '')
    .replace(/^\s*(?:feat|fix|chore|docs?|refactor|tests?|perf|ci|build)(?=[(!:])/iu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `wip` and a bare kind of change begin everything. */
function isTelling(whole: string): boolean {
  return whole.length >= 6;
}
