import type { Framework } from '../framework/compile.ts';
import { spellCycle } from './dates.ts';
import { codeSpan, inert } from './escape.ts';
import type { Asked, Report, Story } from './report.ts';
import { areaTitle, headline, marks, metricMarkdown, quoted, referenceLink } from './wording.ts';

/** The issue that an engineer reads before anybody else: what the record holds, what is missing, what to add. */
export function prepMarkdown(report: Report, framework: Framework): string {
  const parts = [
    head(report),
    holds(report),
    missing(report),
    asked(report, framework),
    nothingYet(report, framework),
    closing,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ cycle }: Report): string {
  return `**Your review period, ${spellCycle(cycle)}, is about to close.** Here is what the record holds; you read it before your report is written. Untick what you would not lead with, and reply with what GitHub could not see: both stay here, beside your report, for whoever reads it.`;
}

function holds({ worthKnowing, easyToMiss }: Report): string {
  const items = [
    ...worthKnowing.map(storyItem),
    ...easyToMiss.map(
      ({ win, kind, reference, id }) =>
        `- [x] ${kind === 'review' ? `Review: “${quoted(win.text)}”` : headline(win.text)} (${referenceLink(reference)}) ${codeSpan(id)}`,
    ),
  ];
  if (items.length === 0)
    return 'Nothing stands out in the record yet. That says something about the record, not about your work: tell what you did in a reply.';
  return items.join('\n');
}

function storyItem({ kind, win, metrics, references, id }: Story): string {
  const [metric] = metrics;
  const measured = metric === undefined ? '' : ` · ${marks[metric.grade]} ${metricMarkdown(metric)}`;
  const title = kind === 'review' ? `Review: “${quoted(win.text)}”` : headline(win.text);
  return `- [x] ${title}${measured} (${references.map(referenceLink).join(', ')}) ${codeSpan(id)}`;
}

function missing({ worthKnowing }: Report): string {
  const own = worthKnowing.filter(({ kind }) => kind === 'change');
  const noFigure = own
    .filter(({ measured, documents }) => !measured && !documents)
    .map(({ lead }) => referenceLink(lead));
  const noReason = own.filter(({ impact }) => impact === null).map(({ lead }) => referenceLink(lead));
  const lines = [
    noFigure.length === 0
      ? ''
      : `**Without a figure:** ${noFigure.join(', ')}. What was different afterwards?`,
    noReason.length === 0
      ? ''
      : `**Without a reason:** ${noReason.join(', ')}. For whom was it, and why did it matter?`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

const mostAsked = 5;

function asked({ asked: list }: Report, framework: Framework): string {
  if (list.length === 0) return '';
  const items = list.slice(-mostAsked).map((item) => askedItem(item, framework));
  return `**Where do these belong?** The record is not sure enough to say.\n\n${items.join('\n')}`;
}

function askedItem({ area, win, reference, id }: Asked, framework: Framework): string {
  return `- ${headline(win.text)} (${referenceLink(reference)}): perhaps ${areaTitle(area, framework)}? ${codeSpan(id)}`;
}

function nothingYet({ areas }: Report, framework: Framework): string {
  const empty = areas.filter(({ rows }) => rows.length === 0).map(({ area }) => areaTitle(area, framework));
  if (empty.length === 0) return '';
  return `**Nothing yet for** ${empty.map(inert).join(', ')}. Did something happen that GitHub does not show?`;
}

const closing =
  '<sub>Boxes that you untick stay unticked. What you write in a reply stays beside your report, in your words. Nothing here rates you or compares you with anybody.</sub>';
