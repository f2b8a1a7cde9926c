import type { PrismaClient } from '../generated/prisma/client.ts';
import type { ActivityModel, EvidenceModel, WatchModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  ActivityRow,
  EvidenceRow,
  EvidenceTable,
  Json,
  PersonalRecord,
  PersonInCycle,
} from '../ports/store.ts';
import { fromJsonColumn, isoOf } from './columns.ts';
import { saveGathering } from './gathering.ts';
import { systemClock } from './log.ts';
import { overlayOf } from './overlay.ts';

type JoinedActivity = ActivityModel & {
  readonly evidence: readonly EvidenceModel[];
  readonly subject: { readonly watches: readonly Pick<WatchModel, 'outcome'>[] };
};

const settledWatches = {
  where: { settledAt: { not: null } },
  select: { outcome: true },
  orderBy: { days: 'asc' },
} as const;

export function evidenceTable(prisma: PrismaClient, clock: Clock = systemClock): EvidenceTable {
  return {
    save: (gathering) => saveGathering(prisma, gathering, clock),
    ofPerson: (asked) => ofPerson(prisma, asked),
  };
}

async function ofPerson(prisma: PrismaClient, asked: PersonInCycle): Promise<PersonalRecord> {
  const person = { accountId: asked.account, personId: asked.person };
  const inCycle = { gte: asked.startsAt, lt: asked.endsAt };
  const rows = await prisma.activity.findMany({
    where: { ...person, happenedAt: inCycle },
    include: { evidence: { orderBy: { key: 'asc' } }, subject: { select: { watches: settledWatches } } },
    orderBy: [{ happenedAt: 'asc' }, { key: 'asc' }],
  });
  const activities = rows.map(activityRowOf);
  const overlay = await overlayOf(prisma, asked.account, asked.person);
  const undoings = await undoingsSince(prisma, asked);
  return { activities, overlay, undoings };
}

/** Whoever did it: a revert by a colleague takes the credit back, too. */
async function undoingsSince(
  prisma: PrismaClient,
  { account, startsAt }: PersonInCycle,
): Promise<readonly Json[]> {
  const rows = await prisma.undoing.findMany({
    where: { accountId: account, mergedAt: { gte: startsAt } },
    orderBy: [{ subject: { repositoryId: 'asc' } }, { subject: { number: 'asc' } }],
  });
  return rows.map(({ undoes }) => fromJsonColumn(undoes));
}

function activityRowOf(row: JoinedActivity): ActivityRow {
  const outcomes = row.subject.watches.map(({ outcome }) => fromJsonColumn<Json>(outcome));
  return {
    key: row.key,
    person: Number(row.personId),
    kind: row.kind,
    happenedAt: isoOf(row.happenedAt),
    details: fromJsonColumn(row.details),
    evidence: row.evidence.map((evidence) => evidenceRowOf(evidence, outcomes)),
  };
}

function evidenceRowOf(row: EvidenceModel, outcomes: readonly Json[]): EvidenceRow {
  return {
    key: row.key,
    area: row.area,
    signals: fromJsonColumn(row.signals),
    win: fromJsonColumn(row.win),
    impact: fromJsonColumn(row.impact),
    metrics: fromJsonColumn(row.metrics),
    details: fromJsonColumn(row.details),
    outcome: outcomes.length > 0 ? outcomes : null,
  };
}
