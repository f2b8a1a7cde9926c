import type { Pack } from '../schema.ts';
import { told, kept, onScreens, inTests } from './unseen-wording.ts';

/** What keeps running: data, waits, room, sight. */
export const running: Pack['unseen'] = [
  {
    key: 'query',
    title: 'The database was given a shorter way to the same answer',
    words: told(
      [
        String.raw`(?:missing|composite|partial|covering|unused|redundant|database|db|unique|gin|gist|btree|b-tree|brin|functional) (?:\w+ )?index(?:es)?`,
        String.raw`(?:adds?|creates?|drops?|moves?|rebuild\w*|uses?) (?:an? |the |new |missing )*index(?:es)? (?:on|for|to|of|so|concurrently|that)`,
        String.raw`index(?:es)? concurrently`,
        String.raw`query plans?`,
        String.raw`explain analy[sz]e`,
        String.raw`n ?\+ ?1(?! (?:other|more|layout|columns?))`,
        String.raw`(?:seq|sequential|full|whole)[- ](?:table )?scans?`,
        String.raw`slow (?:sql )?quer(?:y|ies)`,
        String.raw`eager[- ]?load\w*`,
      ],
      [
        'search index',
        'full[- ]text',
        'index pages?',
        'readme',
        'docs? index',
        'index\\.\\w+',
        'planners?',
        'offsets?',
        'segments?',
      ],
    ),
  },
  {
    key: 'migration',
    title: 'Stored data changed its shape, which is noticed only when it goes wrong',
    words: told(
      [
        String.raw`backfill(?:s|ed|ing)? (?:the|old|all|existing|missing|histori\w+|every|rows?|data|from|\w+_\w+)`,
        String.raw`backfill (?:job|script|migration|task)s?`,
        String.raw`dual[- ]?(?:writ\w+|reads?)|double[- ](?:writes|writing)`,
        String.raw`shadow (?:writes?|reads?|tables?)`,
        String.raw`expand(?:[- ]and[- ]|[/ ])contract`,
        String.raw`(?:zero|no|without)[- ]down-?time`,
        String.raw`(?:data|schema|database|db|table|column) migrations?`,
        String.raw`migrat(?:es?|ed|ing)\b.{0,40}\b(?:rows?|records?|tables?|columns?|schemas?|stored|existing data|databases?)`,
        String.raw`(?:adds?|new|drops?|renam\w+|mov\w+|split\w*|alter\w*|widen\w*|backfill\w*) .{0,50}\b(?:columns?|foreign keys?|not[- ]null|primary keys?|(?:check|unique|exclusion) constraints?)`,
        String.raw`adds? \w+_\w+ to (?:the )?\w+ tables?`,
        String.raw`partition\w* .{0,40}\b(?:tables?|by (?:day|week|month|year|tenant|date))`,
      ],
      [
        'scheduler|schedules?|cadence|backfill ?ids?|(?:ui|css|grid|csv|board|layout|page|view|screen|kanban|markdown) ?(?:tables?|columns?)?',
        `(?:fix\\w*|typos?) .{0,20}comments?|docs?|guides?|${inTests}`,
      ],
    ),
    paths: kept([
      String.raw`(?:migrations?|migrate|alembic/versions|flyway|liquibase)/(?:[^/]+/)?(?:V?\d[^/]*\.(?:sql|rb|py|php|ts|js|go|java|kt|exs?|cs|xml|ya?ml)|[^/]+\.sql)`,
    ]),
  },
  {
    key: 'resilience',
    title: 'When something it needs is slow or away, the work goes on or fails gently',
    words: told(
      [
        String.raw`retr(?:y|ies|ied|ying)`,
        String.raw`(?:exponential )?back-?off`,
        String.raw`(?:adds?|sets?|bounds?|enforc\w+|honou?r\w*|propagat\w+|respect\w*|caps?|give|gives|introduc\w+|per-\w+|with(?:in)?|missing|overall)\b.{0,50}\b(?:time-?outs?|time outs?|deadlines?)`,
        String.raw`time ?outs? (?:for|on|to|around|so)`,
        String.raw`circuit[- ]?break\w+`,
        String.raw`dead[- ]letter\w*|dlqs?`,
        String.raw`idempoten\w+`,
        String.raw`graceful(?:ly)? (?:shut\w*|degrad\w+|drain\w*|stop\w*|exit\w*|restart\w*|terminat\w+)`,
        String.raw`(?:degrad(?:es?|ed)|fails?) (?:gracefully|softly|soft|open)`,
        String.raw`load[- ]shed\w*|shed(?:s|ding)? load|back-?pressure|bulkheads?`,
        String.raw`fall(?:s|ing)? ?back to`,
        String.raw`dead-?locks?|race conditions?|data races?|races? (?:between|in|on|with|at|when)|race$|at[- ]least[- ]once|exactly[- ]once (?:delivery|processing|semantics)|poison (?:messages?|pills?)`,
        String.raw`(?:goroutine|memory|connection|thread|socket|handle|file descriptor|fd|task|resource)s? leaks?`,
        String.raw`(?:fix|stop|plug|prevent|close|find)\w*\b.{0,40}\bleaks?(?! (?:between|of|to|secrets?|tokens?|data))`,
        String.raw`leak\w* (?:of )?(?:\w+ )?(?:goroutines?|memory|connections?|threads?|sockets?|handles?|file descriptors?|fds)`,
        String.raw`(?:when|if|while|though) (?:\S+ ){1,5}(?:is|are|goes|stays?) (?:away|down|unavailable|unreachable|slow|gone|offline|silent)`,
        String.raw`reconnects?(?:ing)?|surviv(?:es?|ed|ing)`,
      ],
      [
        onScreens,
        inTests,
        'docs?',
        'race detect\\w*',
        'session time ?outs?|idle|debounc\\w+|animations?|configurable|retry (?:button|link|page)|loading|typos?',
        'time-?out (?:wrapper|type|field|constant|message|config\\w*|setting|value)s?|fallback (?:image|font|icon|locale|language|avatar|text|label|colou?r)s?',
      ],
    ),
  },
  {
    key: 'capacity',
    title: 'A limit or the room for more load was set with care',
    words: told(
      [
        String.raw`capacity (?:plan\w*|model\w*|limits?|tests?|head-?room|for)`,
        String.raw`quotas?`,
        String.raw`rate[- ]?limit\w*|throttl\w+`,
        String.raw`auto-?scal\w+`,
        String.raw`connection pools?|pool sizes?`,
        String.raw`memory (?:usage|use|footprint|limits?|consumption|growth)`,
        String.raw`ooms?(?:[- ]kill\w*)?|out[- ]of[- ]memory`,
        String.raw`head-?room|load[- ]test\w*|cardinality`,
        String.raw`concurrency limits?|max(?:imum)? (?:concurren\w+|connections?|in-?flight)`,
        String.raw`(?:bounds?|caps?|limits?) (?:the )?(?:memory|queue|cache|buffer|batch|concurren\w+|number of|size of|growth)`,
      ],
      [
        'remov\\w*|disabl\\w*|clean-?ups?|docs?|typos?|mobile|storage plans?|error ?kinds?|enums?',
        onScreens,
        'swimming|scripts?',
      ],
    ),
  },
  {
    key: 'instrumentation',
    title: 'What the system does can now be seen from outside',
    words: told(
      [
        String.raw`(?:add(?:s|ing|ed)?|emits?|exposes?|records?|exports?|instrument\w*|counts?|measures?|new|more|missing)\b.{0,50}\b(?:metrics?|tracing|traces?|spans?|telemetry|histograms?|gauges?|counters?|sensors?)`,
        String.raw`(?:metrics?|spans?|traces?|telemetry) (?:for|of|on|from|around|by|per)`,
        String.raw`observability|instrumentation|structured log(?:s|ging)|correlation ids?|slow[- ]log`,
        String.raw`slos?|slis?`,
        String.raw`(?:health|readiness|liveness)[- ]?(?:checks?|probes?)`,
        String.raw`(?:grafana|metrics|ops|operations|service|latency|monitoring|on-?call|capacity) dashboards?`,
        String.raw`dashboards? (?:for|of) the \w+`,
      ],
      [
        'marketing|sales|campaigns?|revenue|growth|finance|billable|business|admin|customers?|usage|vanity',
        'tests? (?:for|of)|typos?|remov\\w*|drops?|renam\\w*|deprecat\\w*|revert\\w*|bumps?|stack traces?|lint\\w*',
        'fix\\w* .*(?:links?|probes?|checks?)|trace items?|dead links?',
      ],
    ),
    paths: kept([
      String.raw`(?:dashboards?|grafana|monitoring)/(?!.*(?:marketing|sales|growth|campaign|finance|revenue|docker-compose|datasource))(?:[^/]+/){0,2}[^/]+\.(?:json|jsonnet|libsonnet|ya?ml|tf)`,
    ]),
  },
];
