import { audienceNames } from '../people/audience-words.ts';
import { spellCycle } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import type { ClonedOrigin, KeptOrigin, Report } from './report.ts';
import { shortened } from './shorten.ts';
import { marks } from './wording.ts';

const longestName = 320;

/** The top of a report: whose it is, which time it covers, who can read it, whose word is whose. */
export function headMarkdown(report: Report): string {
  const { engineer, cycle, origin } = report;
  const gaps = origin.gaps.map((gap) => `\n> ${gap}`).join('');
  const notice = origin.kind === 'clone' ? fromClone(origin) : fromGitHub(origin);
  return `# ${inert(shortened(engineer, longestName))} · ${spellCycle(cycle)}

${notice}${gaps}
>
> Whose word it is, from each mark to the next: ${legend(origin)}`;
}

function fromClone({ repository, url }: ClonedOrigin): string {
  const first = url === null ? 'read the work itself first' : 'read the linked work first';
  return `> **Draft, made from a clone of ${link(repository, url)}.** It lies only where it was written to; you decide who reads it.
> Nothing here rates anybody: ${first}, and keep the words that you stand behind.`;
}

function fromGitHub({ audience }: KeptOrigin): string {
  return `> **Draft.** Who can read it: ${audienceNames(audience).map(inert).join(', ')}.
> Nothing here rates anybody: read the linked work first, and keep the words that you stand behind.`;
}

function legend({ kind }: Report['origin']): string {
  return kind === 'clone'
    ? `${marks.record} git recorded it · ${marks.author} the author said it`
    : `${marks.record} GitHub recorded it · ${marks.peer} a colleague said it · ${marks.author} the engineer said it`;
}

/** What the source of a report can never show. */
export function blindSpot({ kind }: Report['origin']): string {
  return kind === 'clone'
    ? 'A clone holds no reviews, no incidents, no design talks and no help given in passing. *“What of your best work happened there?”*'
    : 'GitHub holds no conversations at a whiteboard, no calm in a call, no colleague helped in passing. *“What of your best work happened there?”*';
}

/** The small print: what was looked up, in whose words, how to contest it, and what the report is not made for. */
export function footMarkdown({ ledger, origin }: Report): string {
  const made = [
    lookedUp(ledger),
    `evidence set ${codeSpan(ledger.evidenceSet.slice(0, 12))}`,
    madeBy(origin),
    'Made for a conversation about work: not for comparing people, nor for decisions on pay or dismissal without reading the work.',
  ];
  return `---

<sub>${made.join(' · ')}${origin.kind === 'github' ? ` ${contest}` : ''}</sub>`;
}

function madeBy(origin: Report['origin']): string {
  const framework = `framework ${inert(origin.framework)}`;
  if (origin.kind === 'clone') return `${framework}, no model used`;
  const model = origin.model === null ? 'no model used' : `model ${inert(origin.model)}`;
  return `${framework}, rules ${codeSpan(origin.rules)}, ${model}`;
}

/** As `docs/answering.md` has it. */
const contest =
  'Something wrong or missing? In a comment below the work itself, `/groundwork contest …` sets the engineer’s view beside the record’s, `/groundwork context …` adds to it, and `/groundwork hide` takes it out.';

function lookedUp({ found, quoted: quotes, computed, dropped }: Report['ledger']): string {
  const checked = found.record + found.author + found.peer + found.inferred + computed;
  const words = quotes.record + quotes.author + quotes.peer + quotes.inferred;
  const lost =
    dropped === 0
      ? ''
      : ` ${dropped} composed ${dropped === 1 ? 'sentence was' : 'sentences were'} dropped, because something said there could not be found.`;
  if (checked + words === 0) return `Nothing stands above that could be looked up.${lost}`;
  const things = checked === 1 ? 'figure, date or name' : 'figures, dates and names';
  return `In the work above: ${checked} ${things} looked up in the record · ${wordForWord(words, quotes)}.${lost} Found is not proven.`;
}

function wordForWord(words: number, { author, peer }: Report['ledger']['quoted']): string {
  if (words === 1) return `1 quote word for word${author === 1 ? ', the engineer’s own' : ''}`;
  if (author === words) return `${words} quotes word for word, all the engineer’s own`;
  const peers = peer === 0 ? '' : `, ${peer} of them a colleague’s`;
  return `${words} quotes word for word, ${author} of them the engineer’s own${peers}`;
}
