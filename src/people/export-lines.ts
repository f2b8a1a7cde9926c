import { z } from 'zod';

/*
 * What somebody carries away: one JSON object a line. Each kind of line is described here and in docs/answering.md.
 */

const moment = z.iso.datetime({ offset: true });
const json = z.unknown();

const evidence = z.strictObject({
  key: z.string(),
  area: z.string(),
  signals: json,
  win: json,
  impact: json,
  metrics: json,
  details: json,
  outcome: json,
});

export const exportLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('export'),
    format: z.literal('groundwork-export-1'),
    organisation: z.string(),
    person: z.int(),
    login: z.string(),
    day: z.iso.date(),
    framework: z.string(),
    model: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('roster'),
    teams: z.array(z.string()),
    startsAt: moment,
    endsAt: moment.nullable(),
  }),
  z.strictObject({
    kind: z.literal('activity'),
    key: z.string(),
    did: z.string(),
    happenedAt: moment,
    details: json,
    evidence: z.array(evidence),
  }),
  z.strictObject({
    kind: z.literal('said'),
    origin: z.string(),
    person: z.int(),
    saidBy: z.int(),
    about: z.string().nullable(),
    verb: z.string(),
    words: json,
    saidAt: moment,
  }),
  z.strictObject({
    kind: z.literal('text'),
    key: z.string(),
    repository: z.int(),
    number: z.int().nullable(),
    contentHash: z.string().nullable(),
    postedAt: moment.nullable(),
    heldBecause: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('named in'), subject: z.string() }),
  z.strictObject({
    kind: z.literal('log'),
    at: moment,
    actor: z.int().nullable(),
    did: z.string(),
    about: z.string(),
    person: z.int().nullable(),
    details: json,
  }),
]);

export type ExportLine = z.infer<typeof exportLine>;

/** As a file: JSON Lines. Throws where a line is none of these, so that nothing half is handed out. */
export function exportText(lines: readonly ExportLine[]): string {
  return lines.map((line) => JSON.stringify(exportLine.parse(line))).join('\n');
}
