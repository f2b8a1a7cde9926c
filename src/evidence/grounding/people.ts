import { deedOf, type Deed } from './doers.ts';
import { lookUpFigures } from './figure-look-up.ts';
import { isCalled, isWorkedBy, type Name } from './names.ts';
import { sourcesOfQuote, type QuotedWords } from './quotes.ts';
import type { ReadSource, Reading } from './reading.ts';
import { anchorsOf, type Statement } from './statements.ts';
import type { Contradiction } from './support.ts';
import { CHANGES } from './denials.ts';
import { isToldBy } from './kinship.ts';
import { allStems, pieceAt, stem, stemsOf, WORD, type Clause } from './wording.ts';

const SAID =
  /^(?:,[^,:"“]{0,60},?)?(?:\s(?:said|says|wrote|writes|noted|notes|put it|called it|asked))?[^"“.;]{0,30}[:,]?\s?["“«‘]$/;
/** `Priya says that …` tells words without quoting them. */
const TELLS =
  /^\s(?:also\s)?(?:said|says|wrote|writes|noted|notes|reported|reports|confirmed|confirms|explained|explains|added|adds|thinks|thought|believes|agreed|agrees)\sthat\s/;

/** People credited with what the sources credit to others, and words put into the wrong mouth. */
export function comparePeople(
  sentence: Reading,
  names: readonly Name[],
  quotes: readonly QuotedWords[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const speakers = quotes.map((quote) => names.find((name) => speaks(sentence.text, name, quote)));
  const others = names.filter((name) => !speakers.includes(name));
  return [
    ...others.flatMap((name) => wrongPart(sentence, name, names, sources)),
    ...quotes.flatMap((quote, at) => wrongSpeaker(quote, speakers[at], sources)),
    ...sentence.sentences.flatMap((piece) => wrongTacitDoer(piece, names, sources)),
  ];
}

function wrongPart(
  sentence: Reading,
  name: Name,
  names: readonly Name[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const words = wordsAbout(sentence, name, names);
  if (tells(sentence.text, name)) {
    const isTheirs = anchorsOf(words, sources).some(({ source }) => isCalled(source.source.who, name.text));
    return isTheirs ? [] : [contradiction(name.text, 'These are not their words.', undefined)];
  }
  const deed = deedOf(sentence.text, name);
  const rival = sources.find(({ statements }) => statements.some((one) => anotherDid(one, deed, words)));
  if (rival !== undefined && !isNamedFor(deed, words, [rival]))
    return [contradiction(name.text, 'The source says that somebody else did this.', rival)];
  if (isNamedFor(deed, words, sources) || isWorkOf(sentence, deed, words, sources)) return [];
  return [contradiction(name.text, 'No source says this of them.', undefined)];
}

function contradiction(text: string, reason: string, source: ReadSource | undefined): Contradiction {
  return { kind: 'person', text, reason, key: source?.source.key ?? null };
}

function tells(text: string, name: Name): boolean {
  const before = text.slice(Math.max(0, name.from - 16), name.from);
  return /\baccording to\s$/i.test(before) || TELLS.test(text.slice(name.to, name.to + 40));
}

/** The words of the clause that names somebody, or of the sentence where the clause has no others. */
function wordsAbout(sentence: Reading, name: Name, names: readonly Name[]): ReadonlySet<string> {
  const people = new Set(names.flatMap(({ text }) => [...allStems(text)]));
  const without = (text: string) => new Set([...stemsOf(text)].filter((word) => !people.has(word)));
  const clause = without(pieceAt(sentence.clauses, name.from).text);
  const isTelling = tells(sentence.text, name);
  return clause.size > 0 && !isTelling ? clause : without(pieceAt(sentence.sentences, name.from).text);
}

/** A statement names them, with the same verb where the sentence has one, and of something that the sentence speaks of. */
function isNamedFor(deed: Deed, words: ReadonlySet<string>, sources: readonly ReadSource[]): boolean {
  return sources.some(({ statements }) =>
    statements.some((statement) =>
      statement.deeds.some(
        (other) =>
          isSame(other.name, deed.name) &&
          (deed.verb === null || deed.verb === other.verb) &&
          (!deed.isDoer || other.isDoer) &&
          sharesObject(statement, words, deed.verb),
      ),
    ),
  );
}

function isSame(stated: Name, claimed: Name): boolean {
  return isCalled(stated.text, claimed.text) || isCalled(claimed.text, stated.text);
}

/** What they did must be of the same things, not only the same verb. */
function sharesObject(statement: Statement, words: ReadonlySet<string>, verb: string | null): boolean {
  const objects = [...words].filter((word) => word !== verb);
  return objects.length === 0 || objects.some((word) => statement.words.has(word));
}

/** The sources that are their own words or work say it: the verb, the figures and the greater part of the words. */
function isWorkOf(
  sentence: Reading,
  { name, verb }: Deed,
  words: ReadonlySet<string>,
  sources: readonly ReadSource[],
): boolean {
  const own = sources.filter(({ source }) => isWorkedBy(source, name.text));
  if (own.length === 0) return false;
  const has = (word: string) =>
    own.some((one) => isToldBy(word, one.words) || allStems(one.source.key).has(word));
  const known = [...words].filter(has).length;
  const clause = pieceAt(sentence.clauses, name.from);
  const figures = sentence.figures.filter(({ from }) => from >= clause.from && from < clause.to);
  const { findings } = lookUpFigures({ ...sentence, figures }, own, []);
  return (
    (verb === null || CHANGES.has(verb) || (has(verb) && canBeTheirs(own, verb))) &&
    known * 2 >= words.size &&
    findings.every(({ support }) => support.state !== 'unsupported')
  );
}

/** `The planner scanned …` is no deed of the author, unlike `scans …`, `this scans …` or `… was scanned`. */
function canBeTheirs(own: readonly ReadSource[], verb: string): boolean {
  const leads = own.flatMap(({ text }) =>
    [...text.matchAll(WORD)]
      .filter((match) => stem(match[0]) === verb)
      .map(({ index }) => text.slice(Math.max(0, index - 40), index)),
  );
  return leads.length === 0 || leads.some((lead) => !HAS_SUBJECT.test(lead));
}

/** A noun right before a verb is its subject; a word that joins, denies or helps is none. */
const HAS_SUBJECT =
  /(?<![\p{L}\p{N}])(?!(?:i|we|and|also|then|to|which|that|who|this|it|change|pr|patch|commit|is|was|were|are|be|been|being|has|have|had|did|does|do|not|never|or|but|for|by|of|the|an?|its|on|in|with|after|before|no|longer|all|only|just)\s)\p{Ll}[\p{L}\p{N}-]{1,39}(?<!ly)\s$/u;

/** `Priya fixed …` in the source, `Tomás fixed …` in the sentence. */
function anotherDid(statement: Statement, { name, verb }: Deed, words: ReadonlySet<string>): boolean {
  const isVerb = (one: string | null) => one !== null && (verb === null ? words.has(one) : one === verb);
  const same = statement.deeds.filter((deed) => deed.isDoer && isVerb(deed.verb));
  return (
    same.length > 0 && sharesObject(statement, words, verb) && !same.some((deed) => isSame(deed.name, name))
  );
}

/** `Wrote the script.` says it of the person whose report it is: the author of the sources. */
function wrongTacitDoer(
  { text, from, to }: Clause,
  names: readonly Name[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  if (
    names.some((name) => name.from >= from && name.to <= to && text.slice(0, name.from - from).trim() === '')
  )
    return [];
  const verb = /^\s*(?:(?:I|They)\s)?(\p{L}{2,20})\b/u.exec(text)?.[1] ?? '';
  const authors = new Set(
    sources.flatMap(({ source }) => (source.grade === 'author' ? [source.who ?? ''] : [])),
  );
  const [author = ''] = authors;
  if (authors.size !== 1 || author === '' || !ACTS.test(verb)) return [];
  const name = { text: author, from: 0, to: 0, opens: true };
  const words = stemsOf(text);
  const deed = { name, isDoer: true, verb: stem(verb) };
  const rival = sources.find(({ statements }) => statements.some((one) => anotherDid(one, deed, words)));
  const anchors = anchorsOf(words, sources);
  const isAnothers = anchors.length > 0 && anchors.every(({ source }) => source.source.grade === 'peer');
  if (rival === undefined && !isAnothers) return [];
  return [contradiction(verb, 'The source says that somebody else did this.', rival ?? anchors[0]?.source)];
}

const ACTS =
  /(?:ed|found|led|wrote|rewrote|built|rebuilt|cut|made|took|brought|kept|ran|drove|sent|gave|saw|held|split|set|put|began|taught|chose|got)$/i;

/** A name that introduces a quote, or is followed by `said`, must be whose words they are. */
function wrongSpeaker(
  quote: QuotedWords,
  speaker: Name | undefined,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const said = sourcesOfQuote(quote, sources);
  if (speaker === undefined || said.length === 0) return [];
  if (said.some((source) => isCalled(source.source.who, speaker.text))) return [];
  return [contradiction(speaker.text, 'The quoted words are not theirs.', said[0])];
}

function speaks(text: string, name: Name, quote: QuotedWords): boolean {
  if (name.to <= quote.from) return SAID.test(text.slice(name.to, quote.from + 1));
  return (
    name.from >= quote.to &&
    /^,?\s(?:said|says|wrote|according to|as|—|–|-)\s?$/i.test(text.slice(quote.to, name.from))
  );
}
