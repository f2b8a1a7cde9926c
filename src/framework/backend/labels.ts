import type { Rule } from '../schema.ts';

/** What labels tell: those of the change, and of the issues that it closes. Their weights are set by hand. */
export const labels: readonly Rule[] = [
  label('incident', String.raw`incidents?|outages?|sev(erity)?[- ]?\d|post-?mortem`, 'answers an incident'),
  label(
    'speed',
    String.raw`perf(ormance)?|latency|slow|memory|scalability`,
    'is labelled as a matter of speed',
  ),
  label(
    'reliability',
    String.raw`reliab\w+|stability|resilien\w+|crash|data[- ]loss|observability|monitoring|alerting|on[- ]?call`,
    'is labelled as a matter of keeping things running',
  ),
  label(
    'api',
    String.raw`api|endpoints?|sdk|cli|breaking([- ]change)?|deprecation`,
    'is labelled as API work',
  ),
  label(
    'architecture',
    String.raw`architecture|rfc|adr|design[- ]doc|proposal|data[- ]model|migration`,
    'is labelled as a matter of structure',
  ),
  label(
    'quality',
    String.raw`tech(nical)?[- ]debt|refactor(ing)?|clean[- ]?up|flak(y|e|iness)([- ]tests?)?|tests?|testing|code[- ]quality|lint(ing)?`,
    'is labelled as care for the code',
  ),
  label(
    'guidance',
    String.raw`docs?|documentation|onboarding|guide|contributor[- ]experience|developer[- ]experience|dx`,
    'is labelled as written for others',
  ),
];

/** The whole label, with or without what kind of label it is: `incident`, `type: incident`, `kind/incident`. */
function label(key: string, words: string, reason: string): Rule {
  return { key, pattern: String.raw`^(?:[\w -]{1,20}[:/] ?)?(?:${words})$`, reason };
}
