import { activitiesOf } from '../../evidence/activity.ts';
import { creditSubject } from '../../evidence/credit.ts';
import type { Evidence, LeftOutChange, Undoing } from '../../evidence/evidence.ts';
import type { Facts } from '../../evidence/facts.ts';
import type { ModelReading } from '../../evidence/model-reading.ts';
import type { Framework } from '../../framework/compile.ts';
import type { RepositoryFacts } from '../../people/organisation.ts';
import type { Engineer } from '../../people/roster.ts';
import { isLeftOut } from '../../people/rules-places.ts';
import type { Rules } from '../../people/rules.ts';
import type { RepositoryAddress, SubjectNumber } from '../../ports/github.ts';
import type { Installed, ReadOnlyGitHub } from '../installed.ts';
import { startBar } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { patiently } from './patience.ts';
import type { Wait } from './patience.ts';

export type ReadPorts = {
  readonly github: ReadOnlyGitHub;
  readonly framework: Framework;
  /** What a model makes of a change; null without one. */
  readonly readByModel: (facts: Facts, framework: Framework) => Promise<ModelReading | null>;
  readonly terminal: Terminal;
  readonly wait: Wait;
};

export type Wanted = {
  readonly installed: Installed;
  readonly rules: Rules;
  readonly engineer: Engineer;
  /** Everybody's teams, by key of the person. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** Half-open; ISO 8601 in UTC. */
  readonly bounds: { readonly startsAt: string; readonly endsAt: string };
};

/** What one subject gives of the engineer. Its facts are let go as soon as it is judged. */
export type Part = {
  readonly evidence: readonly Evidence[];
  /** Where the engineer's change is evidence of nothing: why. */
  readonly leftOut: LeftOutChange | null;
  readonly undoes: Undoing | null;
  /** Opened by the engineer, so that a comment on it is about them; null for everything else. */
  readonly own: { readonly repository: RepositoryFacts } | null;
};

const atOnce = 4;

/** Reads all that changed since the window began, from every repository that counts. Writes nothing anywhere. */
export async function readWork(wanted: Wanted, ports: ReadPorts): Promise<readonly Part[]> {
  const subjects = await listSubjects(wanted, ports);
  const bar = startBar(ports.terminal, `Reading ${subjects.length} pull requests and issues`);
  const parts: (Part | null)[] = subjects.map(() => null);
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let index = next++; index < subjects.length; index = next++) {
      const subject = subjects[index];
      if (subject !== undefined) parts[index] = await readPart(subject, wanted, ports);
      bar.move((done += 1), subjects.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    bar.end();
  }
  return parts.filter((part) => part !== null);
}

type Listed = SubjectNumber & { readonly address: RepositoryAddress; readonly repository: RepositoryFacts };

async function listSubjects(
  { installed, rules, bounds }: Wanted,
  { github, terminal, wait }: ReadPorts,
): Promise<readonly Listed[]> {
  const repositories = installed.organisation.repositories.filter(({ name }) => !isLeftOut(name, rules));
  const bar = startBar(terminal, `Looking through ${repositories.length} repositories`);
  const found: (readonly Listed[])[] = [];
  try {
    for (const repository of repositories) {
      const { id, name } = repository;
      const address = { installation: installed.installation.id, id, name };
      const list = () => Array.fromAsync(github.reading.subjectsSince(address, bounds.startsAt));
      const subjects = await patiently(list, wait, terminal.say);
      found.push(subjects.map(({ kind, number }) => ({ kind, number, address, repository })));
      bar.move(found.length, repositories.length);
    }
  } finally {
    bar.end();
  }
  return found.flat();
}

async function readPart(
  { kind, number, address, repository }: Listed,
  wanted: Wanted,
  { github, framework, readByModel, terminal, wait }: ReadPorts,
): Promise<Part | null> {
  const ask = () => github.reading.subject({ kind, number, repository: address });
  const facts = await patiently(ask, wait, terminal.say);
  if (facts === null) return null;
  const key = keyOf(wanted.engineer);
  const done = facts.kind === 'change' ? activitiesOf(facts) : [];
  const people = done.map(({ person }) => person.key);
  const reading = people.includes(key) ? await readByModel(facts, framework) : null;
  const { evidence, leftOut, undoes } = creditSubject(facts, framework, {
    incidentLabels: wanted.rules.incidents.labels,
    teamsOf: (person) => wanted.teams.get(person) ?? [],
    reading,
  });
  const own = evidence.filter(({ activity }) => activity.person.key === key && isIn(wanted, activity.at));
  const isOwn = done.some(({ person, at }) => person.key === key && isIn(wanted, at));
  return {
    evidence: own,
    leftOut: isOwn ? leftOut : null,
    undoes,
    own: people[0] === key ? { repository } : null,
  };
}

export function keyOf({ id }: Pick<Engineer, 'id'>): string {
  return `github:${id}`;
}

function isIn({ bounds }: Wanted, at: string): boolean {
  const moment = Date.parse(at);
  return Date.parse(bounds.startsAt) <= moment && moment < Date.parse(bounds.endsAt);
}
