import { readNames, verbAfter, type Name } from './names.ts';
import { stem } from './wording.ts';

/** That a text names somebody, and with which verb, where it tells what they did. */
export type Deed = { readonly name: Name; readonly isDoer: boolean; readonly verb: string | null };

const PARTICIPLE =
  /(?<![\p{L}\p{N}])(?:\p{Ll}{2,20}(?:ed|en)|built|found|led|made|run|cut|sent|kept|held|done|brought|drawn|sped|set|put|split)(?![\p{L}\p{N}])/gu;
const AUXILIARY = new Set(
  ['was', 'has', 'does', 'is', 'had', 'did', 'as', 'its', 'this', 'us', 'been'].map(stem),
);
const AGENT = /\b(?:by|thanks to|due to|from|with|under|and|credit to|alongside|together with)\s$/i;

/** `Tomás, who wrote …`; `Tomás and Mira wrote …` says it of both. */
const RELATIVE =
  /^(?:,?\s(?:who|which)(?=\s)|(?:,\s\p{Lu}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}'’-]{0,30})?){0,3},?\s(?:and|&)\s\p{Lu}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}'’-]{0,30})?)/u;

/** The names of a text, each with what it is told to have done: `Jun opened …`, `opened by Jun`, `Jun, who opened …`. */
export function readDeeds(text: string): readonly Deed[] {
  return readNames(text, []).map((name) => deedOf(text, name));
}

export function deedOf(text: string, name: Name): Deed {
  const next = text.slice(name.to, name.to + 120);
  const relative = RELATIVE.exec(next)?.[0].length ?? 0;
  const active = plainVerb(verbAfter(text, name.to + relative));
  if (active !== null) return { name, isDoer: true, verb: active };
  const before = text.slice(Math.max(0, name.from - 90), name.from);
  const passive = /\bby\s$/i.test(before)
    ? plainVerb([...before.matchAll(PARTICIPLE)].at(-1)?.[0] ?? null)
    : null;
  return { name, isDoer: passive !== null || AGENT.test(before) || /^['’]s\s/.test(next), verb: passive };
}

function plainVerb(verb: string | null): string | null {
  return verb === null || AUXILIARY.has(stem(verb)) ? null : stem(verb);
}
