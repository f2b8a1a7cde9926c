import type { Framework } from '../framework/compile.ts';
import { shortMonth, spellCycle, spellDay } from './dates.ts';
import { inert } from './escape.ts';
import type { Beside, Report, Spread } from './report.ts';
import { listed } from './story-people.ts';
import { areaInSentence, areaTitle, referenceLink } from './wording.ts';

/** How the evidence spread over the months, and what is new beside the engineer's own cycle before. */
export function spreadMarkdown({ spread, beside }: Report, framework: Framework): string {
  const table = spreadTable(spread, framework);
  const lines = [table, beside === null ? '' : besideMarkdown(beside, framework)].filter((one) => one !== '');
  return lines.length === 0 ? '' : `## How it spread over the window\n\n${lines.join('\n\n')}`;
}

function spreadTable(spread: Spread, framework: Framework): string {
  const rows = spread.rows.filter(({ counts }) => counts.some((count) => count > 0));
  if (rows.length === 0) return awayMarkdown(spread);
  const cells = (counts: readonly number[]) =>
    counts.map((count, index) => cell(count, spread.months[index] ?? '', spread));
  const notes = [
    '■ one · ■■ two to four · ■■■ five or more.',
    keptMarkdown(spread),
    awayMarkdown(spread),
    spread.lastQuarter === null ? '' : recency(spread.lastQuarter),
  ];
  return `| | ${spread.months.map(shortMonth).join(' | ')} |
| --- |${' --- |'.repeat(spread.months.length)}
${rows.map(({ area, counts }) => `| ${areaTitle(area, framework)} | ${cells(counts).join(' | ')} |`).join('\n')}

${notes.filter((note) => note !== '').join(' ')}`;
}

function keptMarkdown({ keptFrom }: Spread): string {
  return keptFrom === null ? '' : `– not kept: the record begins on ${spellDay(keptFrom)}.`;
}

function awayMarkdown({ away }: Spread): string {
  if (away.length === 0) return '';
  return `✎ Away ${listed(away.map((span) => spellCycle({ ...span, timeZone: 'UTC' })))}.`;
}

/** A plain warning where the last weeks would stand for all of it. */
function recency(lastQuarter: number): string {
  const share = Math.round(lastQuarter * 100);
  if (lastQuarter === 0) return 'Nothing was found in the last quarter of this window.';
  const said = share === 0 ? 'Less than 1' : share;
  const line = `${said} % of the evidence is from the last quarter of this window.`;
  return share > 40 ? `**${line}** Look at the earlier months before you write.` : line;
}

/** A month of which nothing could be kept is not one in which nothing was done. */
function cell(count: number, month: string, { awayMonths, keptFrom }: Spread): string {
  if (count === 0 && keptFrom !== null && month < keptFrom.slice(0, 7)) return '–';
  if (count === 0) return awayMonths.includes(month) ? 'away' : '·';
  if (count === 1) return '■';
  return count < 5 ? '■■' : '■■■';
}

const parts = {
  review: 'reviews',
  incident: 'a part in an incident',
  change: 'changes of their own',
} as const;

/** Only what is new: more or less of something would say nothing about the work. */
function besideMarkdown(beside: Beside, framework: Framework): string {
  const fresh = [
    ...beside.areas.map((area) => areaInSentence(area, framework)),
    ...beside.parts.map((part) => parts[part]),
    ...inRepositories('changes', beside.changesIn),
    ...inRepositories('reviews', beside.reviewsIn),
    ...beside.reasons.map(
      ({ reason, reference }) => `work that ${inert(reason)} (${referenceLink(reference)})`,
    ),
  ];
  const before = `Beside their own period before (${spellCycle(beside.cycle)}),`;
  return fresh.length === 0
    ? `${before} the same areas and repositories.`
    : `${before} new here: ${listed(fresh)}.`;
}

const mostNamed = 3;

function inRepositories(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).map(inert);
  return [`${what} in ${listed(more > 0 ? [...shown, `${more} more`] : shown)}`];
}
