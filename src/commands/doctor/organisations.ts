import { dayOf } from '../../evidence/cycle.ts';
import { audienceSentence } from '../../people/audience-words.ts';
import { audienceOf, compareAudience } from '../../people/audience.ts';
import type { Engineer } from '../../people/roster.ts';
import { engineersOf } from '../../people/roster.ts';
import { checkRules } from '../../people/rules-check.ts';
import { reportsPlace } from '../../people/rules-places.ts';
import type { Rules } from '../../people/rules.ts';
import type { Installation } from '../../ports/github.ts';
import type { Installed, ReadOnlyGitHub } from '../installed.ts';
import { attention, good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';

/** Rules of one account, and what in them the organisation does not bear out. */
export function lookAtRules(installed: Installed): readonly Finding[] {
  const { installation, organisation, file, rules, problems } = installed;
  const { login } = installation;
  if (file.kind === 'no-repository')
    return [
      wrong(
        `${login} has no repository called .github that the app can see.`,
        'Make one (private is fine) and install the app on it: the notice and the rules live there.',
      ),
    ];
  if (file.kind === 'no-file')
    return [
      attention(
        `${login} has no rules yet, so nothing is kept of anybody.`,
        'Write .github/groundwork.yml; the notice issue shows how to begin.',
      ),
    ];
  if (rules === null)
    return problems.map(({ line, sentence }) =>
      wrong(`The rules of ${login} cannot be used. Line ${line ?? 1}: ${sentence}`, `Mend ${file.url}.`),
    );
  const engineers = engineersOf(rules, organisation).length;
  const doubts = checkRules(rules, organisation, file.text);
  return [
    good(`${login}: mode ${rules.mode}, ${engineers} ${engineers === 1 ? 'engineer' : 'engineers'}.`),
    ...doubts.map(({ line, sentence }) =>
      attention(`${login}${line === null ? '' : `, line ${line}`}: ${sentence}`),
    ),
  ];
}

/** For each engineer: where the reports go, and who can read them there. */
export async function lookAtAudience(
  { installation, organisation, rules }: Installed,
  installations: readonly Installation[],
  { reading }: ReadOnlyGitHub,
  now: string,
): Promise<readonly Finding[]> {
  if (rules === null) return [];
  const engineers = engineersOf(rules, organisation);
  const owner = (rules.publication.owner ?? installation.login).toLowerCase();
  const writer = installations.find(({ login }) => login.toLowerCase() === owner);
  if (writer === undefined)
    return [wrong(`The reports are to go to ${owner}, where the app is not installed.`, 'Install it there.')];
  const needsContents = rules.publication.as === 'pull-request' && writer.permissions['contents'] !== 'write';
  const contents = needsContents ? [noContents(writer.login)] : [];
  const day = dayOf(now, rules.cycle.timeZone);
  const seen: Seen[] = [];
  for (const engineer of engineers) {
    const name = reportsPlace(engineer.login, installation.login, rules);
    const audience = audienceOf(engineer, rules, organisation, day);
    const repository = await reading.repository(writer.id, name);
    const readers =
      repository === null ? null : await reading.readers({ ...repository, installation: writer.id });
    const verdict = compareAudience(audience, readers);
    const reads = readers?.readers.some(({ id }) => id === engineer.id) ?? false;
    seen.push({ engineer, name, verdict, reads, managed: audience.managers.length > 0 });
  }
  return [...contents, ...findingsOf(installation.login, seen, rules)];
}

function noContents(login: string): Finding {
  return wrong(
    `The rules want reports as pull requests, for which ${login} would have to grant contents: write.`,
    'Give the app that permission, or write `as: issue` under `publication`.',
  );
}

type Seen = {
  readonly engineer: Engineer;
  readonly name: string;
  readonly verdict: ReturnType<typeof compareAudience>;
  readonly reads: boolean;
  readonly managed: boolean;
};

function findingsOf(login: string, seen: readonly Seen[], { mode }: Rules): readonly Finding[] {
  const bad = mode === 'live' ? wrong : attention;
  const fitting = seen.filter(({ verdict }) => verdict.fits);
  const missing = seen.filter(({ verdict }) => !verdict.fits && verdict.because === 'missing');
  const others = seen.filter((one) => !fitting.includes(one) && !missing.includes(one));
  const shut = fitting.filter(({ reads }) => !reads);
  const alone = seen.filter(({ managed }) => !managed);
  return [
    ...(fitting.length === 0
      ? []
      : [
          good(
            `${login}: ${countOf(fitting, 'report repository', 'report repositories')} can be read by the right people only.`,
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          bad(
            `${login}: ${namesOf(missing)} ${missing.length === 1 ? 'has' : 'have'} no reports repository that the app can see.`,
            '`npm run reports-repositories -- plan` shows what is missing; install the app on what it makes.',
          ),
        ]),
    ...others.map(({ name, verdict }) => bad(audienceSentence(name, verdict))),
    ...(shut.length === 0
      ? []
      : [
          attention(
            `${login}: ${namesOf(shut)} cannot read the own reports repository.`,
            'They may not have accepted the invitation yet.',
          ),
        ]),
    ...(alone.length === 0
      ? []
      : [
          attention(
            `${login}: ${namesOf(alone)} ${alone.length === 1 ? 'has' : 'have'} no manager by the rules today: the report goes to the engineer alone, and to the owners.`,
          ),
        ]),
  ];
}

const mostNamed = 8;

function namesOf(seen: readonly Seen[]): string {
  const names = seen.slice(0, mostNamed).map(({ engineer }) => engineer.login);
  const more = seen.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function countOf(list: readonly unknown[], one: string, several: string): string {
  return `${list.length} ${list.length === 1 ? one : several}`;
}
