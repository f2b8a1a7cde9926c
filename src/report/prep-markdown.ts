import type { Framework } from '../framework/compile.ts';
import { audienceNames } from '../people/audience-words.ts';
import { spellCycle, spellDay } from './dates.ts';
import { codeSpan, inert } from './escape.ts';
import { missingOf, withoutFigure } from './questions.ts';
import { selfAssessment } from './self-assessment.ts';
import type { Asked, Reference, Report, Story } from './report.ts';
import { areaTitle, headline, marks, metricMarkdown, quoted, referenceLink } from './wording.ts';

/** The issue that an engineer reads before anybody writes from the record: what it holds, what is missing, how to answer. */
export function prepMarkdown(report: Report, framework: Framework): string {
  const parts = [
    head(report),
    holds(report),
    missing(report),
    unseen(report, framework),
    asked(report, framework),
    draft(report),
    closing,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ cycle, origin }: Report): string {
  const readers =
    origin.kind === 'github'
      ? ` Who can read this issue: ${audienceNames(origin.audience).map(inert).join(', ')}.`
      : '';
  return `**Your review period, ${spellCycle(cycle)}, is about to close.** Here is what the record holds; you read it before your report is written. What you untick and reply here before the end of ${lastDay(cycle.to)} goes into it.${readers}`;
}

function lastDay(to: string): string {
  return spellDay(Temporal.PlainDate.from(to).subtract({ days: 1 }).toString());
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
  return `## What your report would lead with

Untick what you would not lead with: it then stands only in the folded list of its area. What is to stand nowhere, \`/groundwork hide\` takes out, in a comment below the work itself.

${items.join('\n')}`;
}

function storyItem({ kind, win, metrics, references, id }: Story): string {
  const [metric] = metrics;
  const measured = metric === undefined ? '' : ` · ${marks[metric.grade]} ${metricMarkdown(metric)}`;
  const title = kind === 'review' ? `Review: “${quoted(win.text)}”` : headline(win.text);
  return `- [x] ${title}${measured} (${references.map(referenceLink).join(', ')}) ${codeSpan(id)}`;
}

/** One question for each piece of work, with its link. */
function missing({ worthKnowing }: Report): string {
  const noFigure = withoutFigure(worthKnowing);
  const noReason = worthKnowing.filter(
    (story) => story.kind === 'change' && story.impact === null && !noFigure.includes(story),
  );
  const items = [
    ...noFigure.map((story) =>
      missingItem(story, story.documents ? 'its use' : 'a figure', missingOf(story).question),
    ),
    ...noReason.map((story) => missingItem(story, 'a reason', 'For whom was it, and why did it matter?')),
  ];
  if (items.length === 0) return '';
  return `## What is missing

A sentence is enough, in a reply here or as \`/groundwork context …\` below the work itself.

${items.join('\n')}`;
}

function missingItem(
  { win, lead }: Pick<Story, 'win'> & { readonly lead: Reference },
  what: string,
  question: string,
) {
  return `- ${headline(win.text)} (${referenceLink(lead)}) lacks ${what}. *${question}*`;
}

function unseen({ areas, questions }: Report, framework: Framework): string {
  const empty = areas.filter(({ rows }) => rows.length === 0).map(({ area }) => area);
  const items = questions.flatMap((question) =>
    question.about === 'area' && empty.includes(question.area)
      ? [`- Nothing yet on ${areaTitle(question.area, framework)}. *${inert(question.question)}*`]
      : [],
  );
  const list = items.length === 0 ? '' : `\n\n${items.join('\n')}`;
  return `## What GitHub cannot see

A design talk, help in passing, a calm night on call: tell it in a reply here. It stands in your report in your own words.${list}`;
}

const mostAsked = 5;

function asked({ asked: list }: Report, framework: Framework): string {
  if (list.length === 0) return '';
  const items = list.slice(-mostAsked).map((item) => askedItem(item, framework));
  return `## Where do these belong?

The record is not sure enough to say. \`/groundwork area …\` below the work itself places it.

${items.join('\n')}`;
}

function askedItem({ area, win, reference, id }: Asked, framework: Framework): string {
  return `- ${headline(win.text)} (${referenceLink(reference)}): perhaps ${areaTitle(area, framework)}? ${codeSpan(id)}`;
}

function draft(report: Report): string {
  const { paragraphs } = selfAssessment(report);
  if (paragraphs.length === 0) return '';
  return `<details><summary><b>A first draft of your self-assessment</b>: the record in the first person, to cut and to complete</summary>

${paragraphs.join('\n\n')}

</details>`;
}

const closing =
  '<sub>Only your own ticks and replies count, by your numeric id on GitHub; what others tick or write here changes nothing in your report. A reply is kept once, as first written. Nothing here rates you or compares you with anybody.</sub>';
