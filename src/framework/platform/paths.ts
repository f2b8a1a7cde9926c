import { paths as ofBackend } from '../backend/paths.ts';
import type { Rule } from '../schema.ts';

/** A path says the same whoever reads it, so what fits is shared. */
const shared = [
  'guide',
  'documentation',
  'ownership',
  'runbook',
  'alert',
  'dashboard',
  'observing',
  'pipeline',
  'deployment',
  'concurrency',
  'test',
];

export const paths: readonly Rule[] = [
  ...ofBackend.filter(({ key }) => shared.includes(key)),
  {
    key: 'network',
    pattern: String.raw`(^|/)(dns|vpc|network(ing)?|ingress|istio|envoy|certs?|certificates)(/|[^/]*\.(tf|ya?ml)$)`,
    reason: 'changes how parts of the system reach each other',
  },
  {
    key: 'module',
    pattern: String.raw`(^|/)(modules|charts|library|templates|blueprints|scaffold(s|ing)?|cookiecutter)/[^/]+/`,
    reason: 'changes a part that other teams build on',
  },
  {
    key: 'target',
    pattern: String.raw`(^|/)(slos?|sli|openslo|error[-_]budgets?)(/|[^/]*\.(ya?ml|json)$)`,
    reason: 'changes a promised target',
  },
  {
    key: 'postmortem',
    pattern: String.raw`(^|/)(post-?mortems?|incident[-_]?reviews?)/[^/]+\.(md|rst|adoc)$`,
    reason: 'writes an incident up',
  },
];
