import type { Framework } from '../framework/compile.ts';
import { areaTables, leftOutList } from './appendix-markdown.ts';
import type { Caps } from './appendix-markdown.ts';
import { askedMarkdown, askMarkdown } from './asking-markdown.ts';
import { footMarkdown, headMarkdown } from './frame-markdown.ts';
import { easyToMissMarkdown } from './missed-markdown.ts';
import type { Report } from './report.ts';
import { saidMarkdown } from './said-markdown.ts';
import { spreadMarkdown } from './spread-markdown.ts';
import { nothingTold, storyMarkdown } from './story-markdown.ts';
import { toldMarkdown } from './told-markdown.ts';

/** GitHub refuses a longer body of an issue. Counted in UTF-16 units, which are never fewer than its characters. */
const longestBody = 65_000;

/** Long lists are shortened only as far as it must be. */
const lengths: readonly Caps[] = [
  { rows: 25, leftOut: 40 },
  { rows: 15, leftOut: 25 },
  { rows: 8, leftOut: 15 },
  { rows: 4, leftOut: 8 },
];

/** A report as GitHub Flavored Markdown. The same report gives the same text, byte for byte. */
export function reportMarkdown(report: Report, framework: Framework): string {
  for (const caps of lengths) {
    const markdown = withCaps(report, framework, caps);
    if (markdown.length < longestBody) return markdown;
  }
  return withCaps(report, framework, { rows: 1, leftOut: 1 });
}

function withCaps(report: Report, framework: Framework, caps: Caps): string {
  const parts = [
    headMarkdown(report),
    worthKnowing(report, framework),
    easyToMissMarkdown(report, framework),
    saidMarkdown(report, framework),
    toldMarkdown(report),
    areaTables(report, framework, caps),
    spreadMarkdown(report, framework),
    askMarkdown(report, framework),
    askedMarkdown(report, framework),
    leftOutList(report, caps),
    footMarkdown(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function worthKnowing(report: Report, framework: Framework): string {
  const { worthKnowing: stories, filledUp } = report;
  if (stories.length === 0) return `## The work worth knowing\n\n${nothingTold(report)}`;
  const note = filledUp
    ? '\n\nLittle in this window stands out by its own words, so this list holds ordinary work too. Ask what else there was.'
    : '';
  const items = stories.map((story, index) => storyMarkdown(story, index + 1, framework));
  return `## The work worth knowing${note}\n\n${items.join('\n\n')}`;
}
