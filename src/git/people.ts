import { groupPeople } from '../people/identity.ts';
import type { PeopleDirectory, Sighting } from '../people/identity.ts';
import type { Clone } from '../ports/history.ts';
import { commitSeconds, isoFromSeconds } from './commit-date.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { mailmapSettings, mapPeople } from './mailmap.ts';
import { readMessage } from './message.ts';
import { signature } from './signature.ts';
import type { Signature } from './signature.ts';
import { streamGit } from './run.ts';
import { splitAtNul } from './tokens.ts';

/** Mapped name and address, the two as written, the date, and the message for its `Co-authored-by` lines. */
const FIELDS = ['%aN', '%aE', '%an', '%ae', '%ct', '%B'];

type Seen = { person: Signature; written: Signature; commits: number; first: number; last: number };

type Tally = {
  readonly authors: Map<string, Seen>;
  readonly coAuthors: Map<string, Seen>;
  commits: number;
  first: number;
  last: number;
};

/** Everyone of a branch, by one pass over its commits without their changes. */
export async function readPeople(environment: Environment, clone: Clone): Promise<PeopleDirectory> {
  const tally = await countPeople(environment, clone);
  const coAuthors = [...tally.coAuthors.values()];
  const mapped = await mapPeople(
    environment,
    clone,
    coAuthors.map(({ person }) => person),
  );
  const named = coAuthors.map((seen, index) => ({ ...seen, person: mapped[index]! }));
  const people = groupPeople([
    ...[...tally.authors.values()].map((seen) => toSighting(seen, 'commit')),
    ...named.map((seen) => toSighting(seen, 'trailer')),
  ]);
  return {
    people,
    commits: tally.commits,
    oldestAt: tally.commits === 0 ? null : isoFromSeconds(tally.first),
    newestAt: tally.commits === 0 ? null : isoFromSeconds(tally.last),
  };
}

async function countPeople(environment: Environment, clone: Clone): Promise<Tally> {
  const tally: Tally = {
    authors: new Map(),
    coAuthors: new Map(),
    commits: 0,
    first: Number.POSITIVE_INFINITY,
    last: 0,
  };
  const format = `--format=tformat:${FIELDS.join('%x00')}`;
  const args = [...gitPrefix(clone.path, mailmapSettings(clone)), 'log', '-z', '--no-notes', format];
  let fields: string[] = [];
  for await (const tokens of splitAtNul(streamGit(environment, [...args, clone.tip, '--']))) {
    for (const token of tokens) {
      fields.push(token);
      if (fields.length < FIELDS.length) continue;
      count(tally, fields);
      fields = [];
    }
  }
  return tally;
}

function count(tally: Tally, fields: readonly string[]): void {
  const [name = '', address = '', writtenName = '', writtenAddress = '', date = '', text = ''] = fields;
  const at = commitSeconds(date);
  tally.commits += 1;
  tally.first = Math.min(tally.first, at);
  tally.last = Math.max(tally.last, at);
  see(tally.authors, signature(name, address), signature(writtenName, writtenAddress), at);
  // Most messages name nobody; reading them whole would be the larger part of this pass.
  if (!/co-authored-by/i.test(text)) return;
  for (const person of readMessage(text).coAuthors) see(tally.coAuthors, person, person, at);
}

function see(seen: Map<string, Seen>, person: Signature, written: Signature, at: number): void {
  const key = [person.name, person.address, written.name, written.address].join('\0');
  const before = seen.get(key);
  if (!before) {
    seen.set(key, { person, written, commits: 1, first: at, last: at });
    return;
  }
  before.commits += 1;
  before.first = Math.min(before.first, at);
  before.last = Math.max(before.last, at);
}

function toSighting({ person, written, commits, first, last }: Seen, source: Sighting['source']): Sighting {
  const changed = person.name !== written.name || person.address !== written.address;
  return {
    ...person,
    written: changed ? written : null,
    source,
    commits,
    firstAt: isoFromSeconds(first),
    lastAt: isoFromSeconds(last),
  };
}
