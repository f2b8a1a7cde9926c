import type { Actor } from '../facts.ts';
import { loginOfAddress } from './agents.ts';

/** Logins (without `[bot]`) of well-known automations. From a clone their type is not known. */
const automationLabels: ReadonlySet<string> = new Set(
  `dependabot dependabot-preview dependabot-support renovate renovate-bot greenkeeper greenkeeperio-bot snyk-bot
   pre-commit-ci mergify allcontributors weblate github-actions github-merge-queue imgbot imgbotapp semantic-release-bot
   release-please changeset-bot depfu pyup-bot scala-steward crowdin-bot transifex-integration deepsource-autofix
   restyled-io whitesource-bolt-for-github mend-bolt-for-github codecov-commenter sonarcloud k8s-ci-robot
   k8s-release-robot openshift-merge-robot openshift-bot openshift-ci-robot rustbot rust-highfive copybara-service
   copybara-github gcf-owl-bot gcf-merge-on-green msftbot dotnet-bot dotnet-maestro azure-pipelines
   travis-ci circleci-bot jenkins-ci argocd-image-updater fluxcdbot kodiakhq autofix-ci web-flow gitguardian
   step-security-bot grafanabot prow-bot l10n-bot`.split(/\s+/u),
);

/** The same as people's names in a clone, where a space may stand. */
const automationNames: ReadonlySet<string> = new Set([
  'github actions',
  'renovate bot',
  'snyk bot',
  'hosted weblate',
  'greenkeeper bot',
  'dependabot preview',
  'jenkins ci',
  'travis ci',
]);

const automationAddresses: ReadonlySet<string> = new Set(
  `support@dependabot.com bot@renovateapp.com renovate@whitesourcesoftware.com snyk-bot@snyk.io support@greenkeeper.io
   noreply@weblate.org hosted@weblate.org action@github.com actions@github.com bot@imgbot.net
   semantic-release-bot@martynus.net bot@pyup.io noreply@mergify.com support+crowdin@crowdin.com`.split(
    /\s+/u,
  ),
);

/** `orders-release-bot`, `ci-robot`: a job's name before "bot". Talbot, Abbot and botond have none. */
const jobs =
  'actions|automation|backport|build|bump|ci|dependency|deps|deploy|docs|format|github|infra|jenkins|lint|merge|ops|' +
  'release|renovate|security|sync|translation|update|version';
const jobName = new RegExp(`^(?:[a-z0-9]{1,20}-){0,3}(?:${jobs})[-_]?(?:bot|robot)$`, 'u');

/** Whether the name or address of an actor is that of an automation. */
export function isKnownAutomation(actor: Actor): boolean {
  const label = actor.label.toLowerCase().trim();
  if (label.endsWith('[bot]') || automationNames.has(label)) return true;
  if (isLogin(label) && isAutomationLogin(label)) return true;
  return actor.key.startsWith('mail:') && isAutomationAddress(actor.key.slice('mail:'.length).toLowerCase());
}

function isAutomationAddress(address: string): boolean {
  if (address.includes('[bot]@') || automationAddresses.has(address)) return true;
  const login = loginOfAddress(address);
  return login !== null && isAutomationLogin(login);
}

function isAutomationLogin(login: string): boolean {
  return automationLabels.has(login) || (login.length <= 60 && jobName.test(login));
}

/** Names with a space in them are people's; logins have none. */
function isLogin(label: string): boolean {
  return label !== '' && !label.includes(' ');
}
