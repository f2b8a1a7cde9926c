import { actsNext, isCalled, verbAfter, type Name } from './names.ts';
import { sourcesOfQuote, type QuotedWords } from './quotes.ts';
import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction, Finding } from './support.ts';
import { stem } from './wording.ts';

const SAID =
  /^(?:,[^,:"“]{0,60},?)?(?:\s(?:said|says|wrote|writes|noted|notes|put it|called it|asked))?[^"“.;]{0,30}[:,]?\s?["“«‘]$/;

/** People credited with what the sources credit to others, and quotes put into the wrong mouth. */
export function comparePeople(
  sentence: Reading,
  names: readonly Name[],
  quotes: readonly QuotedWords[],
  sources: readonly ReadSource[],
  findings: readonly Finding[],
): readonly Contradiction[] {
  const doers = names.filter((name) => isCredited(sentence.text, name));
  return [
    ...doers.flatMap((name) => wrongDoer(sentence, name, sources, findings)),
    ...quotes.flatMap((quote) => wrongSpeaker(sentence, quote, names, sources)),
  ];
}

function isCredited(text: string, name: Name): boolean {
  const isAgent = /\b(?:by|thanks to|from|according to)\s$/i.test(
    text.slice(Math.max(0, name.from - 14), name.from),
  );
  return isAgent || actsNext(text, name.to) || /^['’]s\s/.test(text.slice(name.to, name.to + 3));
}

function wrongDoer(
  sentence: Reading,
  name: Name,
  sources: readonly ReadSource[],
  findings: readonly Finding[],
): readonly Contradiction[] {
  const people = sources.filter((source) => source.source.who !== undefined);
  const rival = sources.find((source) => anotherDid(source.text, name, verbAfter(sentence.text, name.to)));
  if (rival !== undefined)
    return [contradiction(name, 'The source says that somebody else did this.', rival)];
  const isPerson = people.some((source) => isCalled(source.source.who, name.text));
  const keys = findings.flatMap(({ kind, support }) =>
    kind !== 'name' && support.state !== 'unsupported' ? [support.key] : [],
  );
  const resting = sources.filter((source) => keys.length === 0 || keys.includes(source.source.key));
  const credited = resting.some(
    (source) => isCalled(source.source.who, name.text) || saysDoes(source.text, name),
  );
  const known = isPerson || resting.some((source) => source.source.who !== undefined);
  return credited || !known
    ? []
    : [contradiction(name, 'What this sentence rests on is credited to somebody else.', resting[0])];
}

function contradiction(name: Name, reason: string, source: ReadSource | undefined): Contradiction {
  return { kind: 'person', text: name.text, reason, key: source?.source.key ?? null };
}

/** The source itself names the person as who did something. */
function saysDoes(text: string, name: Name): boolean {
  for (let at = text.indexOf(name.text); at !== -1; at = text.indexOf(name.text, at + 1)) {
    if (isCredited(text, { ...name, from: at, to: at + name.text.length })) return true;
  }
  return false;
}

/** `Priya fixed …` in the source, `Tomás fixed …` in the sentence. */
function anotherDid(text: string, name: Name, verb: string | null): boolean {
  if (verb === null) return false;
  const doers = [...text.matchAll(/(?<![\p{L}\p{N}_])(\p{Lu}[\p{L}'’-]{1,40})(?=\s)/gu)].filter((match) => {
    const next = verbAfter(text, match.index + match[0].length);
    return next !== null && stem(next) === stem(verb);
  });
  const called = (word: string) => name.text.split(' ').includes(word);
  return doers.length > 0 && !doers.some((match) => called(match[1] ?? ''));
}

/** A name that introduces a quote, or is followed by `said`, must be whose words they are. */
function wrongSpeaker(
  sentence: Reading,
  quote: QuotedWords,
  names: readonly Name[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const said = sourcesOfQuote(quote, sources);
  const speaker = names.find((name) => speaks(sentence.text, name, quote));
  if (
    speaker === undefined ||
    said.length === 0 ||
    said.some((source) => isCalled(source.source.who, speaker.text))
  )
    return [];
  return [contradiction(speaker, 'The quoted words are not theirs.', said[0])];
}

function speaks(text: string, name: Name, quote: QuotedWords): boolean {
  if (name.to <= quote.from) return SAID.test(text.slice(name.to, quote.from + 1));
  return (
    name.from >= quote.to &&
    /^,?\s(?:said|says|wrote|according to|as|—|–|-)\s?$/i.test(text.slice(quote.to, name.from))
  );
}
