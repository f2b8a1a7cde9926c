import { dayOf } from '../evidence/cycle.ts';
import type { Framework } from '../framework/compile.ts';
import { spellDay } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import type { NoteBeside, Report } from './report.ts';
import { shortened } from './shorten.ts';
import { areaTitle, headline, kudosMarkdown, marks, quoted, referenceLink } from './wording.ts';

const longestName = 60;
const longestReply = 600;

/** What people add: the engineer's replies below the preparation, notes beside work, and what they contest, with both views. */
export function saidMarkdown(report: Report, framework: Framework): string {
  const { replies, notes, engineer, cycle } = report;
  if (replies.length + notes.length === 0) return '';
  const items = [
    ...replies.map(
      ({ text, url, at }) =>
        `- ✎ “${quoted(text, longestReply)}” (${link('reply', url)}, ${spellDay(dayOf(at, cycle.timeZone))})`,
    ),
    ...notes.map((note) => noteMarkdown(note, framework)),
  ];
  return `## What ${inert(shortened(engineer, longestName))} adds\n\n${items.join('\n')}`;
}

/** Of what is contested both views stand: the record's beside the person's. */
function noteMarkdown(note: NoteBeside, framework: Framework): string {
  const { kind, text, reference, id, win, area } = note;
  const place = `(${referenceLink(reference)}) ${codeSpan(id)}`;
  if (kind === 'kudos') return `- ${kudosMarkdown(note)} ${place}`;
  const own = `✎ ${kind === 'contest' ? 'Contested: ' : ''}“${quoted(text)}” ${place}`;
  if (kind !== 'contest') return `- ${own}`;
  return `- ${own} ${marks.record} The record has it as their work, for ${areaTitle(area, framework)}: ${marks[win.grade]} ${headline(win.text)}`;
}
