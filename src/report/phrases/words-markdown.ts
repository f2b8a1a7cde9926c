import { codeSpan, inert } from '../escape.ts';
import type { Report } from '../report.ts';
import type { Offered } from './offer.ts';

const names: Readonly<Record<Offered['level'], string>> = {
  exceeds: 'Exceeds',
  meets: 'Meets',
  developing: 'Developing',
};

/** The sentences of one area as a list of boxes, none of them ticked; at most `most` of each level. */
export function wordsMarkdown({ phrases, origin }: Report, area: string, most: number): string {
  const own = phrases.filter((phrase) => phrase.area === area);
  const shown = own.filter(
    (phrase, index) => own.slice(0, index).filter(({ level }) => level === phrase.level).length < most,
  );
  if (shown.length === 0) return '';
  const then =
    origin.kind === 'github'
      ? ' What a manager ticks is kept as review text in a comment below, ready to paste.'
      : '';
  return `\n\n**Words you could use.** They rest on the work named behind them and suggest no level: tick what you stand behind.${then}\n\n${shown.map(item).join('\n')}`;
}

function item({ id, level, text, evidence }: Offered): string {
  const ids = evidence.slice(0, mostIds).map(codeSpan).join(' ');
  return `- [ ] *${names[level]}* · ${inert(text)} ${ids} <!-- item:${id} -->`;
}

const mostIds = 3;
