import type { Rule } from '../schema.ts';

/** Words that tell what was delivered and how the parts of the system fit together. */
export const wordsOfDelivery: readonly Rule[] = [
  // what kind of change its author calls it
  rule('feature', String.raw`^\W*feat(ure)?\b(?! flags?)`, 'is called a feature by its title'),
  rule(
    'fix',
    String.raw`^\W*(bug ?)?fix(es|ed)?\b|\bfix(es|ed(?![- ](size|width|length|point|rate|window|number|set))|ing)?\b`,
    'fixes a fault',
  ),
  rule('perf', String.raw`^\W*perf(ormance)?\b`, 'is called a performance change by its title'),
  rule(
    'refactor',
    String.raw`^\W*ref(actor(ing)?)?\b|\brefactor`,
    'restructures code without changing what it does',
  ),
  rule('docs', String.raw`^\W*docs?\b|\bdocument(s|ed|ation|ing)?\b`, 'documents how something works'),
  rule('chore', String.raw`^\W*(chore|misc|nit|housekeeping)\b`, 'is called a chore by its title'),
  rule(
    'ci',
    String.raw`^\W*(ci|build|infra)\b[^:\s]{0,30}[:\]]|\b(github actions?|ci (job|run|check|pipeline|build)s?|continuous integration|buildkite|jenkins)\b`,
    'changes how changes are built and checked',
  ),
  rule(
    'dependencies',
    String.raw`^\W*(build|chore|fix)?\(?deps?\b|\b(bump|upgrade)s? .{0,40}\b(to|from) v?\d|\bupdates? .{0,40}\b(to|from) v?\d+\.\d|\bdependenc(y|ies)\b(?! (injection|graph|order|cycle))`,
    'updates a dependency',
  ),
  rule(
    'release',
    String.raw`^\W*(release|prepare (for )?release|version( bump\b|(?= v?\d)))\b|\bchangelog\b`,
    'prepares a release',
  ),
  rule(
    'interface',
    String.raw`\b(ui|ux|button|modal|page(?! (size|fault|cache|table|token)s?)|styl(e|es|ing)|css|icon|layout|tooltip|sidebar|dropdown|theme|component)\b`,
    'changes what people see on a screen',
  ),
  rule('typo', String.raw`\btypos?\b|\bspelling\b|\bgrammar\b|\bwording\b`, 'corrects words'),
  // verbs
  rule(
    'adds',
    String.raw`\b(adds?|adding|introduc(e|es|ing)|implement(s|ed|ing)?|new)\b`,
    'adds something new',
  ),
  rule(
    'supports',
    String.raw`\b(supports?|allows?|enables?|accepts?|let users|make it possible|configurable|option to)\b`,
    'lets its users do something they could not do',
  ),
  rule(
    'returns',
    String.raw`\b(returns?|expos(e|es|ed)|respond(s)?|validat(e|es|ion|ing)|reject(s|ed)?)\b`,
    'changes what a caller gets back',
  ),
  rule(
    'removes',
    String.raw`\b(remov(e|es|ed|ing|al)|delet(e|es|ing)|drop(s|ped)?|retire(s|d)?|get(ting)? rid of)\b`,
    'removes something',
  ),
  rule(
    'unused',
    String.raw`\b(unused|dead code|obsolete|leftover|no longer (used|needed)|stale code|legacy)\b`,
    'removes what nobody uses any more',
  ),
  rule(
    'tidies',
    String.raw`\b(clean(s|ed|ing)?[ -]?ups?|clean up|simplif(y|ies|ied)|tidy|dedup(licate)?|deduplicat\w*|reuse|consolidat\w+|consistent(ly)?|readab(le|ility)|nit)\b`,
    'makes code simpler to read and change',
  ),
  rule(
    'renames',
    String.raw`\b(renam(e|es|ed|ing)|mov(e|es|ed|ing) .{0,40}\b(to|into|out|from)\b|extract(s|ed|ing)?|split(s|ting)?)\b`,
    'moves code to where it belongs',
  ),
  rule(
    'replaces',
    String.raw`\b(replac(e|es|ed|ing)|switch(es|ing)? (to|from|over)|migrat(e|es|ed|ing) (to|from|off|away)|port(s|ed)? (?!\d).{0,30}\bto\b|instead of)\b`,
    'moves from one way of doing it to another',
  ),
  rule(
    'improves',
    String.raw`\b(improv(e|es|ed|ing|ements?)|optimi[sz](e|es|ed|ing|ations?)|enhanc(e|es|ing)|better)\b`,
    'improves something that was there',
  ),
  rule(
    'avoids',
    String.raw`\b(avoid(s|ing)?|prevent(s|ing)?|protect(s)?|guard(s)?|don'?t|do not|ensure(s)?|make sure)\b`,
    'keeps something from going wrong',
  ),
  rule(
    'reduces',
    String.raw`\b(reduc(e|es|ed|ing|tion)|lower(s|ed)?|shrink(s)?|cut(s)?|less|fewer|minimi[sz]e)\b`,
    'makes something smaller or rarer',
  ),
  rule(
    'handles',
    String.raw`\b(handl(e|es|ed|ing)|toleran(t|ce)|graceful(ly)?|recover(s|y|ing)?|fall(s)? ?back|degrad\w+|resilien\w+)\b`,
    'keeps working when something fails',
  ),
  // what consumers rely on
  rule(
    'endpoint',
    String.raw`\b(endpoints?|apis?|(?<!the )rest(?! of\b)|graphql|grpc|rpc|routes?|mutations?|resolvers?|webhooks?|openapi|swagger|proto(buf|s)?)\b`,
    'changes something that other programs call',
  ),
  rule(
    'contract',
    String.raw`\b(request|response|payload|parameters?|params?|headers?|fields?|argument|schema|status code|error (code|message)s?|pagination|idempoten\w+|enum)\b`,
    'changes the contract with its callers',
  ),
  rule(
    'command',
    String.raw`(?<=^|[^\w-])--[a-z][\w-]+|\b(cli|commands?|subcommand|(?<!feature )flags?|sdk|client( library)?|config(uration)?( option)?|settings?|env(ironment)? var(iable)?s?)\b`,
    'changes a command, a setting or a client that people use',
  ),
  rule(
    'access',
    String.raw`\b(auth(entication|orization|n|z)?|oauth\d?|oidc|saml|sso|login|log ?in|sign ?(in|up)|passwords?|permissions?|rbac|roles?|tokens?(?![- ]?bucket)|mfa|captcha)\b`,
    'changes how people and programs are let in',
  ),
  rule(
    'business',
    String.raw`\b(invoice|billing|payments?|subscription|(?<!in )orders?|checkout|customers?|users?|accounts?|organi[sz]ations?|wallet|credit|refund|email|notification)s?\b`,
    'changes what the service does for its customers',
  ),
  rule(
    'querying',
    String.raw`\b(filter(s|ing)?|sort(ing)?|search|group by|aggregat\w+|query language|traceql|promql|logql|functions?|operator|expression)\b`,
    'changes what can be asked of the data',
  ),
  rule('limits', String.raw`\b(rate[- ]limit\w*|quotas?|throttl\w+|limits?)\b`, 'sets or keeps a limit'),
  rule(
    'deprecates',
    String.raw`\b(deprecat\w+|sunset|end of life|backwards?[- ]compatib\w+|breaking( change)?s?|migration guide|upgrade guide)\b`,
    'retires an old way with notice',
  ),
  // structure
  rule(
    'structure',
    String.raw`\b(architect\w+|rfc|adr|design( doc)?|abstraction|interfaces?|modul(e|es|ar)|decoupl\w+|separat\w+|boundar(y|ies)|layer|framework|engine|subsystem|foundation|generic|unif(y|ies|ied))\b`,
    'changes how parts of the system fit together',
  ),
  rule(
    'service',
    String.raw`\b(microservices?|new (service|crate|package|module)|actors?|workers?|scheduler|controller|operator|plugin|provider|event[- ]driven|events?|outbox|saga|state machine|queues?|stream(s|ing)?|consumer|producer|pub ?sub)\b`,
    'builds or changes a part of the system',
  ),
  rule(
    'data',
    String.raw`\b(tables?|columns?|data ?models?|storage( format| layer)?|persist(ence|ent)?|partition(s|ing|ed)?|shard(s|ing|ed)?|(database|schema|data) migrations?|backfill|index format|serializ\w+|encoding|wal|snapshot)\b`,
    'changes how data is kept',
  ),
  rule(
    'parts',
    String.raw`\b(in)?to (its|their|a|an|one) (own|separate|new|shared|common|dedicated|standalone) (crate|package|module|library|service|repo(sitory)?|process|schema|namespace|binary|component)\b|\b(new|shared|common|separate) (crate|package|librar(y|ies)|subsystem|service)\b|\bscaffold(ing|ed)\b|\bskeleton (of|for)\b|\bfoundations? (of|for)\b|\bgroundwork\b`,
    'gives a part of the system a place of its own',
  ),
  rule(
    'staged',
    String.raw`\b(phase \d|part \d|step \d|\d ?/ ?\d|first (step|part|pass)|follow[- ]?up|preparation|prepar(e|es|ing) for|dual[- ]writ\w+|feature flag|behind a flag|roll(ed|ing)?[- ]?out|gradual\w*|roll ?back)\b`,
    'is one step of a change made in safe steps',
  ),
  rule(
    'protocol',
    String.raw`\b(protocols?|consensus|raft|replicat\w+|isolation|consisten(cy|t)|transaction(s|al)?|leader|multi[- ](tenant|cluster|region)|ipv6|tls|http/2)\b`,
    'changes how parts of the system agree with each other',
  ),
];

function rule(key: string, pattern: string, reason: string): Rule {
  return { key, pattern, reason };
}
