import { reportsPlace } from '../src/people/rules-places.ts';
import { prepMarkdown } from '../src/report/prep-markdown.ts';
import { winInvitation } from '../src/report/win-link.ts';
import { compose } from '../src/report/compose.ts';
import { hearPreparation } from './hear-preparation.ts';
import { materialOf, personsCycle } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { publish } from './publish.ts';

/** The engineer reads the record first: one issue of theirs, some days before the cycle ends. */
export async function prepare(
  payload: { readonly cycle: number; readonly person: number },
  ports: WorkerPorts,
): Promise<void> {
  const about = await personsCycle(payload, ports);
  // Late is too late: by then the report itself can be answered.
  if (about === null || ports.clock.now().toISOString() >= about.row.endsAt) return;
  const gaps = await hearPreparation(about, ports);
  // What was unticked keeps its box, so that it can be ticked again.
  const material = { ...(await materialOf(about, ports, gaps)), notLed: new Set<string>() };
  const composed = compose(material, ports.framework);
  const title = `Your review period ${about.row.name}: what the record holds`;
  const repository = reportsPlace(about.engineer.login, about.account.login ?? '', about.rules);
  const body = `${prepMarkdown(composed, ports.framework)}\n${winInvitation(composed, repository)}\n`;
  await publish(about, { kind: 'prep', title, body }, ports);
}
