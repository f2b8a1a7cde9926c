import type { Rules } from '../people/rules.ts';
import { codeSpan, inert, link } from './escape.ts';

export const noticeTitle = 'What Groundwork keeps here, and what for';

export type Notice = {
  /** The organisation's login. */
  readonly organisation: string;
  /** In force; null before there were any. */
  readonly rules: Rules | null;
  /** The app's own address; null where it is not known. */
  readonly publicUrl: string | null;
};

/** What everybody is told before anything is kept of anybody: one issue beside the rules, kept up to date. */
export function noticeMarkdown({ organisation, rules, publicUrl }: Notice): string {
  const beginning = `Groundwork is installed in ${inert(organisation)}. It keeps the evidence of engineering work as it happens, and at the end of each review period it gives every engineer a report with links to the work itself, so that reviews rest on things that really happened. This issue tells everybody what it does. It changes when the rules do.`;
  const parts =
    rules === null
      ? [beginning, noRules, never, starter]
      : [
          beginning,
          inForce(rules, publicUrl),
          whose(rules),
          kept(rules),
          purpose(rules),
          never,
          access(rules),
          time(rules),
          answer,
        ];
  return parts.join('\n\n');
}

const noRules = `**There are no rules yet, so nothing is kept of anybody and nothing is posted.** Once there are, this issue says of whom what is kept, what for, and who can read it.`;

function inForce({ mode }: Rules, publicUrl: string | null): string {
  if (mode === 'live')
    return '**In force: `mode: live`.** The record is kept; comments, preparations and reports are posted as described here.';
  const look =
    publicUrl === null
      ? ''
      : ` What would be posted can be looked at on ${link('the preview page', new URL('preview', slashed(publicUrl)).href)} by those who run the app: \`npm run doctor\` gives them its key.`;
  return `**In force: \`mode: preview\`.** The record is kept, but nothing is posted except this notice.${look}`;
}

function slashed(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function whose({ engineers: { teams, people, leaveOut } }: Rules): string {
  const members =
    teams.length === 0
      ? []
      : [`members of ${teams.length === 1 ? 'the team' : 'the teams'} ${listed(teams)}`];
  const alone = people.length === 0 ? [] : [listed(people)];
  const who = [...members, ...alone].join(', and ');
  const without = leaveOut.length === 0 ? '' : ', without those whom the rules leave out';
  const all =
    who === '' ? 'Nobody’s yet: the rules name no engineers' : `Engineers here are ${who}${without}`;
  return `## Whose work\n\n${all}. Nobody else is credited with anything, and apps and bots never are.`;
}

function kept({ incidents: { labels }, repositories: { leaveOut } }: Rules): string {
  const incidents = labels.length === 0 ? '' : `, and of each issue labelled ${listed(labels)}`;
  const without = leaveOut.length === 0 ? '' : `, except ${listed(leaveOut)}`;
  return `## What is kept

In the repositories that the app is installed on${without}:

- Of each merged pull request${incidents}: titles, descriptions, labels, names of changed files with how many lines changed, commit messages, reviews and comments, by whom and when. No code.
- Derived from that, for each engineer: what they did, which area of engineering it speaks for, the words or the path that show it, whose word that is, and later what became of the work.
- What people answer to it.`;
}

const lengths = { quarter: 'quarter', 'half-year': 'half year', year: 'year' } as const;

function purpose({ cycle }: Rules): string {
  return `## What for

Every ${lengths[cycle.length]} (days count in ${codeSpan(cycle.timeZone)}) each engineer gets one report, from which they and their manager can write a review. ${cycle.prepareDaysBefore} days before, the engineer sees what the record holds and can answer it. A report says at its end whether a language model was used, and which.`;
}

const never = `## What it never does

- It gives no rating, score, level or rank to a person, and compares nobody with anybody. Work is sorted; people are not.
- It measures no working hours and no presence, and reads nothing into the tone of anybody's words.
- It decides nothing. Where the record is silent it asks; silence is never held against anybody.
- It is not made for decisions on pay or dismissal without reading the work itself.`;

function commentsOn({ comments, commentsWithinDays: days }: Rules): string {
  if (comments === 'nowhere') return 'Pull requests get no comments.';
  const place = comments === 'private' ? 'in private repositories only' : 'in public repositories too';
  return `Notable work gets a comment on its pull request, within ${days} ${days === 1 ? 'day' : 'days'} of its merge, ${place}. Whoever can read the pull request can read the comment.`;
}

function access(rules: Rules): string {
  const { owner, repository } = rules.publication;
  const place = codeSpan(owner === null ? repository : `${owner}/${repository}`);
  return `## Who can read it

- An engineer's report, in the private repository ${place}: the engineer, the managers and readers whom the rules name for them, and the organisation's owners, whom GitHub never shuts out. Where no manager is named, none is guessed. Who can read the repository is looked up before each writing; where it is anybody else, nothing is written.
- ${commentsOn(rules)}
- The record itself lies in the app's own database. Those who run the app can reach it.`;
}

function time({ retention, cycle }: Rules): string {
  const { factsDays, evidenceCycles, logMonths, leaversDays } = retention;
  const further =
    evidenceCycles === 1
      ? `the ${lengths[cycle.length]} after it has`
      : `${evidenceCycles} more of them have`;
  return `## How long

It goes by itself:

- What is kept of pull requests and issues, whole: ${factsDays} days after the ${lengths[cycle.length]} they belong to. Then only the sentences, paths and figures stay on which somebody's record rests.
- The record of a ${lengths[cycle.length]}, and what people answered to it: until ${further} ended, too.
- All that is kept of somebody who is an engineer here no more: ${leaversDays} days after.
- A log of what the app read, judged, heard and posted, as ids without anybody's words: ${logMonths} months.

Comments, preparations and reports stand on GitHub like any other text, and stay there.`;
}

const answer = `## Your say

Something is wrong, missing or not yours? In a comment below a merged pull request, a line such as \`/groundwork hide\` answers for your own part in it: \`area\`, \`context\`, \`contest\`, \`hide\`, \`not-mine\` and \`undo\` are understood, and nobody can say them for you. For everything else, write under your own preparation issue or report, where those who read it see it too. If you want to be left out, ask those who keep the rules: \`leave_out\` ends it for what comes. If you want to see or have deleted what is kept of you, ask those who run the app.

The rules in force are \`.github/groundwork.yml\` in this repository; its history shows every change.`;

/** As people can copy it. A test reads it as rules. */
export const starterRules = `mode: preview            # nothing is posted but this notice; later: live

engineers:
  teams: [engineering]   # as the team's address on GitHub ends

managers:
  - login: the-managers-login
    teams: [engineering]

cycle:
  length: half-year      # or quarter, year
  time_zone: Europe/Oslo
`;

const starter = `## How to begin

Talk about it first, with everybody whom it concerns. Then put this, changed to fit, into \`.github/groundwork.yml\` of this repository:

\`\`\`yaml
${starterRules}\`\`\`

Everything else has a default. If something in the file cannot be read, an issue here says what and where.`;

function listed(words: readonly string[]): string {
  const spans = words.map(codeSpan);
  return spans.length < 2 ? spans.join('') : `${spans.slice(0, -1).join(', ')} and ${spans.at(-1)}`;
}
