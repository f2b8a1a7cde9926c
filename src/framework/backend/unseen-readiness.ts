import type { Pack } from '../schema.ts';
import { told, kept, onScreens } from './unseen-wording.ts';

/** Being ready beforehand: checks that can be trusted, notice, steps and rules for bad days. */
export const readiness: Pack['unseen'] = [
  {
    key: 'trust',
    title: 'A check that failed by chance was put right, so that a red build means something',
    words: told(
      [
        String.raw`de-?flak\w*|less flak(?:y|ey)|(?:reduc|less)\w* flakiness`,
        String.raw`(?:fix\w*|stabili[sz]\w*|finds?|found|cur(?:e|ed|es|ing)|repair\w*|root[- ]caus\w+)\b.{0,60}\bflak(?:y|ey|es?|iness)`,
        String.raw`flak(?:y|ey|es?|iness)\b.{0,60}\b(?:fix\w*|stabili[sz]\w*|cured|repaired|gone)`,
        String.raw`tests?\b.{0,40}\b(?:deterministic|reproducible|time ?outs? during)`,
        String.raw`deterministic\b.{0,40}\btests?`,
        String.raw`reproducible builds?`,
      ],
      ['skip\\w*', 'disabl\\w*', 'ignor\\w*', 'quarantin\\w*', 'mute\\w*', 'x?fail marks?', 'reruns?'],
    ),
  },
  {
    key: 'tests',
    title: 'Tests were given a foundation that others can build on',
    words: told(
      [
        String.raw`test(?:ing)? (?:harness|foundation|bed|framework|infrastructure|kit|fixtures? library)\w*`,
        String.raw`(?:contract|property(?:-based)?|fuzz|chaos|load|soak|mutation|golden|characteri[sz]ation) tests?`,
        String.raw`fuzz(?:ing|ers?)`,
        String.raw`(?:fault|failure)[- ]injection`,
        String.raw`test ?containers?`,
      ],
      ['fix\\w*', 'skip\\w*', 'disabl\\w*', 'remov\\w*', 'typos?', 'bumps?', 'upgrad\\w*', 'flak\\w*'],
    ),
  },
  {
    key: 'pipeline',
    title: 'Everybody’s wait for the build was worked on',
    words: told(
      [
        String.raw`(?:ci|builds?(?! (?:an?|the|up|on|your|with)\b)|(?<!(?:data|delivery|ingest\w*|render\w*|event) )pipelines?|test suites?)\b.{0,60}\b(?:times?|minutes?|seconds?|fast\w*|slow\w*|parallel\w*|shard\w*|cach\w+)`,
        String.raw`(?:speed\w* up|faster|parallel\w*|shard\w*|cach\w+)\b.{0,40}\b(?:ci|test suites?|ci jobs?|docker builds?|image builds?|(?:in|of|for) (?:the )?(?:build|ci))`,
      ],
      ['time ?outs?', 'build[- ]time (?:error|variable|constant|flag|check)s?', 'clear\\w*', 'disabl\\w*'],
    ),
  },
  {
    key: 'deprecation',
    title: 'Notice was given before something goes away',
    words: told(
      [
        String.raw`deprecat(?:es?|ing|ions? (?:notices?|headers?|periods?|polic(?:y|ies)|plans?|time-?lines?|dates?))`,
        String.raw`(?:mark\w*|announc\w*|flag\w*|warn\w*|log\w*)\b.{0,60}\bdeprecat(?:ed|ion)`,
        String.raw`(?:sends?|adds?|emits?)\b.{0,30}\bdeprecation`,
        String.raw`sunset(?:s|ting)?(?! (?:colou?r|theme|times?|photos?))`,
        String.raw`(?:end[- ]of[- ](?:life|support)|eol) (?:notices?|dates?|polic(?:y|ies)|of|for)`,
      ],
      [
        String.raw`(?:fix|address|resolv|silenc|suppress|remov|avoid|ignor|clean|drop|replac|handl|delet|migrat|upgrad|bump|stop|no longer|tests?)\w*\b.{0,60}\b(?:deprecat\w*|sunset\w*|eol|end[- ]of)`,
        'un-?deprecat\\w*',
        'sunrise',
      ],
    ),
  },
  {
    key: 'runbook',
    title: 'Whoever is called next finds the steps written down',
    words: told(
      [
        String.raw`run[- ]?books?`,
        String.raw`play ?books?`,
        String.raw`post-?mortems?`,
        String.raw`on-?call (?:guides?|handbooks?|notes|docs|documentation)`,
        String.raw`disaster[- ]recovery`,
        String.raw`(?:restore|recovery|fail-?over) (?:drill|rehears|exercis)\w*`,
        String.raw`(?:rehears|practi[sc])\w*\b.{0,40}\b(?:fail-?over|restores?|recovery|roll-?back)`,
      ],
      ['ansible', 'sales', 'marketing', 'typos?', 'dead links?', 'broken links?'],
    ),
    paths: kept([
      String.raw`(?:run-?books?|playbooks?|post-?mortems?|on-?call)/(?:[^/]+/)?(?!readme)[^/]+\.(?:md|rst|adoc)`,
      String.raw`[^/]*(?:run-?book|post-?mortem)[^/]*\.(?:md|rst|adoc)`,
    ]),
  },
  {
    key: 'alert',
    title: 'A rule that calls somebody when something is wrong was added or made truer',
    words: told(
      [
        String.raw`alert(?:s|ing)?(?: rules?)? (?:for|on|when|if|before|once|thresholds?|routing)`,
        String.raw`alert(?:ing)? rules?`,
        String.raw`(?:adds?|tunes?|quiets?|routes?|tightens?|loosens?|merges?|replaces?) (?:\w+ ){0,3}alert(?:s|ing)?`,
        String.raw`burn[- ]rates?`,
        String.raw`error budgets?`,
        String.raw`pages? (?:on-?call|somebody|someone|us|the team) (?:when|if|before|on|for)`,
      ],
      [
        onScreens,
        'alert (?:boxe?s?|dialogs?|components?|icons?|messages?|styles?|colou?rs?|manager version)',
        'e?mails?|sms|push|inbox|webhooks?|customers?|users?|wallets?|usage|subscriptions?|plans?|price\\w*|ui|css',
        'app|dynamic|metric alerts?|security alerts?|dependabot|code ?ql|typos?',
      ],
    ),
    paths: kept([
      String.raw`(?:alerts?|alerting|alert-?rules?|prometheus-?rules?)/(?:[^/]+/)?[^/]+\.(?:ya?ml|rules|libsonnet|jsonnet|tf)`,
      String.raw`[^/]*(?:alert(?:s|ing)?[-_.]?rules?|[-_.]alerts?|burn-?rate)\.(?:ya?ml|libsonnet|jsonnet|tf)`,
    ]),
  },
];
