import type { ReadSource } from './reading.ts';
import type { Finding, Source } from './support.ts';
import { occurs } from './words-look-up.ts';

/** A capitalised word, or several in a row, that may name a person, a team or a system. */
export type Name = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
};

type Span = { readonly from: number; readonly to: number };

const CAPITALISED = /(?<![\p{L}\p{N}_@#/.-])\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{N}]*)*/gu;
const OPENS = /(?:^|[.!?:]\s|\n)[\s"“‘(*_>-]*$/;
const POSSESSIVE = /['’]s$/;
/** Words that open sentences and name nobody; past forms and adverbs are told by their endings. */
const OPENERS = new Set(
  `a after again all also although an and another any around as at because before behind being besides both but by during each earlier either even every
  few five four from half he her here his however i if in inside instead into it its just last later many merge more most much nearly neither never no nobody
  none nor not nothing now of on once one only or other our out over per roughly same seven several she since six so some still such ten than that the
  their then there these they this those though three through thus to together too twice two under until up upon was we were what when where whether which
  while who whose why with within without yet you your began bought broke brought built came chose cut did does drew drove fell felt found gave goes got
  grew had has have held is kept knew laid led left let lost made meant met paid put ran read rose said sat saw sent set shown sold spent split spoke
  spread stood taught thought told took went won wrote are reads writes latency memory time throughput order search queries requests errors query startup
  build builds deploys review reviews work part teams people figures first second third fourth next previous total average median`.split(
    /\s+/,
  ),
);
const NAMES_LIKE_VERBS = new Set(
  'ahmed alfred fred jared mohamed mohammed muhammed manfred wilfred winifred siegfried gottfried saeed waleed khaled hamed javed naveed rashed ned ted ed ingmar sterling'.split(
    ' ',
  ),
);
const OURS = new Set(['I', 'GitHub', 'Groundwork', 'PR', 'PRs', 'OK', 'DB', 'RAM']);
const VERB =
  /^\s(?:(?:has|had|did|also|then|never|not|no|longer|only|single-handedly)\s){0,3}(\p{Ll}{2,20}(?:ed|es|s)|found|led|wrote|built|cut|made|took|brought|kept|ran|drove|fixed|sent|gave|saw|said|says|held|split|set|put|began|taught|chose|got|went|drop|reduce|did)\b/u;
/** `Reduced reads` opens with a verb, `Ahmed reduced` with a name. */
const PAST =
  /^\s(?:\p{Ll}{3,20}ed|found|led|wrote|built|made|took|brought|kept|ran|drove|sent|gave|saw|said|held|began|taught|chose|got|went)\b/u;

/** The names of a text outside `taken` spans. The first word of a sentence is one unless it reads like an ordinary word. */
export function readNames(text: string, taken: readonly Span[]): readonly Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(CAPITALISED)) {
    const bare = match[0].replace(POSSESSIVE, '');
    const name = {
      text: bare,
      from: match.index,
      to: match.index + bare.length,
      opens: OPENS.test(text.slice(Math.max(0, match.index - 12), match.index)),
    };
    if (OURS.has(bare) || taken.some((span) => span.from < name.to && name.from < span.to)) continue;
    if (!name.opens || !isOrdinary(text, name)) names.push(name);
  }
  return joined(names, text);
}

function isOrdinary(text: string, name: Name): boolean {
  const word = name.text.toLowerCase();
  if (OPENERS.has(word)) return true;
  const reads =
    /(?:ed|ly|ing|tion|ness|ments?)$/.test(word) && word.length > 4 && !NAMES_LIKE_VERBS.has(word);
  return (
    reads &&
    !PAST.test(text.slice(name.to, name.to + 40)) &&
    !text.slice(name.to).startsWith('’s') &&
    !text.slice(name.to).startsWith("'s")
  );
}

/** The verb that follows a name, if one does. */
export function verbAfter(text: string, to: number): string | null {
  return VERB.exec(text.slice(to, to + 60))?.[1] ?? null;
}

/** `Worker memory` opens a sentence with a word that the sources write small: it names nobody. */
export function withoutOrdinary(names: readonly Name[], sources: readonly ReadSource[]): readonly Name[] {
  return names.filter((name) => {
    const word = name.text.toLowerCase();
    const forms = [word, `${word}s`, word.replace(/s$/, '')];
    return !name.opens || !sources.some(({ text }) => forms.some((form) => occurs(text, form, true)));
  });
}

function joined(names: readonly Name[], text: string): readonly Name[] {
  const result: Name[] = [];
  for (const name of names) {
    const last = result.at(-1);
    const follows = last !== undefined && text.slice(last.to, name.from) === ' ';
    if (last !== undefined && follows)
      result[result.length - 1] = { ...last, text: text.slice(last.from, name.to), to: name.to };
    else result.push(name);
  }
  return result;
}

export function lookUpNames(names: readonly Name[], sources: readonly ReadSource[]): readonly Finding[] {
  return names.map((name) => {
    const source = sources.find((one) => namesIt(one, name.text));
    const support: Finding['support'] =
      source === undefined
        ? { state: 'unsupported', reason: 'No source names it.' }
        : {
            state: 'found',
            key: source.source.key,
            grade: source.source.grade,
            who: source.source.who ?? null,
          };
    return { kind: 'name', text: name.text, from: name.from, support };
  });
}

function namesIt({ text, source }: ReadSource, name: string): boolean {
  return occurs(text, name, false) || isWorkedBy(source, name);
}

/** Theirs alone, or shared with them. */
export function isWorkedBy({ who, shared = [] }: Source, name: string): boolean {
  return [who, ...shared].some((one) => isCalled(one, name));
}

/** `Adaeze` is a fair name for `Adaeze Okafor`. */
export function isCalled(who: string | undefined, name: string): boolean {
  return who !== undefined && occurs(who, name.replace(/^@/, ''), false);
}
