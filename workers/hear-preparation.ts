import type { CommentFacts } from '../src/evidence/facts.ts';
import { readCommands } from '../src/people/command-reading.ts';
import { numberOf } from '../src/people/number.ts';
import { reportsPlace } from '../src/people/rules-places.ts';
import type { PostedIssue, RepositoryAddress } from '../src/ports/github.ts';
import type { OverlayRow, Publication } from '../src/ports/store.ts';
import { shortened } from '../src/report/shorten.ts';
import { ticksOf } from '../src/report/ticks.ts';
import type { PersonsCycle } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { orHeld } from './publication.ts';
import { keyOf } from './publish.ts';
import { accountOfReports } from './reports-account.ts';
import { fromRecord, ticksIn } from './rows.ts';
import type { KeptReply } from './rows.ts';
import { toStored } from './stored.ts';

const longestReply = 600;

/**
 * Keeps what the engineer ticked and wrote in the preparation of their cycle, before it is written again and before the
 * report is. Gives what the report must say of itself where that could not be followed.
 */
export async function hearPreparation(about: PersonsCycle, ports: WorkerPorts): Promise<readonly string[]> {
  const { account, row, engineer } = about;
  const publication = await ports.store.publications.find(
    account.account,
    keyOf('prep', row, engineer.person),
  );
  if (publication === null || publication.number === null) return [];
  const { number } = publication;
  const posted = await orHeld(async () => {
    const place = await placeOf(about, publication, ports);
    return place === null ? null : ports.github.reading.posted(place, number);
  });
  if (posted === null) return [];
  if ('because' in posted)
    return ['What was ticked and written below the preparation could not be read, and is not followed here.'];
  for (const reply of repliesOf(about, posted)) await ports.store.overlay.add(account.account, reply);
  return hearTicks(about, posted, ports);
}

/** Where it was posted, as long as the repository is still the engineer's. */
async function placeOf(
  { account, rules, engineer }: PersonsCycle,
  { repository }: Publication,
  ports: WorkerPorts,
): Promise<RepositoryAddress | null> {
  const installation = (await accountOfReports(account, rules, ports))?.installation ?? null;
  if (installation === null) return null;
  const name = reportsPlace(engineer.login, account.login ?? '', rules);
  const found = await ports.github.reading.repository(installation, name);
  return found?.id === repository ? { installation, id: found.id, name: found.name } : null;
}

/** Plain words of the engineer, from before the end of the cycle; commands are heard elsewhere. */
function repliesOf({ row, engineer }: PersonsCycle, { replies }: PostedIssue): readonly OverlayRow[] {
  const own = replies.filter(
    ({ author, body, at }) =>
      numberOf(author.key) === engineer.person &&
      author.type === 'user' &&
      Date.parse(at) < Date.parse(row.endsAt) &&
      body.trim() !== '' &&
      readCommands(body).length === 0,
  );
  return own.map((reply) => noteOf(reply, row.name, engineer.person));
}

function noteOf({ key, body, url, at }: CommentFacts, cycle: string, person: number): OverlayRow {
  const kept: KeptReply = { text: shortened(body, longestReply), url, cycle };
  const words = toStored(kept);
  return { origin: key, person, saidBy: person, about: null, verb: 'note', words, saidAt: at };
}

/** GitHub says who edited a text last: only boxes that the engineer left like this are theirs. */
async function hearTicks(
  { account, row, engineer }: PersonsCycle,
  { body, editedBy, editedAt }: PostedIssue,
  { store }: WorkerPorts,
): Promise<readonly string[]> {
  if (editedBy === null || editedAt === null || editedBy.type === 'bot') return [];
  if (Date.parse(editedAt) >= Date.parse(row.endsAt)) return [];
  if (numberOf(editedBy.key) !== engineer.person)
    return ['The preparation was last edited by somebody else, so its boxes are not followed here.'];
  const { person } = engineer;
  const { startsAt, endsAt } = row;
  const record = await store.evidence.ofPerson({ account: account.account, person, startsAt, endsAt });
  const keys = new Map(fromRecord(record).map(({ id, key }) => [id, key]));
  const standing = ticksIn(record);
  for (const { id, ticked } of ticksOf(body)) {
    // The id of the work ends its line; whatever a title holds stands before it.
    const about = keys.get(id.split(' ').at(-1) ?? '');
    if (about === undefined || (standing.get(about) ?? true) === ticked) continue;
    const origin = `tick/${row.name}/${about}/${editedAt}`;
    const words = ticked ? 'yes' : 'no';
    await store.overlay.add(account.account, {
      origin,
      person,
      saidBy: person,
      about,
      verb: 'tick',
      words,
      saidAt: editedAt,
    });
  }
  return [];
}
