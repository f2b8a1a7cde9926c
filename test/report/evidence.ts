import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceId } from '../../src/evidence/key.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import type { Material } from '../../src/report/compose.ts';
import { noor } from './golden-facts.ts';
import { firstQuarter } from './quarter.ts';

type Chosen = Partial<
  Pick<Evidence, 'area' | 'stands' | 'primary' | 'metrics' | 'unseen' | 'impact' | 'signals' | 'outline'>
> & {
  readonly strength?: number;
  readonly at?: string;
  readonly title?: string;
  readonly tickets?: readonly string[];
  readonly shared?: readonly string[];
};

/** One piece of evidence of change `number`; notable where a `strength` is given. */
export function evidenceOf(number: number, chosen: Chosen = {}): Evidence {
  const { area = 'api', strength, at = '2026-02-10T10:00:00Z', tickets = [], shared = [] } = chosen;
  const title = chosen.title ?? `Let hall ${number} be booked`;
  const activity = {
    key: `clone:seatmap#${number}/author/${noor.key}`,
    kind: 'change',
    person: noor,
    part: 'author',
    agents: [],
    at,
    shared,
  } as const;
  const key = `${activity.key}/${area}`;
  return {
    id: evidenceId(key),
    key,
    activity,
    subject: {
      key: `clone:seatmap#${number}`,
      repository: 'seatmap/tickets',
      number,
      commit: null,
      url: `https://seatmap.example/tickets/pull/${number}`,
      title,
      whole: title,
      tickets,
      mentions: [],
      arrivedWith: null,
    },
    area,
    stands: chosen.stands ?? 'told',
    primary: chosen.primary ?? true,
    signals: chosen.signals ?? [],
    win: { text: title, quote: { text: title, place: { in: 'title' } }, grade: 'author' },
    impact: chosen.impact ?? null,
    metrics: chosen.metrics ?? [],
    notable: strength === undefined ? null : { reason: 'It adds something new.', strength },
    worth: strength === undefined ? 0.1 : 0.6,
    deeds: [],
    outcome: [],
    notes: [],
    unseen: chosen.unseen ?? null,
    outline: chosen.outline ?? null,
  };
}

export function materialFrom(evidence: readonly Evidence[], more: Partial<Material> = {}): Material {
  const origin = {
    kind: 'clone' as const,
    repository: 'seatmap/tickets',
    url: 'https://seatmap.example/tickets',
    branch: 'main',
    gaps: [],
    framework: 'backend 0.1',
  };
  return {
    engineer: noor.label,
    cycle: firstQuarter,
    origin,
    evidence: evidenceOfOne(evidence),
    leftOut: [],
    ...more,
  };
}
