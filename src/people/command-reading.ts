import { commandNamed, commands } from './commands.ts';
import type { Command, CommandName } from './commands.ts';
import { nearestOf } from './rules-nearest.ts';

/** One command as somebody wrote it, or what is wrong with it in a sentence for them. */
export type Written = {
  /** The whole line, to tell one writing from another. */
  readonly line: string;
} & (
  | {
      readonly name: CommandName;
      /** `E-41c0f2`, where it names evidence. */
      readonly id: string | null;
      readonly words: string;
      readonly problem: null;
    }
  | { readonly name: null; readonly id: null; readonly words: ''; readonly problem: string }
);

export type Understood = Extract<Written, { readonly problem: null }>;

/** No comment is read for more commands than this. */
const mostCommands = 10;
/** In UTF-16 units: a note is a few sentences. */
const longestWords = 600;

const called = /^ {0,3}\/groundwork(?:[ \t]+(.*))?$/iu;
const fence = /^ {0,3}(`{3,}|~{3,})/u;
const named = /^E-([0-9a-f]{6})(?!\S)/iu;

/** The commands of a comment, in order: each on a line of its own, outside of code and quotations. */
export function readCommands(body: string): readonly Written[] {
  return ownLines(body)
    .map((line) => line.trimEnd())
    .filter((line) => called.test(line))
    .slice(0, mostCommands)
    .map(readLine);
}

/** What people wrote in their own words: no code, no commands. */
export function ownLines(body: string): readonly string[] {
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

/** The same text with its commands blanked out, so that every other word keeps its place. */
export function withoutCommands(body: string): string {
  if (!/\/groundwork/iu.test(body)) return body;
  return body.replace(/^[^\r\n]*/gmu, (line) =>
    called.test(line.trimEnd()) ? ' '.repeat(line.length) : line,
  );
}

/** A reply in plain words, as if it had been said with the command. */
export function asAnswer(words: string): Written {
  const answer = commandNamed('answer');
  const problem = answer === null ? null : problemOf(answer, words);
  if (problem !== null) return wrong(words, problem);
  return { line: words, name: 'answer', id: null, words, problem: null };
}

function readLine(line: string): Written {
  const text = called.exec(line)?.[1]?.trim() ?? '';
  const [name = ''] = text.split(/\s/u, 1);
  const command = commandNamed(name.toLowerCase());
  if (command === null) return wrong(line, unknown(name));
  const behind = text.slice(name.length).trim();
  const digits = command.evidence === null ? undefined : named.exec(behind)?.[1];
  const words = digits === undefined ? behind : behind.slice('E-'.length + digits.length).trim();
  const problem = problemOf(command, words);
  if (problem !== null) return wrong(line, problem);
  const id = digits === undefined ? null : `E-${digits.toLowerCase()}`;
  return { line, name: command.name, id, words, problem: null };
}

function problemOf({ name, takes, usage, evidence }: Command, words: string): string | null {
  if (takes === 'nothing' && words !== '')
    return evidence === null
      ? `\`/groundwork ${name}\` stands alone on its line: please leave the rest out.`
      : `\`/groundwork ${name}\` stands alone on its line, or with the id of some work (\`E-41c0f2\`): please leave the rest out.`;
  if (takes === 'something' && words === '')
    return `\`/groundwork ${name}\` wants something behind it: \`${usage}\`.`;
  if (words.length > longestWords)
    return `Please say it in at most ${longestWords} characters; these are ${words.length}.`;
  return null;
}

function wrong(line: string, problem: string): Written {
  return { line, name: null, id: null, words: '', problem };
}

function unknown(name: string): string {
  const names = commands.map((one) => one.name);
  const known = names.map((one) => `\`${one}\``).join(', ');
  const meant = nearestOf(name, names);
  if (meant !== null) return `That is no command of Groundwork. Did you mean \`/groundwork ${meant}\`?`;
  return `That is no command of Groundwork. It understands ${known}.`;
}
