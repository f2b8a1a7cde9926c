import type { Pack } from '../../schema.ts';

/** What remarks of reviewers are about, by their words. Broad on purpose: three of one kind are a pattern. */
export const topics: Pack['topics'] = [
  topic(
    'tests',
    String.raw`\b(?:tests?|tested|testing|specs?|covers?|covered|coverage|fixtures?|assert\w*|expect(?:s|ed|ation)?|proves?|prove it)\b`,
  ),
  topic(
    'failure',
    String.raw`\b(?:fail\w*|errors?|exceptions?|panics?|crash\w*|time ?outs?|times out|retr(?:y|ies|ied)|lost|los(?:es|ing)|silent(?:ly)?|swallow\w*|down|stuck|dies|died|restart\w*|outage|page[sd]?|alert\w*)\b`,
  ),
  topic(
    'load',
    String.raw`\b(?:load|slow\w*|memory|every (?:request|row|call|second|minute)|loops?|n\+1|scan\w*|index\w*|limits?|batch\w*|cache\w*|lock\w*|queue\w*|pool\w*|at once|replicas?|seconds|minutes|thousand\w*|million\w*|traffic)\b`,
  ),
  topic(
    'edges',
    String.raw`\b(?:empty|null|nil|missing|zero|negative|midnight|leap|time ?zones?|twice|duplicat\w*|invalid|unknown|boundar\w*|off by|edge|case|older|first|last|without an?)\b`,
  ),
  topic(
    'contract',
    String.raw`\b(?:clients?|callers?|consumers?|contract|schema|fields?|versions?|compatib\w*|break\w*|status|header|response|answers?|returns?|partners?|customers?|webhooks?)\b`,
  ),
  topic(
    'data',
    String.raw`\b(?:migrat\w*|columns?|tables?|rows?|backfill\w*|transactions?|rollback|roll back|database|writes?|written|stored|ids?|keys?)\b`,
  ),
  topic(
    'structure',
    String.raw`\b(?:belongs?|module|package|layer|boundary|depend\w*|coupl\w*|owns?|instead|design|structure|split|separate|shared|one place|two places|abstraction|interface|state)\b`,
  ),
  topic(
    'reading',
    String.raw`\b(?:names?|named|reads?|reader|readable|comments?|sentence|words?|unclear|clear\w*|obvious|understand\w*|explain\w*|simpler|says?|whoever)\b`,
  ),
  topic(
    'people',
    String.raw`\b(?:on[- ]call|support|team\w*|partners?|customers?|users?|merchants?|operators?|whoever|somebody|someone|nobody|people|tell them|ask them|docs?|guide|runbook|changelog|notice)\b`,
  ),
];

function topic(key: string, pattern: string): Pack['topics'][number] {
  return { key, pattern };
}
