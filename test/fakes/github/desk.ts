import { GiveUp } from '../../../src/errors.ts';
import { hashToKeep } from '../../../src/github/writing/revise.ts';
import type { Revision } from '../../../src/github/writing/revise.ts';
import type { Ensured, KnownPosting, RepositoryAddress } from '../../../src/ports/github.ts';
import type { Pacing } from '../../../src/ports/pacing.ts';
import { carriesMarker, contentHash } from '../../../src/report/marker.ts';
import { appAuthor } from './board.ts';
import type { Author, Board, BoardRepository } from './board.ts';

/* What every kind of text is written with on the board. */

export type Desk = { readonly board: Board; readonly pacing: Pacing; readonly wrote: () => void };
export type Standing = { body: string };

export function create<Made>(
  { pacing, wrote }: Desk,
  { account }: { readonly account: number },
  make: () => Made,
): Made {
  pacing.beforeWriting(account);
  const made = make();
  wrote();
  return made;
}

export function apply({ wrote }: Desk, standing: Standing, revision: Revision): Ensured['outcome'] {
  if (revision.outcome === 'edited') {
    standing.body = revision.body;
    wrote();
  }
  return revision.outcome;
}

export function repositoryOf(board: Board, { id, name }: RepositoryAddress): BoardRepository {
  const repository = board.repositories.get(id);
  if (repository === undefined || repository.facts.name !== name)
    throw new GiveUp(`The repository ${name} is gone, or the app is not installed on it.`);
  if (repository.facts.archived) throw new GiveUp(`The repository ${name} is archived.`);
  return repository;
}

export function find<Text extends Standing & { readonly id: number }>(
  texts: readonly Text[],
  key: string,
  known: KnownPosting | null,
): Text | null {
  const byId = texts.find(({ id }) => id === known?.githubId);
  return byId ?? texts.find(({ body }) => carriesMarker(body, key)) ?? null;
}

export function ours<Text extends { readonly author: Author }>(texts: readonly Text[]): readonly Text[] {
  return texts.filter(isOurs);
}

export function isOurs({ author }: { readonly author: Author }): boolean {
  return author.login === appAuthor.login;
}

export type Told = { readonly outcome: Ensured['outcome']; readonly number: number; readonly whole: string };

export function ensured(
  { facts }: BoardRepository,
  standing: Standing & { readonly id: number },
  { known }: { readonly known: KnownPosting | null },
  { outcome, number, whole }: Told,
): Ensured {
  return {
    outcome,
    githubId: standing.id,
    number,
    url: `https://github.example/${facts.name}/issues/${number}#${standing.id}`,
    contentHash: outcome === 'left alone' ? hashToKeep(standing.body, known) : contentHash(whole),
  };
}
