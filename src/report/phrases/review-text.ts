import { plainLine } from '../escape.ts';
import { ticksOf } from '../ticks.ts';

/** One question of an organisation's own reviews, and the areas that answer it. */
export type ReviewQuestion = { readonly question: string; readonly areas: readonly string[] };

/** What the text is put together by: the phrases and areas of the framework in force, and the organisation's questions. */
export type Order = {
  readonly phrases: readonly { readonly key: string; readonly area: string }[];
  readonly areas: readonly { readonly key: string; readonly title: string }[];
  readonly questions: readonly ReviewQuestion[];
};

/** The ticked sentences of a report's body, as plain words, in the order in which they stand there. */
export function tickedWords(body: string): readonly { readonly key: string; readonly words: string }[] {
  const lines = new Map(
    [...body.matchAll(item)].map(([, words = '', id = '', key = '']) => [
      `item:${id}`,
      { key, words: plain(words) },
    ]),
  );
  return ticksOf(body)
    .filter(({ ticked }) => ticked)
    .flatMap(({ id }) => lines.get(id) ?? [])
    .filter(({ words }) => words !== '');
}

const item =
  /^- \[[xX]\] (?:\*[A-Za-z]+\* · )?([^\n]*?)(?: `E-[0-9a-f]+`)* <!-- item:(phrase\/([a-z0-9-]+)\/E-[0-9a-f]+) -->[^\S\n]*$/gmu;

/** What Markdown made of words, taken back: links keep their words, escapes and breakers go. */
function plain(markdown: string): string {
  const words = markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^()\s]*\)/gu, '$1')
    .replaceAll('`', '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
  return plainLine(words);
}

/**
 * The review text made of what was ticked: by the organisation's questions, and what answers none of them by area. Null
 * where nothing is ticked.
 */
export function reviewText(body: string, { phrases, areas, questions }: Order): string | null {
  const ticked = tickedWords(body).map(({ key, words }) => ({
    area: phrases.find((phrase) => phrase.key === key)?.area ?? null,
    words,
  }));
  if (ticked.length === 0) return null;
  const answered = new Set(questions.flatMap((question) => question.areas));
  const sections = [
    ...questions.map(({ question, areas: own }) => ({
      title: question,
      words: ticked.filter(({ area }) => area !== null && own.includes(area)),
    })),
    ...areas
      .filter(({ key }) => !answered.has(key))
      .map(({ key, title }) => ({ title, words: ticked.filter(({ area }) => area === key) })),
    { title: 'Further', words: ticked.filter(({ area }) => !areas.some(({ key }) => key === area)) },
  ];
  return sections
    .filter(({ words }) => words.length > 0)
    .map(({ title, words }) => [plainLine(title), ...words.map((one) => one.words)].join('\n\n'))
    .join('\n\n\n');
}

/** The comment that holds it. In a block of code nothing of it is a link or a mark, and GitHub offers to copy it whole. */
export function reviewTextMarkdown(text: string | null): string {
  if (text === null)
    return '**Review text.** Nothing is ticked in the report above at the moment. Tick what you stand behind, and its words stand here.';
  const longest = (text.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `**Review text**, of what is ticked in the report above, ready to paste. It follows the boxes; once somebody edits it here, it is left alone.

${fence}text
${text}
${fence}`;
}
