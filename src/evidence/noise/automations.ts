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
   step-security-bot grafanabot prow-bot l10n-bot bors bors-servo homu googlebot google-oss-robot pytorchmergebot
   tensorflower-gardener elasticmachine kibanamachine istio-testing cockroach-teamcity asf-ci opentelemetrybot otelbot
   fossabot hashibot hashibot-web speakeasybot copywrite-bot`.split(/\s+/u),
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

/** `orders-bot`, `prow-robot`, `release_bot`: whoever cuts the word off calls itself one. Abbot and Talbot do not. */
const calledBot = /[a-z0-9][-_+](?:bot|robot)$/u;
/** `orders-ci`, `harbour-automation`: accounts that a build or a service works with. */
const calledService = /[a-z0-9][-_](?:ci|automation)$/u;
const jobs =
  'actions|automation|backport|build|bump|ci|dependency|deps|deploy|docs|format|github|infra|jenkins|lint|merge|ops|' +
  'prow|qa|release|renovate|security|sync|translation|update|version';
/** "Harbour Release Bot": a job and the word together. "Jan Bot" is a person's name. */
const jobName = new RegExp(
  `(?:^|[ _-])(?:${jobs})[ _-]?(?:bot|robot)$|(?:build|release|deploy|merge)bot$`,
  'u',
);
const longest = 60;

/** Whether the name or address of an actor is that of an automation. */
export function isKnownAutomation(actor: Actor): boolean {
  const label = actor.label.toLowerCase().trim();
  if (/(?:\[bot\]|\(bot\))$/u.test(label) || automationNames.has(label)) return true;
  if (label.length <= longest && jobName.test(label)) return true;
  if (isLogin(label) && isAutomationLogin(label)) return true;
  return (
    actor.key.startsWith('mail:') && isAutomationAddress(actor.key.slice('mail:'.length).toLowerCase(), label)
  );
}

function isAutomationAddress(address: string, label: string): boolean {
  if (address.includes('[bot]@') || automationAddresses.has(address)) return true;
  if (address === 'noreply@github.com') return label === 'github';
  const [local] = address.split('@', 1);
  if (local === undefined || local.length > longest) return false;
  const login = loginOfAddress(address);
  if (login !== null) return isAutomationLogin(login);
  return isMachineBox(local, label);
}

/** `ci@` may be somebody's initials: it counts where the name says the same. */
function isMachineBox(local: string, label: string): boolean {
  const [box = '', tag] = local.split('+', 2);
  if (calledBot.test(local) || box === 'bot' || tag === 'bot' || box === 'buildbot') return true;
  if (box === 'automation') return true;
  return (
    (box === 'ci' || box === 'travis' || box === 'jenkins') && /\bci\b|\bjenkins\b|\btravis ci\b/u.test(label)
  );
}

function isAutomationLogin(login: string): boolean {
  if (automationLabels.has(login)) return true;
  return (
    login.length <= longest && (calledBot.test(login) || calledService.test(login) || jobName.test(login))
  );
}

/** Names with a space in them are people's; logins have none. */
function isLogin(label: string): boolean {
  return label !== '' && !label.includes(' ');
}
