import type { Evidence } from '../evidence/evidence.ts';
import type { Signal } from '../evidence/signal.ts';
import type { Told } from '../evidence/told.ts';
import type { Framework } from '../framework/compile.ts';
import { spellDay } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import { becauseMarkdown, areaTitle, headline, marks, metricMarkdown, quoted } from './wording.ts';
import { labelOf } from './story.ts';

/** One thing that somebody said of a piece of evidence. */
export type SaidSince = {
  readonly verb: string;
  /** Their login. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly words: string;
};

export type JudgedBy = { readonly framework: Framework; readonly model: string | null };

/** Everything that stands behind one piece of evidence, for whoever it is about and their manager. */
export function explainMarkdown(item: Evidence, since: readonly SaidSince[], judged: JudgedBy): string {
  const { subject, activity, area, win, impact, metrics, signals } = item;
  const { pack } = judged.framework;
  const lines = [
    `**Source** ${link(labelOf(subject), subject.url)} ${headline(subject.whole)}; credited as ${partOf(activity.part)}, ${dayOf(activity.at)}.`,
    `**Its words** ${marks[win.grade]} “${quoted(win.text)}”${impact === null ? '' : ` · ${marks[impact.grade]} “${quoted(impact.text)}”`}${metrics.map((metric) => ` · ${marks[metric.grade]} ${metricMarkdown(metric)}`).join('')}`,
    `**Found by** ${signals.map(signalMarkdown).join('; ')}. It ${item.stands === 'told' ? 'counts' : 'is asked about'} as ${areaTitle(area, judged.framework)}.`,
    `**Judged by** framework ${inert(`${pack.name} ${pack.version}`)}, ${judged.model === null ? 'without a model' : `with the model ${inert(judged.model)} where the rules left something open`}.`,
    ...sinceLines(since),
  ];
  return indented(lines);
}

/** The same of what somebody told in a comment. Null: it no longer stands. */
export function explainToldMarkdown(
  told: Told | null,
  at: string | null,
  since: readonly SaidSince[],
): string {
  const first =
    told === null
      ? `**Source** something said in a comment${at === null ? '' : ` on ${dayOf(at)}`}; it no longer stands in the report.`
      : `**Source** ${told.by === null ? `${marks.author} the engineer’s own word` : `${marks.peer} ${inert(told.by)}`}: “${quoted(told.text)}” (${link('comment', told.url)}, ${dayOf(told.at)}). No rule and no model found it.`;
  return indented([first, ...sinceLines(since)]);
}

const parts: Readonly<Record<Evidence['activity']['part'], string>> = {
  author: 'its author',
  'co-author': 'a co-author',
  'asked an agent': 'whoever asked an agent for it',
  also: 'a colleague whom its author named',
  reviewer: 'a reviewer',
  responder: 'somebody with a part in the incident',
};

function partOf(part: Evidence['activity']['part']): string {
  return parts[part];
}

function signalMarkdown({ rule, reason, quote }: Signal): string {
  const shown = becauseMarkdown({ reason, quote: quote.text, place: quote.place.in, grade: 'record' });
  const name = rule.startsWith('model.')
    ? `the model, by ${codeSpan(rule.slice('model.'.length))}`
    : `rule ${codeSpan(rule)}`;
  return rule === 'said' ? 'the word of whoever did it' : `${name}: it ${shown}`;
}

function sinceLines(since: readonly SaidSince[]): readonly string[] {
  if (since.length === 0) return ['**Said since** nothing.'];
  return since.map(
    ({ verb, by, at, words }) =>
      `**Said since** ${codeSpan(verb)} by ${inert(by)} on ${dayOf(at)}${words === '' || verb === 'undo' ? '' : `: “${quoted(words)}”`}`,
  );
}

function dayOf(at: string): string {
  return spellDay(at.slice(0, 10));
}

/** Below an item of a list. */
function indented(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join('\n');
}
