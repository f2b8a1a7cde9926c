import { nearestOf } from './rules-nearest.ts';

/** One thing that people may say to the app in a comment. This table makes the reading, the answers and the documentation. */
export type Command = {
  readonly name: CommandName;
  /** What stands behind the name. */
  readonly takes: 'nothing' | 'words' | 'area';
  /** As it is typed: `/groundwork area <area>`. */
  readonly usage: string;
  /** What it does, as a sentence about the person's own work. */
  readonly does: string;
};

export type CommandName = 'area' | 'context' | 'contest' | 'hide' | 'not-mine' | 'undo';

export const commands: readonly Command[] = [
  {
    name: 'area',
    takes: 'area',
    usage: '/groundwork area <area>',
    does: 'Your work here counts for that area, and for no other.',
  },
  {
    name: 'context',
    takes: 'words',
    usage: '/groundwork context <words>',
    does: 'Your words stand beside this work in your report.',
  },
  {
    name: 'contest',
    takes: 'words',
    usage: '/groundwork contest <words>',
    does: 'Your view stands beside what the record says, marked as contested: both are shown.',
  },
  {
    name: 'hide',
    takes: 'nothing',
    usage: '/groundwork hide',
    does: 'Your work here appears nowhere in your report, and no comment praises it.',
  },
  {
    name: 'not-mine',
    takes: 'nothing',
    usage: '/groundwork not-mine',
    does: 'It is no longer credited to you; your report lists it as left out, by your word.',
  },
  {
    name: 'undo',
    takes: 'nothing',
    usage: '/groundwork undo',
    does: 'Takes back what you last said of this work.',
  },
];

/** One command as somebody wrote it, or what is wrong with it in a sentence for them. */
export type Written = {
  /** The whole line, to tell one writing from another. */
  readonly line: string;
} & (
  | { readonly name: CommandName; readonly words: string; readonly problem: null }
  | { readonly name: null; readonly words: ''; readonly problem: string }
);

/** No comment is read for more commands than this. */
const mostCommands = 10;
/** In UTF-16 units: a note is a few sentences. */
const longestWords = 600;

const called = /^ {0,3}\/groundwork(?:[ \t]+(.*))?$/iu;
const fence = /^ {0,3}(`{3,}|~{3,})/u;

/** The commands of a comment, in order: each on a line of its own, outside of code and quotations. */
export function readCommands(body: string): readonly Written[] {
  return ownLines(body)
    .map((line) => line.trimEnd())
    .filter((line) => called.test(line))
    .slice(0, mostCommands)
    .map(readLine);
}

function ownLines(body: string): readonly string[] {
  let open: string | null = null;
  return body.split(/\r?\n/u).filter((line) => {
    const sign = fence.exec(line)?.[1] ?? null;
    if (open !== null) {
      if (sign?.startsWith(open) === true) open = null;
      return false;
    }
    open = sign;
    return sign === null;
  });
}

function readLine(line: string): Written {
  const text = called.exec(line)?.[1]?.trim() ?? '';
  const [name = ''] = text.split(/\s/u, 1);
  const words = text.slice(name.length).trim();
  const command = commands.find((one) => one.name === name.toLowerCase());
  if (command === undefined) return wrong(line, unknown(name));
  if (command.takes === 'nothing' && words !== '')
    return wrong(
      line,
      `\`/groundwork ${command.name}\` stands alone on its line: please leave the rest out.`,
    );
  if (command.takes !== 'nothing' && words === '')
    return wrong(line, `\`/groundwork ${command.name}\` wants something behind it: \`${command.usage}\`.`);
  if (words.length > longestWords)
    return wrong(line, `Please say it in at most ${longestWords} characters; these are ${words.length}.`);
  return { line, name: command.name, words, problem: null };
}

function wrong(line: string, problem: string): Written {
  return { line, name: null, words: '', problem };
}

function unknown(name: string): string {
  const names = commands.map((one) => one.name);
  const known = names.map((one) => `\`${one}\``).join(', ');
  const meant = nearestOf(name, names);
  if (meant !== null) return `That is no command of Groundwork. Did you mean \`/groundwork ${meant}\`?`;
  return `That is no command of Groundwork. It understands ${known}.`;
}

/** Somebody's words for an area, as its key; or the sentence that says which areas there are. */
export function areaNamed(
  words: string,
  areas: readonly { readonly key: string; readonly title: string }[],
): { readonly area: string } | { readonly problem: string } {
  const wanted = bare(words);
  const found = areas.find(({ key, title }) => bare(key) === wanted || bare(title) === wanted);
  if (found !== undefined) return { area: found.key };
  const near = nearestOf(
    words,
    areas.flatMap(({ key, title }) => [key, title]),
  );
  const meant = areas.find(({ key, title }) => key === near || title === near);
  const known = areas.map(({ key }) => `\`${key}\``).join(', ');
  return {
    problem:
      meant === undefined
        ? `There is no such area. The areas are ${known}.`
        : `There is no such area. Did you mean \`${meant.key}\`? The areas are ${known}.`,
  };
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
