import { GiveUp } from '../src/errors.ts';
import { contentHash } from '../src/report/marker.ts';
import type { Ensured, KnownPosting } from '../src/ports/github.ts';
import type { Publication } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** What an effect may rely on of an earlier posting. */
export function known({ githubId, number, contentHash: hash }: Publication): KnownPosting | null {
  if (githubId === null || number === null || hash === null) return null;
  return { githubId, number, contentHash: hash };
}

/** Writes down that it stands on GitHub. What stood there already, unchanged, needs no writing down. */
export async function remember(
  publication: Publication,
  ensured: Ensured,
  { store, clock }: WorkerPorts,
): Promise<void> {
  const asBefore =
    publication.heldBecause === null &&
    publication.contentHash === ensured.contentHash &&
    publication.githubId === ensured.githubId;
  if (asBefore) return;
  const { account, key } = publication;
  const { number, githubId, contentHash: hash } = ensured;
  const postedAt = publication.postedAt ?? clock.now().toISOString();
  const { repository } = publication;
  await store.publications.posted({
    account,
    key,
    repository,
    number,
    githubId,
    contentHash: hash,
    postedAt,
  });
}

/** Keeps a text that must not be posted now, with the reason. The same text for the same reason is kept once. */
export async function hold(
  publication: Publication,
  { reason, text }: { readonly reason: string; readonly text: string },
  { store, clock, say }: WorkerPorts,
): Promise<void> {
  const { account, key } = publication;
  const before = publication.heldBecause === null ? null : await store.publications.heldText(account, key);
  if (publication.heldBecause === reason && before !== null && contentHash(before) === contentHash(text))
    return;
  await store.publications.hold({ account, key, reason, text, at: clock.now().toISOString() });
  say(`${key} is not posted: ${reason}`);
}

export type Held = { readonly because: string };

/** What GitHub refuses is kept here with its reason, and tried again from time to time, like all that is held. */
export async function orHeld<T>(attempt: () => Promise<T>): Promise<T | Held> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof GiveUp) return { because: error.reason };
    throw error;
  }
}

export const previewOnly = 'The rules say `mode: preview`: nothing is posted yet but the notice.';
