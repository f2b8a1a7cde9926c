import type { ChangeFacts } from '../facts.ts';
import { readTitle } from '../title.ts';

/** What a change says it belongs with. */
export type Belonging = {
  /** Numbers of changes and issues of its own repository. */
  readonly mentions: readonly number[];
  /** `PAY-212`, and `harbour/orders#12` for what is in another repository. */
  readonly tickets: readonly string[];
};

/** A description is read up to here; in UTF-16 units. */
const longestBody = 12_000;

/** What is named for contrast, as a cause or in passing is no part of the work. */
const inPassing =
  /\b(?:unlike|similar(?:ly)? to|same (?:as|way as|bug as)|just like|as in|as with|like (?:in|we did in)|compare[ds]?(?: to| with)?|cf\.?|introduced (?:in|by|with)|caused by|broken? (?:in|by|since)|broke (?:in|by|since)|regress\w+ (?:of|from|in|since)|since|before|prior to|duplicates? of|see also|related(?: to|:)?|unrelated to|inspired by|copied from|discuss(?:ed|ion) (?:in|on)|reported in|noticed (?:in|while)|found (?:in|while)|spotted in|came up in|for context|prior art|conflicts? with|blocked by review of|not (?:fix(?:ed)?|solved|needed) (?:by|in|for))[^.!?\n#]{0,40}$/iu;

/** `step #2`, `option #1`: an ordinal, where the number is small. */
const counted =
  /\b(?:step|item|point|option|case|problem|attempt|phase|part|rule|bug|number|no\.?|reason|question|commit|try)\s*$/iu;
const smallNumber = 20;

const reference = /(?<![\w/&#-])#(\d{1,7})\b/gu;
const elsewhere =
  /(?<![\w/.-])(?:https:\/\/[\w.-]{3,100}\/)?([A-Za-z\d][\w.-]{0,60}\/[\w.-]{1,100})(?:#|\/(?:pull|issues|-\/merge_requests|-\/issues)\/)(\d{1,7})\b/gu;
/** `src/tides.go#12` is a line of a file. */
const fileName = /\.(?:go|ts|rs|py|rb|java|kt|sql|md|ya?ml|json|proto|sh|c|h)$/iu;
const ticketInBody =
  /(?:\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|for|part of|implements?|continues|refs?|jira|ticket|linear|issue|task)\s?:?\s{1,3}\[?|\/(?:browse|issue)\/)([A-Z][A-Z0-9]{1,9}-\d{1,7})\b/giu;

/** Reads the title and the description, and what GitHub says the change closes. */
export function belongingOf(change: ChangeFacts): Belonging {
  const { title, number, closes, repository } = change;
  const text = `${title}\n${ownText(change.body.slice(0, longestBody))}`;
  const far = [...text.matchAll(elsewhere)]
    .filter((found) => isMeant(text, found.index, Number(found[2])) && !fileName.test(found[1] ?? ''))
    .map((found) => ({ name: found[1] ?? '', number: Number(found[2]) }));
  const isHere = ({ name }: { readonly name: string }) => isSame(name, repository.name);
  const here = far.filter(isHere).map((one) => one.number);
  const near = [...text.matchAll(reference)]
    .map((found) => ({ at: found.index, number: Number(found[1]) }))
    .filter((found) => isMeant(text, found.at, found.number))
    .map((found) => found.number);
  const mentions = [...near, ...here, ...closes.map((issue) => issue.number)];
  const named = far.filter((one) => !isHere(one)).map((one) => `${one.name}#${one.number}`);
  return {
    mentions: [...new Set(mentions)].filter((other) => other !== number && other > 0),
    tickets: [...new Set([...readTitle(title).tickets, ...inBody(text), ...named])],
  };
}

/** GitHub's names know no capital letters; a clone without a remote is known by its folder alone. */
function isSame(name: string, repository: string): boolean {
  const [one, other] = [name.toLowerCase(), repository.toLowerCase()];
  return one === other || (!other.includes('/') && one.endsWith(`/${other}`));
}

function isMeant(text: string, at: number, number: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  return !inPassing.test(before) && !(number <= smallNumber && counted.test(before));
}

/** Names such as `UTF-8` are no tickets; the title's own rule says which. */
function inBody(text: string): readonly string[] {
  const names = [...text.matchAll(ticketInBody)].map((found) => found[1] ?? '');
  return readTitle(names.join(' ')).tickets;
}

/** Without code, quotations of others and comments that nobody sees. */
function ownText(body: string): string {
  return body
    .replace(/```[\s\S]*?(?:```|$)/gu, ' ')
    .replace(/`[^`\n]{0,200}`/gu, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/^ {0,3}>.*$/gmu, ' ');
}
