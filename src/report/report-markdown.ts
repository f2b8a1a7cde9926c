import type { Framework } from '../framework/compile.ts';
import { areaTables, leftOutList, spreadTable } from './appendix-markdown.ts';
import type { Caps } from './appendix-markdown.ts';
import { spellDay } from './dates.ts';
import { codeSpan, inert } from './escape.ts';
import { blindSpot, footMarkdown, headMarkdown } from './frame-markdown.ts';
import type { Missed, OfAnother, Report, Story, StoryIncident } from './report.ts';
import { shortened } from './shorten.ts';
import { toldMarkdown } from './told-markdown.ts';
import {
  areaTitle,
  becauseMarkdown,
  headline,
  marks,
  metricMarkdown,
  kudosMarkdown,
  quoted,
  referenceLink,
  withLinks,
} from './wording.ts';

/** GitHub refuses a longer body of an issue. Counted in UTF-16 units, which are never fewer than its characters. */
const longestBody = 65_000;
const longestSentence = 320;

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
    easyToMiss(report, framework),
    areaTables(report, framework, caps),
    notesMarkdown(report),
    toldMarkdown(report),
    spreadTable(report, framework),
    questions(report, framework),
    leftOutList(report, caps),
    footMarkdown(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function worthKnowing({ worthKnowing: stories, filledUp, areas }: Report, framework: Framework): string {
  if (stories.length === 0)
    return `## The work worth knowing\n\n${nothingTold(areas.some(({ rows }) => rows.length > 0))}`;
  const note = filledUp
    ? '\n\nLittle in this window stands out by its own words, so this list holds ordinary work too. Ask what else there was.'
    : '';
  const items = stories.map((story, index) => storyMarkdown(story, index + 1, framework));
  return `## The work worth knowing${note}\n\n${items.join('\n\n')}`;
}

function nothingTold(hasRows: boolean): string {
  return hasRows
    ? 'Nothing in this window says in its own words what it changed and for whom. The lists below show what was merged; ask about it.'
    : 'Nothing was found in this window that is evidence of an area. That says something about the record, not about the work.';
}

function storyMarkdown(story: Story, number: number, framework: Framework): string {
  const { kind, win, impact, metrics, incidents, notes, id } = story;
  const lines = [
    impact === null
      ? ''
      : `- **${kind === 'review' ? 'Answer' : 'Impact'}** ${marks[impact.grade]} “${quoted(impact.text)}”${ofAnother(impact)}`,
    ...metrics.map(
      (metric) => `- **Metric** ${marks[metric.grade]} ${metricMarkdown(metric)}${ofAnother(metric)}`,
    ),
    recordLine(story),
    ...incidents.map((incident) => incidentLine(incident, story)),
    whyItCounts(story, framework),
    ...notes.map(noteLine),
  ];
  const body = lines.filter((line) => line !== '').join('\n');
  return `**${number}. ${storyTitle(story)}** ${marks[win.grade]} ${codeSpan(id)}\n\n${body}`;
}

/** Words of people beside the record, or against it. */
function noteLine(note: Story['notes'][number]): string {
  if (note.kind === 'kudos') return `- **Kudos** ${kudosMarkdown(note)}${ofAnother(note)}`;
  const name = note.kind === 'contest' ? 'Contested' : 'Note';
  return `- **${name}** ✎ “${quoted(note.text)}”${ofAnother(note)}`;
}

function ofAnother({ of }: OfAnother): string {
  return of === null ? '' : ` (${referenceLink(of)})`;
}

/** Incidents stand on lines of their own. */
function recordLine({ record, references, incidents, links }: Story): string {
  const apart = new Set(incidents.map(({ reference }) => reference.label));
  const own = references.filter(({ label }) => !apart.has(label)).map(referenceLink);
  return `- **Record** ${marks.record} ${sentences(record, links)} ${own.join(', ')}`;
}

function incidentLine({ name, reference, record }: StoryIncident, { links }: Story): string {
  return `- **Incident** ${marks[name.grade]} “${quoted(name.text)}” (${referenceLink(reference)}) ${marks.record} ${sentences(record, links)}`;
}

function sentences(record: readonly string[], links: Story['links']): string {
  return record.map((text) => withLinks(shortened(text, longestSentence), links)).join(' ');
}

/** A review is told by what the reviewer said, an incident by its name. */
function storyTitle({ kind, win, lead }: Story): string {
  if (kind === 'review') return `Review of ${inert(lead.label)}: “${quoted(win.text)}”`;
  return kind === 'incident' ? `Incident: ${headline(win.text)}` : headline(win.text);
}

function whyItCounts({ areas, because, part }: Story, framework: Framework): string {
  const titles = areas.map((area) => areaTitle(area, framework)).join(', ');
  const own = because.map((one) => `it ${becauseMarkdown(one)}`).join('; ');
  const reasons = own === '' ? part : own;
  return `- **Why it counts** as ${titles}${reasons === '' ? '' : `: ${reasons}`}`;
}

function notesMarkdown({ notes: list, engineer }: Report): string {
  const own = list.filter(({ kind }) => kind !== 'kudos').map(besideMarkdown);
  const peers = list.filter(({ kind }) => kind === 'kudos').map(besideMarkdown);
  const parts = [
    own.length === 0 ? '' : `## What ${inert(engineer)} adds\n\n${own.join('\n')}`,
    peers.length === 0 ? '' : `## What colleagues add\n\n${peers.join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function besideMarkdown(note: Report['notes'][number]): string {
  const said =
    note.kind === 'kudos'
      ? kudosMarkdown(note)
      : `✎ ${note.kind === 'contest' ? 'Contested: ' : ''}“${quoted(note.text)}”`;
  return `- ${said} (${referenceLink(note.reference)}) ${codeSpan(note.id)}`;
}

function easyToMiss({ easyToMiss: missed }: Report, framework: Framework): string {
  if (missed.length === 0) return '';
  const items = missed.map((item) => missedMarkdown(item, framework));
  return `## Easy to miss\n\n${items.join('\n')}`;
}

function missedMarkdown(missed: Missed, { pack }: Framework): string {
  const { kind, win, reference, path, metric, id } = missed;
  if (kind === 'review')
    return `- **${reviewTitle(missed)}.** ${marks[win.grade]} “${quoted(win.text)}” (${referenceLink(reference)}, ${marks.record} ${spellDay(reference.day)}) ${codeSpan(id)}`;
  const title = pack.unseen.find(({ key }) => key === kind)?.title ?? kind;
  const shows = path === null ? '' : `, ${codeSpan(shortened(path, longestSentence))}`;
  const measured = metric === null ? '' : ` ${marks[metric.grade]} ${metricMarkdown(metric)}`;
  return `- **${title}.** ${marks[win.grade]} ${headline(win.text)}${measured} (${referenceLink(reference)}, ${marks.record} ${spellDay(reference.day)}${shows}) ${codeSpan(id)}`;
}

function reviewTitle({ across, changed }: Missed): string {
  if (across) return 'A review that carried the work of another team on';
  return changed ? 'A review that changed something' : 'A review worth reading';
}

/** Past these, the ones asked about are named by their number only: nothing is left out silently. */
const mostAsked = 5;
const mostNumbers = 60;

function moreAsked(asked: Report['asked']): readonly string[] {
  const more = asked.slice(0, -mostAsked);
  if (more.length === 0) return [];
  const named = more.slice(-mostNumbers).map(({ reference }) => referenceLink(reference));
  const rest = more.length > named.length ? ` and ${more.length - named.length} older ones` : '';
  return [`Not sure enough to place either: ${named.join(', ')}${rest}.`];
}

function questions({ questions: list, asked, origin }: Report, framework: Framework): string {
  const items = [
    blindSpot(origin),
    ...list.map(inert),
    ...asked
      .slice(-mostAsked)
      .map(
        ({ area, win, reference, id }) =>
          `Perhaps ${areaTitle(area, framework)}: ${headline(win.text)} (${referenceLink(reference)}) ${codeSpan(id)}. *“Does it belong there?”*`,
      ),
    ...moreAsked(asked),
  ];
  return `## What ${origin.kind === 'clone' ? 'git' : 'GitHub'} cannot show: ask\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}
