import { spellDay } from './dates.ts';
import { codeSpan, inert, link } from './escape.ts';
import { shortened } from './shorten.ts';

/** What is held about one person, ready to be shown to them. Days are `2026-06-30`. */
export type HeldRecord = {
  readonly login: string;
  readonly person: number;
  readonly day: string;
  readonly roster: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly teams: readonly string[];
  }[];
  readonly work: readonly {
    readonly day: string;
    readonly title: string;
    readonly url: string | null;
    readonly part: string;
    /** `E-41c0f2` and the area; none where it is evidence of nothing. */
    readonly evidence: readonly { readonly id: string; readonly area: string }[];
  }[];
  readonly said: readonly {
    readonly day: string;
    readonly by: 'you' | 'somebody else';
    readonly verb: string;
    readonly words: string;
    readonly about: string | null;
  }[];
  readonly texts: readonly {
    readonly key: string;
    readonly day: string | null;
    readonly waits: string | null;
  }[];
  readonly namedIn: readonly string[];
  readonly log: readonly {
    readonly day: string;
    readonly did: string;
    readonly about: string;
    readonly by: string;
  }[];
  readonly framework: string;
  readonly model: string | null;
};

const longestTitle = 120;

/** The answer to `me`: everything, in sentences and tables. What others wrote is inert in it. */
export function heldMarkdown(held: HeldRecord): string {
  return [
    `Everything that Groundwork holds about ${inert(held.login)} (number ${held.person} on GitHub), as of ${spellDay(held.day)}. You asked for it with \`/groundwork me\`; it is written anew whenever you ask. \`/groundwork export\` gives the same to carry away, \`/groundwork erase ${plainLogin(held.login)}\` deletes it.`,
    section('Your days on the roster', held.roster.map(rosterLine), 'None.'),
    section(
      'Your work, and what it is evidence of',
      held.work.map(workLine),
      'Nothing is kept of your work.',
    ),
    section('What was said, by you or of you', held.said.map(saidLine), 'Nothing.'),
    section('Texts about you', held.texts.map(textLine), 'None.'),
    `## Where your words or your name stand\n\nIn what is kept of these pull requests and issues, yours and others’: ${listed(held.namedIn)}`,
    folded('What was done with it', held.log.map(logLine)),
    `## What judged it\n\nThe framework ${inert(held.framework)}; ${held.model === null ? 'no language model' : `the language model ${codeSpan(held.model)}, which is asked about one change at a time`}. Who can read this is looked up before each writing, as for your reports.`,
  ].join('\n\n');
}

/** A login is letters, digits, `-` and `_`: anything else is not repeated inside code. */
function plainLogin(login: string): string {
  return login.replaceAll(/[^\w-]/gu, '');
}

function section(title: string, lines: readonly string[], none: string): string {
  return `## ${title}\n\n${lines.length === 0 ? none : lines.join('\n')}`;
}

function folded(title: string, lines: readonly string[]): string {
  const rows = lines.length === 0 ? 'Nothing.' : lines.join('\n');
  return `<details><summary><b>${title}</b>: ${lines.length} rows of the log</summary>\n\n${rows}\n\n</details>`;
}

function listed(places: readonly string[]): string {
  return places.length === 0 ? 'none.' : `${places.map(inert).join(', ')}.`;
}

function rosterLine({ from, to, teams }: HeldRecord['roster'][number]): string {
  const until = to === null ? 'until today' : `to ${spellDay(to)}`;
  return `- From ${spellDay(from)} ${until}, in ${teams.length === 0 ? 'no team that the rules name' : teams.map(codeSpan).join(', ')}`;
}

function workLine({ day, title, url, part, evidence }: HeldRecord['work'][number]): string {
  const of = evidence.map(({ id, area }) => `${codeSpan(id)} ${inert(area)}`).join('; ');
  const name = link(shortened(title === '' ? 'Untitled' : title, longestTitle), url);
  return `- ${spellDay(day)}: ${name}, as ${inert(part)}${of === '' ? ', evidence of nothing' : `. ${of}`}`;
}

function saidLine({ day, by, verb, words, about }: HeldRecord['said'][number]): string {
  const of = about === null ? '' : ` of ${codeSpan(about)}`;
  return `- ${spellDay(day)}, ${by}: ${codeSpan(verb)}${of}${words === '' ? '' : ` “${inert(words)}”`}`;
}

function textLine({ key, day, waits }: HeldRecord['texts'][number]): string {
  const stands = day === null ? 'not posted' : `since ${spellDay(day)}`;
  return `- ${codeSpan(key)}, ${stands}${waits === null ? '' : `: ${inert(waits)}`}`;
}

function logLine({ day, did, about, by }: HeldRecord['log'][number]): string {
  return `- ${spellDay(day)}: ${did}, ${codeSpan(about)}, by ${by}`;
}
