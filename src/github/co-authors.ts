import type { Actor } from '../evidence/facts.ts';
import { byAddress, distinctActors, signerOf } from './actors.ts';
import type { SignaturePart } from './parts.ts';

/** A commit, as far as it tells who wrote it. */
export type Signed = {
  readonly message: string;
  /** GitHub's reading: the author first, then those whom the message names, as far as the list goes. */
  readonly authors: readonly SignaturePart[];
};

const trailer = /^co-authored-by:[ \t]*(?<name>[^<\n]{0,200}?)[ \t]*<(?<address>[^<>\s]{1,320})>[ \t]*$/gimu;
const joins = /^Merge (?:branch|remote-tracking branch|pull request|commit|tag)\b/u;
const namedLimit = 50;

/**
 * Who wrote a change together with its author: everyone who wrote one of its commits or is named in one. A merge of
 * another branch brings work that was credited there; whoever pressed the button of the last merge wrote nothing.
 */
export function coAuthorsOf(
  commits: readonly Signed[],
  merge: Signed | null,
  author: Actor,
): readonly Actor[] {
  const work = commits.filter(({ message }) => !joins.test(message));
  const named = merge === null ? [] : [{ ...merge, authors: merge.authors.slice(1) }];
  const accounts = knownAddresses(commits);
  const people = [...work, ...named].flatMap((commit) => [
    ...commit.authors.map(signerOf),
    ...namedAtFoot(commit.message, accounts),
  ]);
  return distinctActors(people).filter(({ key }) => key !== author.key && key !== 'github:ghost');
}

/** Taken over from a review: GitHub then names the reviewer in the commit, and that makes nobody an author. */
const suggested = /^(?:apply (?:suggestions?|changes) from\b|update \S+$)/iu;

/**
 * The same of a change of which only messages and first authors are known. Whoever is named for a suggestion alone is
 * left out, wherever the merge repeats the name.
 */
export function coAuthorsInMessages(
  commits: readonly (Pick<Signed, 'message'> & { readonly author: SignaturePart })[],
  merge: string | null,
  author: Actor,
): readonly Actor[] {
  const signed = commits.map(({ message, author: by }) => ({ message, authors: [by] }));
  const accounts = knownAddresses(signed);
  const [applied, work] = [true, false].map((is) => signed.filter((one) => isSuggestion(one) === is));
  const known = coAuthorsOf(work ?? [], null, author);
  const wrote = new Set(
    [...signed.flatMap((one) => one.authors.map(signerOf)), ...known].map(({ key }) => key),
  );
  const advised = new Set(
    (applied ?? []).flatMap(({ message }) => namedAtFoot(message, accounts)).map(({ key }) => key),
  );
  const named = namedAtFoot(merge ?? '', accounts).filter(({ key }) => wrote.has(key) || !advised.has(key));
  const all = [...known, ...(applied ?? []).flatMap((one) => one.authors.map(signerOf)), ...named];
  return distinctActors(all).filter(({ key }) => key !== author.key && key !== 'github:ghost');
}

function isSuggestion({ message }: Pick<Signed, 'message'>): boolean {
  return suggested.test(message.split('\n', 1)[0]?.trim() ?? '') && message.search(trailer) >= 0;
}

/** Address → account, from all that GitHub recognised: an address is the same person in every commit. */
function knownAddresses(commits: readonly Signed[]): ReadonlyMap<string, Actor> {
  const accounts = new Map<string, Actor>();
  for (const signature of commits.flatMap(({ authors }) => authors)) {
    if (signature?.user && signature.email) accounts.set(signature.email.toLowerCase(), signerOf(signature));
  }
  return accounts;
}

function namedAtFoot(message: string, accounts: ReadonlyMap<string, Actor>): readonly Actor[] {
  return [...message.replaceAll('\r', '').matchAll(trailer)].slice(0, namedLimit).map(({ groups }) => {
    const { name = '', address = '' } = groups ?? {};
    return accounts.get(address.toLowerCase()) ?? byAddress(name, address);
  });
}
