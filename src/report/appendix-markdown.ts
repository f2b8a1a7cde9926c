import type { Framework } from '../framework/compile.ts';
import { spellDay } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import {
  areaTitle,
  becauseMarkdown,
  headline,
  marks,
  metricMarkdown,
  quoted,
  referenceLink,
} from './wording.ts';
import { wordsMarkdown } from './phrases/words-markdown.ts';
import type { AreaRow, AreaSection, LeftOutFiles, LeftOutGroup, Report } from './report.ts';

/** How many rows the lists may have; a longer one is cut with a line that says so. */
export type Caps = { readonly rows: number; readonly leftOut: number };

export function areaTables(report: Report, framework: Framework, caps: Caps): string {
  const { areas } = report;
  const filled = areas.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return '';
  return `## By area\n\n${filled.map((section) => areaTable(section, report, framework, caps)).join('\n\n')}`;
}

function areaTable({ area, rows }: AreaSection, report: Report, framework: Framework, caps: Caps): string {
  const shown = rows.slice(-caps.rows);
  const cut =
    rows.length > shown.length
      ? `\n\nThe newest ${shown.length} of ${rows.length}; the rest is left out for length.`
      : '';
  return `<details><summary><b>${areaTitle(area, framework).replaceAll('&', '&amp;')}</b> — ${pieces(rows.length)} of evidence</summary>

| what | why it counts here | when |
| --- | --- | --- |
${shown.map(areaRowMarkdown).join('\n')}${cut}${wordsMarkdown(report, area, caps.rows > 4 ? 2 : 1)}

</details>`;
}

function areaRowMarkdown({ win, reference, because, part, metric, since, kind, id }: AreaRow): string {
  const measured = metric === null ? [] : [`${marks[metric.grade]} ${metricMarkdown(metric)}`];
  const lasted = since === null ? [] : [`${marks.record} ${inert(since)}`];
  const reason = because.map(becauseMarkdown).join('; ');
  const why = [reason, inert(part), ...measured, ...lasted].filter((one) => one !== '').join(' · ');
  const said = kind === 'told' ? `${marks[win.grade]} ` : '';
  const isSaid = kind === 'review' || kind === 'told';
  const what = isSaid ? `${said}“${quoted(win.text)}”` : headline(win.text);
  return `| ${referenceLink(reference)} ${what} ${codeSpan(id)} | ${why} | ${spellDay(reference.day)} |`;
}

/** How a kind of change that is left out is called: one of them, and several. */
const kinds: Readonly<Record<string, readonly [one: string, several: string]>> = {
  'not-mine': ['said to be somebody else’s', 'said to be somebody else’s'],
  bot: ['made by an automation', 'made by automations'],
  generated: ['with generated files only', 'with generated files only'],
  vendored: ['copy of another project', 'copies of other projects'],
  bump: ['version bump', 'version bumps'],
  release: ['release', 'releases'],
  formatting: ['of formatting only', 'of formatting only'],
  revert: ['revert', 'reverts'],
  reverted: ['reverted later', 'reverted later'],
  backport: ['copy of a change already counted', 'copies of changes already counted'],
  merge: ['branch merge', 'branch merges'],
  trivial: ['small correction', 'small corrections'],
  none: ['that does not say what it is evidence of', 'that do not say what they are evidence of'],
};

function counted({ kind, changes }: LeftOutGroup): string {
  const [one, several] = kinds[kind] ?? [kind, kind];
  return `${changes.length} ${changes.length === 1 ? one : several}`;
}

/** Nothing is left out silently. */
export function leftOutList({ leftOut, leftOutFiles }: Report, caps: Caps): string {
  const total = leftOut.reduce((sum, { changes }) => sum + changes.length, 0);
  if (total + leftOutFiles.length === 0) return '';
  const changes =
    total === 0
      ? []
      : [`${total} merged ${total === 1 ? 'change' : 'changes'}: ${leftOut.map(counted).join(', ')}`];
  const files =
    leftOutFiles.length === 0
      ? []
      : [`files of ${leftOutFiles.length} that ${leftOutFiles.length === 1 ? 'counts' : 'count'}`];
  const lists = [total === 0 ? '' : shortList(leftOut, caps), filesList(leftOutFiles, caps)];
  return `<details><summary><b>Left out</b> — ${[...changes, ...files].join('; ')}</summary>

${lists.filter((list) => list !== '').join('\n\n')}

</details>`;
}

/** Work by hand may stand in such a file: then its author says so. */
function filesList(all: readonly LeftOutFiles[], caps: Caps): string {
  if (all.length === 0) return '';
  const lines = all
    .slice(0, caps.leftOut)
    .map(({ reference, rows }) => `- ${referenceLink(reference)}: ${rows.map(rowOfFiles).join(' ')}`);
  const cut = all.length > caps.leftOut ? [`- … and ${all.length - caps.leftOut} more`] : [];
  return `These changes count, but not for the files that no hand wrote. Somebody’s work after all? Then it is worth a word.\n\n${[...lines, ...cut].join('\n')}`;
}

function rowOfFiles({ count, reason }: LeftOutFiles['rows'][number]): string {
  return `${count} ${count === 1 ? 'file' : 'files'}. ${inert(reason)}`;
}

function shortList(groups: readonly LeftOutGroup[], caps: Caps): string {
  const all = groups.flatMap(({ changes }) => changes);
  const lines = all.slice(0, caps.leftOut).map(({ subject, reason }) => {
    const label = subject.number === null ? (subject.commit ?? '').slice(0, 8) : `#${subject.number}`;
    return `- ${link(label, subject.url)} ${headline(subject.title)}: ${inert(reason)}`;
  });
  const cut = all.length > caps.leftOut ? [`- … and ${all.length - caps.leftOut} more`] : [];
  return [...lines, ...cut].join('\n');
}

function pieces(count: number): string {
  return count === 1 ? '1 piece' : `${count} pieces`;
}
