import type { Evidence } from '../evidence/evidence.ts';
import { spellDay } from './dates.ts';
import { outcomeSentence } from './deeds.ts';
import { codeSpan, inert, link } from './escape.ts';
import { shortened } from './shorten.ts';

/** Evidence as it was when a report was accepted: by its key, what was known of what became of it. */
export type Accepted = Readonly<Record<string, string>>;

const longestTitle = 120;

/** What to remember of the evidence that a report is made of. */
export function acceptedOf(evidence: readonly Evidence[]): Accepted {
  return Object.fromEntries(evidence.map((item) => [item.key, outcomeOf(item)]));
}

function outcomeOf({ outcome }: Evidence): string {
  return outcome.map(({ kind, days }) => `${kind} ${days}`).join(', ');
}

/** Below an accepted report: by whom, when, and that it stays as it is. `day` is `2026-07-03`. */
export function signedMarkdown({ by, day }: { readonly by: string; readonly day: string }): string {
  return `**Accepted by ${inert(by)} on ${spellDay(day)}.** The report above stays as it is from now on. What the record learns later is added in a comment of its own.`;
}

/** What the record has learnt since; null where it is as it was. Dates are those of the work. */
export function addendumMarkdown(
  before: Accepted,
  evidence: readonly Evidence[],
  day: string,
): string | null {
  const now = new Map(evidence.map((item) => [item.key, item]));
  const lines = [
    ...evidence.filter(({ key }) => !Object.hasOwn(before, key)).map(newLine),
    ...evidence
      .filter((item) => Object.hasOwn(before, item.key) && before[item.key] !== outcomeOf(item))
      .map(changedLine),
  ];
  const gone = Object.keys(before).filter((key) => !now.has(key)).length;
  const goneLine = `- ${gone} ${gone === 1 ? 'piece of evidence is' : 'pieces of evidence are'} no longer in the record: taken back, corrected or reverted.`;
  const all = gone === 0 ? lines : [...lines, goneLine];
  if (all.length === 0) return null;
  return `**Added after this report was accepted on ${spellDay(day)}.** The report itself is not changed by it.\n\n${all.join('\n')}`;
}

function newLine(item: Evidence): string {
  return `- New: ${nameOf(item)}, of ${spellDay(item.activity.at.slice(0, 10))} ${codeSpan(item.id)}`;
}

function changedLine(item: Evidence): string {
  const sentence = outcomeSentence(item.outcome) ?? 'Nothing is known any more of what became of it.';
  return `- ${nameOf(item)} ${codeSpan(item.id)}: ${inert(sentence)}`;
}

function nameOf({ subject }: Evidence): string {
  return link(shortened(subject.title === '' ? 'Untitled' : subject.title, longestTitle), subject.url);
}
