import type { Framework } from '../framework/compile.ts';
import { codeSpan, inert } from './escape.ts';
import { blindSpot } from './frame-markdown.ts';
import type { Question, Report } from './report.ts';
import { shortened } from './shorten.ts';
import { areaTitle, headline, referenceLink } from './wording.ts';

const longestTitle = 70;

/** What the source cannot show, and a question for each area with little: never a verdict. */
export function askMarkdown({ questions, origin }: Report, framework: Framework): string {
  const items = [blindSpot(origin), ...questions.map((question) => questionMarkdown(question, framework))];
  return `## What ${origin.kind === 'clone' ? 'git' : 'GitHub'} cannot show: ask\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function questionMarkdown(question: Question, framework: Framework): string {
  const asks = `*“${inert(question.question)}”*`;
  if (question.about === 'area')
    return `${littleOf(question.rows)} ${areaTitle(question.area, framework)}. ${asks}`;
  const name = `${referenceLink(question.reference)} (“${inert(shortened(question.win.text, longestTitle))}”)`;
  return `${name} ${question.about === 'use' ? 'is written to be used' : 'states no figure'}. ${asks}`;
}

function littleOf(rows: number): string {
  return rows === 0 ? 'Nothing here on' : 'Only one thing here on';
}

/** Past these, the ones asked about are named by their number only: nothing is left out silently. */
const mostAsked = 5;
const mostNumbers = 60;

/** Work that nobody placed yet: for looking up, and for whoever did it to place. */
export function askedMarkdown({ asked }: Report, framework: Framework): string {
  if (asked.length === 0) return '';
  const items = asked
    .slice(-mostAsked)
    .map(
      ({ area, win, reference, id }) =>
        `- ${referenceLink(reference)} ${headline(win.text)}: perhaps ${areaTitle(area, framework)} ${codeSpan(id)}`,
    );
  const count = asked.length === 1 ? '1 piece' : `${asked.length} pieces`;
  return `<details><summary><b>Not sure enough to place</b> — ${count} of work</summary>\n\n${[...items, ...moreAsked(asked)].join('\n')}\n\n</details>`;
}

function moreAsked(asked: Report['asked']): readonly string[] {
  const more = asked.slice(0, -mostAsked);
  if (more.length === 0) return [];
  const named = more.slice(-mostNumbers).map(({ reference }) => referenceLink(reference));
  const rest = more.length > named.length ? ` and ${more.length - named.length} older ones` : '';
  return [`- Also: ${named.join(', ')}${rest}.`];
}
