import { dayOf } from '../../src/evidence/cycle.ts';
import type { ExportLine } from '../../src/people/export-lines.ts';
import type { LogRow, OverlayRow, PersonalRecord, Publication, RosterSpan } from '../../src/ports/store.ts';
import { portsOf } from '../framework.ts';
import type { WorkerPorts } from '../ports.ts';
import type { Whom } from '../publish.ts';

/** Everything that is held about one person. */
export type Held = {
  readonly whom: Whom;
  readonly day: string;
  readonly spans: readonly RosterSpan[];
  readonly activities: PersonalRecord['activities'];
  /** By them and about them. */
  readonly said: readonly OverlayRow[];
  readonly texts: readonly Publication[];
  /** Pull requests and issues whose facts hold their words or their name: `harbour/orders#412`. */
  readonly namedIn: readonly string[];
  readonly log: readonly LogRow[];
  readonly framework: string;
  readonly model: string | null;
};

/** All that is kept, whenever it was. */
export const always = { startsAt: '1970-01-01T00:00:00Z', endsAt: '9999-12-31T00:00:00Z' } as const;

export async function heldAbout(whom: Whom, ports: WorkerPorts): Promise<Held> {
  const { store, clock, reader } = ports;
  const { account } = whom.account;
  const { person } = whom.engineer;
  const { framework } = await portsOf(account, ports);
  const spans = await store.roster.spans(account);
  const { activities } = await store.evidence.ofPerson({ account, person, ...always });
  return {
    whom,
    day: dayOf(clock.now().toISOString(), whom.rules.cycle.timeZone),
    spans: spans.filter((span) => span.person === person),
    activities,
    said: await store.overlay.concerning(account, person),
    texts: await store.publications.ofPerson(account, person),
    namedIn: await placesNaming(account, person, ports),
    log: await store.log.ofPerson(account, person),
    framework: `${framework.pack.name} ${framework.pack.version}`,
    model: reader.name,
  };
}

async function placesNaming(
  account: number,
  person: number,
  { store }: WorkerPorts,
): Promise<readonly string[]> {
  const names = new Map((await store.repositories.list(account)).map(({ id, name }) => [id, name]));
  const places: string[] = [];
  for (const id of await store.subjects.naming(account, `github:${person}`)) {
    const subject = await store.subjects.find(id);
    if (subject !== null)
      places.push(`${names.get(subject.repository) ?? subject.repository}#${subject.number}`);
  }
  return places;
}

/** The same as lines of JSON. */
export function exportLinesOf(held: Held): readonly ExportLine[] {
  const { whom, day, framework, model } = held;
  return [
    {
      kind: 'export',
      format: 'groundwork-export-1',
      organisation: whom.account.login ?? '',
      person: whom.engineer.person,
      login: whom.engineer.login,
      day,
      framework,
      model,
    },
    ...held.spans.map(({ teams, startsAt, endsAt }): ExportLine => ({
      kind: 'roster',
      teams: [...teams],
      startsAt,
      endsAt,
    })),
    ...held.activities.map(({ key, kind: did, happenedAt, details, evidence }): ExportLine => ({
      kind: 'activity',
      key,
      did,
      happenedAt,
      details,
      evidence: evidence.map((row) => ({ ...row })),
    })),
    ...held.said.map((row): ExportLine => ({ kind: 'said', ...row })),
    ...held.texts.map(({ key, repository, number, contentHash, postedAt, heldBecause }): ExportLine => ({
      kind: 'text',
      key,
      repository,
      number,
      contentHash,
      postedAt,
      heldBecause,
    })),
    ...held.namedIn.map((subject): ExportLine => ({ kind: 'named in', subject })),
    ...held.log.map(logLine),
  ];
}

function logLine(entry: LogRow): ExportLine {
  const { account: _, ...row } = entry;
  return { kind: 'log', ...row };
}
