import type { PrismaClient } from '../generated/prisma/client.ts';
import type { ActivityModel, EvidenceModel } from '../generated/prisma/models.ts';
import type {
  ActivityRow,
  EvidenceRow,
  EvidenceTable,
  PersonalRecord,
  PersonInCycle,
} from '../ports/store.ts';
import { fromJsonColumn, isoOf } from './columns.ts';
import { saveGathering } from './gathering.ts';
import { overlayRowOf } from './overlay.ts';

export function evidenceTable(prisma: PrismaClient): EvidenceTable {
  return {
    save: (gathering) => saveGathering(prisma, gathering),
    ofPerson: (asked) => ofPerson(prisma, asked),
  };
}

async function ofPerson(prisma: PrismaClient, asked: PersonInCycle): Promise<PersonalRecord> {
  const person = { accountId: asked.account, personId: asked.person };
  const inCycle = { gte: asked.startsAt, lt: asked.endsAt };
  const rows = await prisma.activity.findMany({
    where: { ...person, happenedAt: inCycle },
    include: { evidence: { orderBy: { key: 'asc' } } },
    orderBy: [{ happenedAt: 'asc' }, { key: 'asc' }],
  });
  const activities = rows.map(activityRowOf);
  const overlay = await prisma.overlay.findMany({
    where: { ...person, OR: [{ saidAt: inCycle }, { about: { in: keysOf(activities) } }] },
    orderBy: [{ saidAt: 'asc' }, { origin: 'asc' }],
  });
  return { activities, overlay: overlay.map(overlayRowOf) };
}

function keysOf(activities: readonly ActivityRow[]): string[] {
  return activities.flatMap(({ key, evidence }) => [key, ...evidence.map((row) => row.key)]);
}

function activityRowOf(row: ActivityModel & { readonly evidence: readonly EvidenceModel[] }): ActivityRow {
  return {
    key: row.key,
    person: Number(row.personId),
    kind: row.kind,
    happenedAt: isoOf(row.happenedAt),
    details: fromJsonColumn(row.details),
    evidence: row.evidence.map(evidenceRowOf),
  };
}

function evidenceRowOf(row: EvidenceModel): EvidenceRow {
  return {
    key: row.key,
    area: row.area,
    signals: fromJsonColumn(row.signals),
    win: fromJsonColumn(row.win),
    impact: fromJsonColumn(row.impact),
    metrics: fromJsonColumn(row.metrics),
    outcome: fromJsonColumn(row.outcome),
  };
}
