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
  return latest === undefined ? refused(nothing) : takingBack(asked, latest);
}

function takingBack(asked: Asked, { person, about, origin }: OverlayRow): Reply {
  return done('undo', { ...rowOf(asked), person, about, words: origin });
}

/** As it stood when this was said, so that reading it again comes to the same. */
function earlier({ said, known }: Asked): readonly OverlayRow[] {
  return whatStands(known.filter(({ origin, saidAt }) => origin !== said.origin && saidAt <= said.at));
}

/** What the person said of that work; what somebody told of them; and that somebody else shared it with them. */
function isOf(row: OverlayRow, about: string, { speaker, person }: Asked): boolean {
  if (row.origin === about) return true;
  if (row.about === about) return row.saidBy === speaker.person;
  return row.verb === 'also' && about === `${row.about}/also/github:${person}`;
}
