import { commands } from '../people/commands.ts';
import type { Rules } from '../people/rules.ts';
import { codeSpan, inert } from './escape.ts';
import { forbiddenUses } from './use-policy.ts';

export const noticeTitle = 'What Groundwork keeps here, and what for';

export type Notice = {
  /** The organisation's login. */
  readonly organisation: string;
  /** In force; null before there were any. */
  readonly rules: Rules | null;
  /** The language model that helps to read; null where signals decide alone. */
  readonly model: string | null;
};

/**
 * What everybody is told before anything is kept of anybody: one issue beside the rules, kept up to date. Short enough to
 * be read: under 250 words, as long as the rules name few teams and labels.
 */
export function noticeMarkdown({ organisation, rules, model }: Notice): string {
  const beginning = `Groundwork is in ${inert(organisation)} to keep the evidence of engineering work, so that reviews rest on what really happened.`;
  const parts =
    rules === null
      ? [beginning, noRules, never, starter]
      : [
          beginning,
          inForce(rules),
          whose(rules),
          purpose(rules),
          never,
          kept(rules),
          time(rules),
          ...(model === null ? [] : [readBy(model)]),
          access(rules),
          answer(),
          toAsk,
        ];
  return parts.join('\n\n');
}

const noRules = `**There are no rules yet, so nothing is kept of anybody and nothing is posted.** Once there are, this issue says of whom what is kept, what for, and who can read it.`;

function inForce({ mode }: Rules): string {
  return mode === 'live'
    ? '**In force: `mode: live`.** Comments, preparations and reports are posted.'
    : '**In force: `mode: preview`.** Nothing is posted but this notice.';
}

function whose({ engineers: { teams, people, leaveOut } }: Rules): string {
  const members =
    teams.length === 0
      ? []
      : [`members of ${teams.length === 1 ? 'the team' : 'the teams'} ${listed(teams)}`];
  const alone = people.length === 0 ? [] : [listed(people)];
  const who = [...members, ...alone].join(', and ');
  const without = leaveOut.length === 0 ? '' : ', without those left out';
  const all = who === '' ? 'nobody’s yet, for the rules name no engineers' : `${who}${without}`;
  return `**Whose work:** ${all}.`;
}

const lengths = { quarter: 'quarter', 'half-year': 'half year', year: 'year' } as const;

function purpose({ cycle }: Rules): string {
  return `**What for:** a report every ${lengths[cycle.length]} (${codeSpan(cycle.timeZone)}), to write reviews from. Engineers see theirs ${days(cycle.prepareDaysBefore)} before.`;
}

const never = `**What never:** ${forbiddenUses.join('; ')}. It scores nobody; silence counts against nobody.`;

function kept({ incidents: { labels }, repositories: { leaveOut } }: Rules): string {
  const incidents = labels.length === 0 ? '' : ` and issues labelled ${listed(labels)}`;
  const without = leaveOut.length === 0 ? '' : ` (not in ${listed(leaveOut)})`;
  return `**What is kept** of merged pull requests${incidents}${without}: titles, descriptions, labels, paths, line counts, commit titles, reviews, comments, by whom and when; what they show; what became of it; your answers. No code.`;
}

function time({ retention, cycle }: Rules): string {
  const { factsDays, evidenceCycles, logMonths, leaversDays } = retention;
  const length = lengths[cycle.length];
  return `**How long:** whole until ${days(factsDays)} after its ${length}, as evidence for ${evidenceCycles} more; of those who left, ${days(leaversDays)}; the log, ${logMonths} months.`;
}

function readBy(model: string): string {
  return `**A language model,** ${codeSpan(model)}, gets titles, descriptions and paths of some.`;
}

function commentsOn({ comments, commentsWithinDays }: Rules): string {
  if (comments === 'nowhere') return 'Pull requests get no comments.';
  const place = comments === 'private' ? 'in private repositories only' : 'in public repositories too';
  return `Notable work gets a comment within ${days(commentsWithinDays)}, ${place}.`;
}

function days(number: number): string {
  return number === 1 ? '1 day' : `${number} days`;
}

function access(rules: Rules): string {
  const { owner, repository } = rules.publication;
  const place = codeSpan(owner === null ? repository : `${owner}/${repository}`);
  return `**Who reads a report** in ${place}: the engineer, managers and readers by the rules, the organisation’s owners. ${commentsOn(rules)}`;
}

/** Those that people look for first. `/groundwork` alone tells of the others. */
const firstCommands = ['area', 'context', 'hide', 'not-mine', 'undo', 'pause', 'me', 'erase'];

function answer(): string {
  const known = firstCommands.filter((name) => commands.some((command) => command.name === name));
  return `**Your say:** below your merged work, \`/groundwork contest\` sets your view beside it; likewise ${listed(known)}. Or reply below your preparation.`;
}

const toAsk = `**Whom to ask:** to be left out, those who keep \`.github/groundwork.yml\`; for all else, those who run the app.`;

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
