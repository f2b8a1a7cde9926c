import type { Weights } from '../learn.ts';

/**
 * What a fair reader would cite, whichever way it is worded: proof, a cause, a mistake that cannot come back, people
 * asked and told, a document with substance. Few examples show each, and a reader looks for all of them.
 */
const judgement: Weights = {
  'body.found': { notable: 0.7 },
  'body.proof': { notable: 0.9 },
  'body.tried': { notable: 0.5 },
  'body.undo': { notable: 0.7 },
  'body.weighs': { notable: 0.7 },
  'body.notice': { notable: 0.6 },
  'body.agreed': { notable: 0.8 },
  'body.lasting': { notable: 0.9 },
  'body.bounds': { notable: 0.2 },
  'body.scope': { notable: 0.4 },
  'shape.document': { notable: 0.8 },
  'shape.mostly-document': { notable: 1 },
  'shape.before-and-after': { reliability: 1, notable: 0.8 },
  'shape.few-lines': { notable: -0.5 },
};

/**
 * What the field knows before any example is seen: a design record is about design, a code owners file about other
 * people. Examples move a weight away from here only as far as they carry; rare kinds of work keep their meaning.
 */
export const priors: Weights = {
  'path.decision.all': { design: 3, collaboration: 1, notable: 1 },
  'path.decision.most': { design: 2.5, notable: 0.5 },
  'path.decision.some': { design: 1.5 },
  'path.ownership.all': { collaboration: 4 },
  'path.ownership.most': { collaboration: 2.5 },
  'path.ownership.some': { collaboration: 1 },
  'path.guide.all': { collaboration: 2 },
  'path.guide.most': { collaboration: 1.5 },
  'path.documentation.all': { collaboration: 1.5 },
  'path.runbook.all': { reliability: 2.5, collaboration: 1 },
  'path.runbook.most': { reliability: 2 },
  'path.runbook.some': { reliability: 1.5 },
  'path.alert.all': { reliability: 1.5 },
  'path.alert.most': { reliability: 1 },
  'path.dashboard.all': { reliability: 1.5 },
  'path.migration.some': { design: 1 },
  'path.migration.most': { design: 1.5 },
  'path.migration.all': { design: 1.5 },
  'path.contract.most': { api: 1 },
  'path.contract.all': { api: 1 },
  'path.test.all': { quality: 2 },
  'path.lint.all': { quality: 1.5 },
  'path.lint.most': { quality: 1 },
  'path.benchmark.most': { reliability: 0.7 },
  'path.pipeline.all': { quality: 1 },
  'title.ci': { quality: 0.7 },
  'title.flaky': { quality: 1.5, notable: 0.3 },
  'title.lint': { quality: 1 },
  'title.tests': { quality: 0.7 },
  'title.ownership': { collaboration: 2 },
  'title.guide': { collaboration: 1 },
  'title.deprecates': { api: 0.7, collaboration: 1 },
  'title.staged': { design: 1, notable: 0.4 },
  'title.structure': { design: 1 },
  'title.protocol': { design: 0.5 },
  'title.data': { design: 0.5 },
  'title.alerting': { reliability: 1.5 },
  'title.queries': { reliability: 1.5, notable: 0.3 },
  'title.retries': { reliability: 1 },
  'title.memory': { reliability: 0.7 },
  'title.speed': { reliability: 1 },
  'title.endpoint': { api: 0.7 },
  'shape.states-a-metric': { reliability: 0.5, notable: 1.5 },
  'body.staged': { notable: 0.4 },
  'body.risk': { notable: 0.3 },
  'body.cause': { notable: 0.2 },
  'body.verified': { notable: 0.3 },
  'body.teams': { collaboration: 0.3 },
  ...judgement,
};
