import type { Pack } from '../schema.ts';

/** Set by hand: what the field knows before any example. One find in a title is told, one in a description is asked. */
const inTitle: Pack['weights'] = {
  target: { steadiness: 2.6, insight: 0.5, notable: 0.4 },
  limits: { steadiness: 3 },
  capacity: { steadiness: 2.6, delivery: 0.4 },
  failover: { steadiness: 2.8, notable: 0.6 },
  incident: { incidents: 3, notable: 0.4 },
  oncall: { incidents: 3, enablement: 0.3 },
  cluster: { delivery: 2.6 },
  pipeline: { delivery: 2.6 },
  upgrade: { delivery: 2.8 },
  cost: { delivery: 2.2, notable: 0.3 },
  observing: { insight: 3 },
  alerting: { insight: 2.8, incidents: 0.5 },
  selfservice: { enablement: 2.8 },
  guide: { enablement: 2.4 },
  teams: { enablement: 2, notable: 0.3 },
  proof: { notable: 1.2 },
  undo: { notable: 1 },
  cause: { notable: 0.5, incidents: 0.4 },
  chore: { steadiness: -1, delivery: -1, insight: -1, enablement: -1, incidents: -1, notable: -2 },
};

const bodyShare = 0.45;

/** In descriptions, only what argues counts as in a title. */
const arguing: Pack['weights'] = {
  'body.proof': { notable: 1.3 },
  'body.undo': { notable: 1 },
  'body.cause': { notable: 0.6, incidents: 0.4 },
  'body.chore': {},
};

const ofPaths: Pack['weights'] = {
  'path.runbook.all': { incidents: 2.8 },
  'path.runbook.most': { incidents: 2.2 },
  'path.runbook.some': { incidents: 1.2 },
  'path.postmortem.all': { incidents: 3, notable: 1 },
  'path.postmortem.most': { incidents: 2.2, notable: 0.7 },
  'path.postmortem.some': { incidents: 1.5 },
  'path.alert.all': { insight: 2.4 },
  'path.alert.most': { insight: 1.8 },
  'path.alert.some': { insight: 0.8 },
  'path.dashboard.all': { insight: 3 },
  'path.dashboard.most': { insight: 2.2 },
  'path.dashboard.some': { insight: 1.2 },
  'path.observing.all': { insight: 2 },
  'path.observing.most': { insight: 1.5 },
  'path.observing.some': { insight: 0.6 },
  'path.target.all': { steadiness: 2.6, insight: 0.5 },
  'path.target.most': { steadiness: 2, insight: 0.4 },
  'path.target.some': { steadiness: 1.2 },
  'path.concurrency.all': { steadiness: 1.6 },
  'path.concurrency.most': { steadiness: 1.2 },
  'path.pipeline.all': { delivery: 2.6 },
  'path.pipeline.most': { delivery: 2 },
  'path.pipeline.some': { delivery: 0.8 },
  'path.deployment.all': { delivery: 2 },
  'path.deployment.most': { delivery: 1.6 },
  'path.deployment.some': { delivery: 0.8 },
  'path.network.all': { delivery: 2 },
  'path.network.most': { delivery: 1.6 },
  'path.network.some': { delivery: 0.8 },
  'path.module.all': { enablement: 2, delivery: 0.6 },
  'path.module.most': { enablement: 1.4, delivery: 0.6 },
  'path.guide.all': { enablement: 2.6 },
  'path.guide.most': { enablement: 2 },
  'path.guide.some': { enablement: 1 },
  'path.documentation.all': { enablement: 1.2 },
  'path.ownership.all': { enablement: 2 },
};

const always = {
  steadiness: -2.4,
  incidents: -2.6,
  delivery: -2,
  insight: -2.4,
  enablement: -2.3,
  notable: -1.6,
};

export const weights: Pack['weights'] = {
  always,
  ...placed('title', inTitle, 1),
  ...placed('body', inTitle, bodyShare),
  ...arguing,
  ...ofPaths,
  'label.incident': { incidents: 2.8, notable: 0.4 },
  'label.speed': { steadiness: 1.5 },
  'label.reliability': { steadiness: 1.5 },
  'label.guidance': { enablement: 1.2 },
  'shape.states-a-metric': { notable: 1.2, steadiness: 0.4 },
  'shape.before-and-after': { notable: 0.8 },
  'shape.mostly-document': { notable: 0.5 },
  'shape.few-lines': { notable: -0.5 },
};

function placed(place: string, rows: Pack['weights'], share: number): Pack['weights'] {
  return Object.fromEntries(
    Object.entries(rows).map(([rule, row]) => [
      `${place}.${rule}`,
      Object.fromEntries(Object.entries(row).map(([area, weight]) => [area, weight * share])),
    ]),
  );
}
