import type { Framework } from '../framework/compile.ts';
import { spellDay } from './dates.ts';
import { codeSpan, inert } from './escape.ts';
import type { Missed, Report } from './report.ts';
import { shortened } from './shorten.ts';
import { headline, marks, metricMarkdown, quoted, referenceLink } from './wording.ts';

const longestPath = 320;

/** Work that goes unseen, one line a kind. */
export function easyToMissMarkdown({ easyToMiss }: Report, framework: Framework): string {
  if (easyToMiss.length === 0) return '';
  const kinds = Map.groupBy(easyToMiss, (missed) => titleOf(missed, framework));
  const lines = [...kinds].map(([title, all]) => `- **${title}.** ${all.map(shownOf).join(' ')}`);
  return `## Easy to miss\n\n${lines.join('\n')}`;
}

function titleOf(missed: Missed, { pack }: Framework): string {
  if (missed.kind !== 'review')
    return pack.unseen.find(({ key }) => key === missed.kind)?.title ?? missed.kind;
  if (missed.across) return 'A review that carried the work of another team on';
  return missed.changed ? 'A review that changed something' : 'A review worth reading';
}

function shownOf({ kind, win, reference, path, metric, since, id }: Missed): string {
  const words = kind === 'review' ? `“${quoted(win.text)}”` : headline(win.text);
  const measured = metric === null ? '' : ` ${marks[metric.grade]} ${metricMarkdown(metric)}`;
  const lasted = since === null ? '' : ` ${inert(since)}`;
  const shows = path === null ? '' : `, ${codeSpan(shortened(path, longestPath))}`;
  return `${marks[win.grade]} ${words}${measured} (${referenceLink(reference)}, ${marks.record} ${spellDay(reference.day)}${shows})${lasted} ${codeSpan(id)}`;
}
