import { creditChange } from '../../src/evidence/evidence.ts';
import type { Cycle } from '../../src/evidence/cycle.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { withoutReverted } from '../../src/evidence/undo.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { loadPack } from '../../src/framework/load.ts';
import { priors } from '../../src/framework/backend/priors.ts';
import type { Material } from '../../src/report/compose.ts';
import { noor } from './golden-facts.ts';

const fewWithoutReason = {
  api: -1,
  design: -1,
  reliability: -1,
  quality: -1,
  collaboration: -1,
  notable: -1.5,
};

/** What makes work notable stays as it is here, so that each section of the golden reports keeps something to show. */
const notableHere: Readonly<Record<string, number>> = {
  'shape.states-a-metric': 1.5,
  'path.decision.all': 1,
  'path.decision.most': 0.5,
  'title.staged': 0.4,
  'body.staged': 0.4,
  'title.queries': 0.3,
  'title.flaky': 0.3,
  'body.risk': 0.3,
  'body.verified': 0.3,
  'body.cause': 0.2,
};

const steady = Object.fromEntries(
  Object.entries(priors).map(([rule, areas]) => [rule, { ...areas, notable: notableHere[rule] ?? 0 }]),
);

/**
 * The pack that people get, with weights that stay: what its authors know before any example, and a little more.
 * So learning again changes no golden file.
 */
export const framework = compileFramework(
  loadPack({
    ...backend,
    notable: 0.43,
    tell: { api: 0.5, design: 0.45, reliability: 0.5, quality: 0.45, collaboration: 0.45 },
    ask: { api: 0.36, design: 0.36, reliability: 0.36, quality: 0.36, collaboration: 0.36 },
    vocabulary: {},
    weights: {
      ...steady,
      always: fewWithoutReason,
      'body.therefore': { notable: 1.6 },
      'path.migration.some': { design: 1.5 },
      'path.migration.most': { design: 1.5 },
      'title.structure': { design: 1 },
      'title.data': { design: 1 },
      'title.failure': { reliability: 2, notable: 2 },
      'title.returns': { api: 2 },
    },
  }),
);

export const firstQuarter: Cycle = { from: '2026-01-01', to: '2026-04-01', timeZone: 'UTC' };

/** What one engineer's report is made of, from the facts on: the same way that `try` goes. */
export function materialOf(changes: readonly ChangeFacts[], person = noor): Material {
  const credited = changes.map((change) => creditChange(change, framework));
  const own = credited
    .flatMap(({ evidence }) => evidence)
    .filter(({ activity }) => activity.person.key === person.key);
  const undoings = credited.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const { evidence, reverted } = withoutReverted(own, undoings);
  const leftOut = credited.flatMap((one) =>
    one.leftOut?.people.includes(person.key) === true ? [one.leftOut] : [],
  );
  const origin = {
    kind: 'clone' as const,
    repository: 'seatmap/tickets',
    url: 'https://seatmap.example/tickets',
    branch: 'main',
    gaps: [],
    framework: 'backend 0.1',
  };
  return {
    engineer: person.label,
    cycle: firstQuarter,
    origin,
    evidence: evidenceOfOne(evidence),
    leftOut: [...leftOut, ...reverted],
  };
}
