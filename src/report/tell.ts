import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { readQuantities } from '../evidence/metrics/quantities.ts';
import type { Piece } from '../evidence/piece.ts';
import { deedSentences } from './deeds.ts';
import { check } from './ledger.ts';
import type { Checked } from './ledger.ts';
import { becauseOf } from './reasons.ts';
import type { Reference, Story } from './report.ts';
import { incidentsOf, isTitle, linksOf, partOf, recordOf, referenceTo } from './story.ts';

/** More areas than these say nothing. */
const mostAreas = 3;
const mostMetrics = 2;

/** A story with the look-ups of everything that was composed for it. */
export type Told = { readonly story: Story; readonly checked: readonly Checked[] };

/** One piece of work as a story: in its people's words, joined by what the record says. */
export function tell(piece: Piece, cycle: Cycle): Told {
  const { lead, changes, areas } = piece;
  const checked = check(recordOf(piece, cycle));
  const incidents = incidentsOf(piece).map((incident) => ({
    incident,
    checked: check(deedSentences(incident, cycle)),
  }));
  const impact = impactOf(piece, cycle);
  const metrics = changes
    .flatMap((change) => change.metrics.map((metric) => ({ ...metric, of: another(change, lead, cycle) })))
    .slice(0, mostMetrics);
  const shown = [...metrics.map(({ text }) => text), ...(impact === null ? [] : [impact.text])];
  const story = {
    id: lead.id,
    kind: lead.activity.kind,
    part: { part: lead.activity.part, shared: lead.activity.shared },
    win: lead.win,
    impact,
    metrics: metrics.filter((metric) => !isTitle(metric, lead)),
    measured: metrics.length > 0 || statesFigure(lead.win.text),
    documents: lead.outline?.documents === true,
    record: checked.kept,
    incidents: incidents.map((one) => ({
      name: one.incident.win,
      reference: referenceTo(one.incident, cycle),
      record: one.checked.kept,
    })),
    areas: areas.slice(0, mostAreas),
    because: becauseOf(lead, shown),
    // Of an incident the record tells it right above.
    came: lead.activity.kind === 'review' ? partOf(lead) : '',
    lead: referenceTo(lead, cycle),
    references: changes.map((change) => referenceTo(change, cycle)),
    links: linksOf(piece),
    notes: changes.flatMap((change) =>
      change.notes.map((note) => ({ ...note, of: another(change, lead, cycle) })),
    ),
  };
  return { story, checked: [checked, ...incidents.map((one) => one.checked)] };
}

/** The lead's own, or else the first that another change of the piece tells. */
function impactOf({ lead, changes }: Piece, cycle: Cycle): Story['impact'] {
  for (const change of [lead, ...changes])
    if (change.impact !== null) return { ...change.impact, of: another(change, lead, cycle) };
  return null;
}

function another(change: Evidence, lead: Evidence, cycle: Cycle): Reference | null {
  return change === lead ? null : referenceTo(change, cycle);
}

/** `with 41 s without writes` states one; `RFC 0011` and `3 APIs` do not say what was different. */
function statesFigure(title: string): boolean {
  return readQuantities(title).some(({ dimension }) => dimension !== 'count');
}
