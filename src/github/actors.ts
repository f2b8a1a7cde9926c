import type { Actor } from '../evidence/facts.ts';
import type { ActorPart, SignaturePart } from './parts.ts';

/** Whoever GitHub no longer knows: a deleted account. */
export const ghost: Actor = { key: 'github:ghost', label: 'ghost', type: 'user' };

const botEnd = '[bot]';

/** Bots carry `[bot]` behind their name, as everywhere but in GraphQL. */
export function actorOf(part: ActorPart): Actor {
  if (part === null) return ghost;
  const isBot = part.kind === 'Bot' || part.login.endsWith(botEnd);
  const label = isBot && !part.login.endsWith(botEnd) ? part.login + botEnd : part.login;
  const { databaseId } = part;
  return { key: databaseId ? `github:${databaseId}` : ghost.key, label, type: isBot ? 'bot' : 'user' };
}

/** Each actor once, in order of appearance. */
export function distinctActors(actors: readonly Actor[]): readonly Actor[] {
  const seen = new Set<string>();
  return actors.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Who signed a commit: their account where GitHub knows it, else by address. */
export function signerOf(part: SignaturePart): Actor {
  if (part === null) return ghost;
  return part.user === null ? byAddress(part.name ?? '', part.email ?? '') : actorOf(part.user);
}

const ownAddress =
  /^(?<id>\d{1,12})\+(?<login>[a-z\d][a-z\d-]{0,99}(?:\[bot\])?)@users\.noreply\.github\.com$/iu;

/** GitHub's own addresses carry the account: `583231+octocat@users.noreply.github.com`. */
export function byAddress(name: string, address: string): Actor {
  const { id, login } = ownAddress.exec(address.trim())?.groups ?? {};
  if (id !== undefined && login !== undefined)
    return { key: `github:${Number(id)}`, label: login, type: login.endsWith(botEnd) ? 'bot' : 'user' };
  const known = address.trim().toLowerCase();
  if (known === '') return { ...ghost, label: name.trim() || ghost.label };
  return { key: `mail:${known}`, label: name.trim() || known, type: 'user' };
}
