import type { Rule } from '../schema.ts';

/** What paths tell. A path may match several rules; each is weighed by how much of the change it covers. */
export const paths: readonly Rule[] = [
  path(
    'test',
    String.raw`(^|/)(tests?|__tests__|spec|specs|testing|testdata|e2e|integration[-_]tests?|fixtures?|mocks?)/|[._-](test|spec)s?\.[a-z]+$|_test\.[a-z]+$|(^|/)test_[^/]+\.py$|(?<!(^|/)(con|la|pro|fas))tests?\.(java|kt|scala|cs)$|conftest\.py$`,
    'changes tests',
  ),
  path(
    'documentation',
    String.raw`(^|/)(docs?|documentation|website|handbook)/|\.(md|mdx|rst|adoc)$`,
    'changes documentation',
  ),
  path(
    'guide',
    String.raw`(^|/)(contributing|getting[-_ ]started|upgrad(e|ing)|migrat(ion|ing)[-_ ]guide|onboarding|tutorials?|guides?|how-?tos?)\b[^/]*(/.*)?\.(md|mdx|rst|adoc|ipynb)$`,
    'changes a guide for others',
  ),
  path(
    'decision',
    String.raw`(^|/)(rfcs?|adrs?|proposals?|design[-_]?docs?|decisions?|docs?/(design|architecture))/|(^|/)((rfc|adr)(?![a-z])[^/]*|architecture|design)\.(md|rst|adoc)$`,
    'records a design decision',
  ),
  path(
    'ownership',
    String.raw`(^|/)(codeowners|owners|maintainers)(\.md)?$|(^|/)(issue_template|pull_request_template)`,
    'changes who looks after what',
  ),
  path(
    'changelog',
    String.raw`(^|/)changelog[^/]*$|(^|/)(changes|history|release[-_]?notes|news|upgrading)([-_.]v?\d[^/]*)?(\.(md|mdx|rst|txt|adoc))?$|(^|/)\.changeset/|(^|/)(changelogs?|newsfragments|\.server-changes)/`,
    'tells users of the change',
  ),
  path(
    'contract',
    String.raw`\.(proto|graphql|graphqls|gql|avsc|thrift|cue|smithy)$|(^|/)(openapi|swagger)[^/]*|(^|/)(schema|schemas)\.(json|ya?ml|graphql|ts|py|rb)$|(^|/)(idl|protos?|protobuf)/|\.schema\.json$`,
    'changes a schema that others build on',
  ),
  path(
    'endpoint',
    String.raw`(^|/)(api|apis|routes?|routers?|controllers?|endpoints?|handlers?|resolvers?|views?|rest|graphql|grpc|web|http|server|mutations?|quer(y|ies))/|(routes?|controllers?|handlers?|resolvers?|endpoints?|(?<!re|inter)views?)\.[a-z]+$|_(handler|controller|endpoint|route|service|api)\.[a-z]+$`,
    'changes code that answers callers',
  ),
  path(
    'command',
    String.raw`(^|/)(cli|cmd|commands?|sdk|sdks|client|clients)/|(^|/)(cli(?![a-z])|cmd|command|client)[^/]*\.[a-z]+$`,
    'changes a command or a client',
  ),
  path(
    'screen',
    String.raw`\.(tsx|jsx|vue|svelte|css|scss|sass|less|html|hbs|svg|erb)$|(^|/)(frontend|ui|webapp|components|templates|locales?|i18n|static|assets)/`,
    'changes what people see on a screen',
  ),
  path(
    'settings',
    String.raw`(^|/)(config|configs|configuration|settings)(/|\.[a-z]+$|[-_][^/]*$)|\.(env|env\.example|toml|ini|properties)$`,
    'changes settings',
  ),
  path(
    'migration',
    String.raw`(^|/)(migrations?|migrate|db/migrate|schema_migrations|flyway|liquibase|alembic)/|(^|/)V\d+__[^/]+\.sql$|(^|/)\d{6,}[-_][^/]+\.(sql|rb|py|ts|js)$|snuba_migrations/`,
    'adds or changes a database migration',
  ),
  path(
    'database',
    String.raw`\.sql$|(^|/)(db|database|databases|sql|persistence|storage|store|stores|repository|repositories|dao|models?|entities|schema)/|(^|/)(structure\.sql|schema\.rb|schema\.prisma)$|(model|repository|store|storage)\.[a-z]+$`,
    'changes how data is kept',
  ),
  path(
    'cache',
    String.raw`cach(e|es|ing)[^/]*(/|\.[a-z]+$)|(^|/)(redis(?!tri)|memcached)[^/]*`,
    'changes caching',
  ),
  path(
    'jobs',
    String.raw`(^|/)(jobs?|workers?|queues?|tasks?|consumers?|producers?|scheduler|workflows?|streams?|events?)/[^.]*\.[a-z]+$|_(job|worker|consumer|producer)\.[a-z]+$`,
    'changes work done in the background',
  ),
  path(
    'network',
    String.raw`(^|/)(net(?![a-z])|network|transport|proxy|gateway|ingress|loadbalanc\w*|connections?|pool)[^/]*(/|\.[a-z]+$)`,
    'changes how parts talk to each other',
  ),
  path(
    'concurrency',
    String.raw`((?<![bc])lock|mutex|semaphore|(?<!car|s)pool|limiter|throttl\w*|backoff|retry|retries|circuit|timeout|(?<!re)lease|recovery|shutdown)[^/]*\.[a-z]+$`,
    'changes how it copes with load and failure',
  ),
  path(
    'runbook',
    String.raw`(^|/)(run-?books?|playbooks?|on-?call)[^/]*(/(?!.*\.(java|kt|go|py|rb|tsx?|rs|ex|cs)$)|\.md$)`,
    'changes a runbook',
  ),
  path(
    'post-mortem',
    String.raw`(^|/)(postmortems?|post-mortems?|incidents?|incident-reports?)[^/]*(/[^/]*\.(md|rst|adoc)|\.md)$`,
    'writes up an incident',
  ),
  path(
    'alert',
    String.raw`(^|/)(alerts?|alerting|prometheus|slos?(?![a-z])|monitors?)[^/]*(/(?![^/]*\.(md|rst)$)|\.(ya?ml|libsonnet|jsonnet|tf|json)$)|(^|/)([\w-]*[-_])?rules?[^/]*\.(ya?ml|libsonnet|jsonnet)$`,
    'changes an alert rule',
  ),
  path(
    'dashboard',
    String.raw`(^|/)(dashboards?|grafana)[^/]*/|(^|/)[\w-]*mixins?/(.*\.)?(libsonnet|jsonnet|json)$|dashboard[^/]*\.(json|jsonnet|libsonnet|ya?ml)$`,
    'changes a dashboard',
  ),
  path(
    'observing',
    String.raw`((?<!geo|bio|sym|para|iso)metrics?|telemetry|tracing|logging|logger|instrument\w*|observab\w*|(?<!thermo)stats|sentry|(?<![hm])otel)[^/]*(/|\.[a-z]+$)`,
    'changes what can be seen of the running system',
  ),
  path(
    'pipeline',
    String.raw`(^|/)\.(github/(workflows|actions)|circleci|buildkite|gitlab-ci|travis|drone)|(^|/)(jenkinsfile|azure-pipelines|\.gitlab-ci\.yml)|(^|/)ci/`,
    'changes how changes are built and checked',
  ),
  path(
    'lint',
    String.raw`(^|/)\.?(eslint|prettier|golangci|rubocop|flake8|pylint|stylelint|editorconfig|pre-commit|clippy|mypy|ruff(?![a-z])|oxlint|biome(?![a-z])|checkstyle|spotless)[^/]*$|(^|/)(tsconfig[^/]*\.json|rustfmt\.toml)$`,
    'changes a check that a tool makes',
  ),
  path(
    'tooling',
    String.raw`(^|/)(makefile(?![\w-])|justfile|taskfile\.ya?ml|rakefile|dockerfile[^/]*|docker-compose[^/]*|\.vscode|devcontainer|flake\.nix)|(^|/)(scripts?|tools?|hack|bin|dev|devenv)/|(^|/)build\.(gradle|rs|sbt)`,
    'changes the tools of developers',
  ),
  path(
    'deployment',
    String.raw`(^|/)(helm|charts?|k8s|kubernetes|kustomize|deploy|deployment|terraform|ansible|manifests?|jsonnet|infra|infrastructure|production)/|\.(tf|tfvars|libsonnet|jsonnet|tpl)$`,
    'changes how it is run',
  ),
  path('benchmark', String.raw`(?<!work)bench(mark)?s?[^/]*(/|\.[a-z]+$)`, 'measures speed'),
  path(
    'manifest',
    String.raw`(^|/)(package\.json|go\.mod|cargo\.toml|pyproject\.toml|requirements[^/]*\.txt|gemfile|pom\.xml|build\.gradle(\.kts)?|composer\.json)$`,
    'changes what it depends on',
  ),
  path('examples', String.raw`(^|/)(examples?|samples?|demo|playground|templates?)/`, 'changes an example'),
  path(
    'core',
    String.raw`(^|/)(core|engine|runtime|internal|common|shared|lib|libs|pkg|crates|base|framework)/`,
    'changes what other parts build on',
  ),
];

function path(key: string, pattern: string, reason: string): Rule {
  return { key, pattern, reason };
}
