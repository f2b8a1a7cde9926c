import { evidenceId } from '../../src/evidence/key.ts';
import type { Store } from '../../src/ports/store.ts';
import { answeredRecord, fromRecord } from '../rows.ts';
import type { Asked } from './asked.ts';

/** What a command is about: the key of an activity, or of something that was told. */
export type Meant = { readonly about: string };

export type Sought = Meant | { readonly problem: string };

const notThere =
  'There is no such work in this record. The id stands behind each piece of work in the report, such as `E-41c0f2`.';
const several =
  'Two things in this record have that id. Please say it below the work itself, where no id is needed.';
const notOfThis = 'That id is of no work of yours here. Without an id, your own part in this is meant.';

/** The evidence that a command names by id, or else the speaker's own part in what it was said below. */
export async function meantBy(asked: Asked, store: Pick<Store, 'evidence'>): Promise<Sought> {
  const { said, standing, speaker, conversation } = asked;
  if (standing.where === 'reports') return inRecord(asked, store);
  const own = conversation.credited.evidence.filter(({ activity }) => activity.person.key === speaker.key);
  const named = said.id === null ? own : own.filter(({ id }) => id === said.id);
  // Of several parts the one in the change itself: a reviewer speaks of the review.
  const part = named.find(({ activity }) => activity.kind === 'change') ?? named[0];
  return part === undefined ? { problem: notOfThis } : { about: part.activity.key };
}

/** All that is kept of them, whenever it was. */
export const always = { startsAt: '1970-01-01T00:00:00Z', endsAt: '9999-12-31T00:00:00Z' } as const;

async function inRecord(
  { said, person, conversation: { scene } }: Asked,
  { evidence }: Pick<Store, 'evidence'>,
): Promise<Sought> {
  const record = await evidence.ofPerson({ account: scene.account.account, person, ...always });
  const known = [...fromRecord(record), ...answeredRecord(record).evidence];
  const found = new Set([
    ...known.filter(({ id }) => id === said.id).map(({ activity }) => activity.key),
    ...record.overlay.map(({ origin }) => origin).filter((origin) => evidenceId(origin) === said.id),
  ]);
  const [about, ...others] = found;
  if (about === undefined) return { problem: notThere };
  return others.length > 0 ? { problem: several } : { about };
}
