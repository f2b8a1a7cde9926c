import { spellDay } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import type { Report } from './report.ts';
import type { ToldEntry } from './told-entry.ts';
import { marks, quoted } from './wording.ts';

/** What GitHub cannot show and people told: the engineer's own wins, then what colleagues said. */
export function toldMarkdown({ told, engineer }: Report): string {
  const own = told.filter(({ kind }) => kind === 'win').map(itemOf);
  const peers = told.filter(({ kind }) => kind === 'kudos').map(itemOf);
  const parts = [
    own.length === 0 ? '' : `## Told by ${inert(engineer)}\n\n${own.join('\n')}`,
    peers.length === 0 ? '' : `## Told by colleagues\n\n${peers.join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function itemOf({ text, by, url, link: about, day, id, notes }: ToldEntry): string {
  const said =
    by === null ? `${marks.author} “${quoted(text)}”` : `${marks.peer} ${inert(by)}: “${quoted(text)}”`;
  const places = [...(about === null ? [] : [link('link', about)]), link('comment', url), spellDay(day)];
  const beside = notes.map((note) => ` ✎ “${quoted(note.text)}”`).join('');
  return `- ${said} (${places.join(', ')}) ${codeSpan(id)}${beside}`;
}
