import { whatStands } from '../../src/evidence/said.ts';
import type { OverlayRow, Store } from '../../src/ports/store.ts';
import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { meantBy } from './find-evidence.ts';

const nothing = 'There is nothing of yours here that could be taken back.';

/** Takes back what its speaker said last in this conversation, or else of the work that is named or stands above. */
export async function undo(asked: Asked, { store }: { readonly store: Store }): Promise<Reply> {
  const { said, before } = asked;
  const last = said.id === null ? whatStands(before).at(-1) : undefined;
  if (last !== undefined) return takingBack(asked, last);
  if (said.id === null && asked.standing.where !== 'work') return refused(nothing);
  const meant = await meantBy(asked, store);
  if ('problem' in meant) return refused(said.id === null ? nothing : meant.problem);
  const latest = earlier(asked).findLast((row) => isOf(row, meant.about, asked));
  if (latest !== undefined) return takingBack(asked, latest);
  return isNamed(asked, meant.about) ? disowning(asked, meant.about) : refused(nothing);
}

function takingBack(asked: Asked, { person, about, origin }: OverlayRow): Reply {
  return done('undo', { ...rowOf(asked), person, about, words: origin });
}

/** As it stood when this was said, so that reading it again comes to the same. */
function earlier({ said, known }: Asked): readonly OverlayRow[] {
  return whatStands(known.filter(({ origin, saidAt }) => origin !== said.origin && saidAt <= said.at));
}

/** What the person said of that work, or what somebody told of them. */
function isOf(row: OverlayRow, about: string, { speaker }: Asked): boolean {
  return row.origin === about || (row.about === about && row.saidBy === speaker.person);
}

/** The work is theirs by the word of a colleague alone: they do not take it. */
function isNamed({ person }: Asked, about: string): boolean {
  return about.endsWith(`/also/github:${person}`);
}

function disowning(asked: Asked, about: string): Reply {
  return done('not-mine', { ...rowOf(asked), verb: 'not-mine', about, words: '' });
}
