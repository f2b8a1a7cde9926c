import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceId } from '../../src/evidence/key.ts';
import { toldOf } from '../../src/evidence/told.ts';
import type { OverlayRow } from '../../src/ports/store.ts';
import { explainMarkdown, explainToldMarkdown } from '../../src/report/explain-markdown.ts';
import type { SaidSince } from '../../src/report/explain-markdown.ts';
import type { WorkerPorts } from '../ports.ts';
import { answeredRecord, fromRecord } from '../rows.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { always, meantBy } from './find-evidence.ts';

/** Where one piece of evidence comes from: its sources, what found it, what was said of it since and by whom. */
export async function explain(asked: Asked, ports: WorkerPorts): Promise<Reply> {
  const { said, person, conversation } = asked;
  const meant = await meantBy(asked, ports.store);
  if ('problem' in meant) return refused(meant.problem);
  const { account } = conversation.scene.account;
  const record = await ports.store.evidence.ofPerson({ account, person, ...always });
  const all = [...answeredRecord(record).evidence, ...fromRecord(record)];
  const item = all.find(({ id, activity }) => id === said.id && activity.key === meant.about);
  const rows = record.overlay.filter(({ about }) => about === meant.about);
  const since = await Promise.all(rows.map((row) => sinceOf(row, account, ports)));
  const below =
    item === undefined ? toldBelow(asked, record.overlay, since) : evidenceBelow(item, since, ports);
  return { sentence: 'This is what stands behind it.', done: false, below, rows: [] };
}

function evidenceBelow(
  item: Evidence,
  since: readonly SaidSince[],
  { framework, reader }: WorkerPorts,
): string {
  return explainMarkdown(item, since, { framework, model: reader.name });
}

function toldBelow({ said }: Asked, overlay: readonly OverlayRow[], since: readonly SaidSince[]): string {
  const told = toldOf(overlay, new Set()).find(({ id }) => id === said.id);
  const row = overlay.find(({ origin }) => evidenceId(origin) === said.id);
  return explainToldMarkdown(told ?? null, row?.saidAt ?? null, since);
}

async function sinceOf(
  { verb, saidBy, saidAt, words }: OverlayRow,
  account: number,
  { store }: WorkerPorts,
): Promise<SaidSince> {
  const by = (await store.people.find(account, saidBy))?.login ?? `account ${saidBy}`;
  return { verb, by, at: saidAt, words: typeof words === 'string' ? words : '' };
}
