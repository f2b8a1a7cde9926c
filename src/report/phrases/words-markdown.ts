import { codeSpan, inert } from '../escape.ts';
import { referenceLink } from '../wording.ts';
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

function item({ id, level, text, references, evidence }: Offered): string {
  const ids = evidence.slice(0, mostIds).map(codeSpan).join(' ');
  return `- [ ] *${names[level]}* · ${withReferences(text, references)} ${ids} <!-- item:${id} -->`;
}

const mostIds = 3;

/** The references at the end of a sentence, in parentheses, as links; its words are inert. */
function withReferences(text: string, references: Offered['references']): string {
  const known = new Map(references.map((one) => [one.label, one]));
  const end = text.lastIndexOf(' (');
  const cited = text.slice(end + 2).split(/(?<=, |beside it |; )/u);
  const links = cited.map((part) => {
    const label = /^[^\s,;()]+?(?=[,;]|\)\.?$)/u.exec(part)?.[0] ?? '';
    const reference = known.get(label);
    return reference === undefined
      ? inertPart(part)
      : `${referenceLink(reference)}${part.slice(label.length)}`;
  });
  return `${inert(text.slice(0, end))} (${links.join('')}`;
}

/** As it stands, with the white space around it. */
function inertPart(part: string): string {
  const words = part.trim();
  return part.replace(words, () => inert(words));
}
