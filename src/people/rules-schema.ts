import { z } from 'zod';
import type { Appointment, Rules } from './rules.ts';
import {
  day,
  framework,
  label,
  login,
  organisation,
  repositoryName,
  reportsRepository,
  team,
  timeZone,
} from './rules-shapes.ts';

/** `.github/groundwork.yml` as people write it. Everything may be left out; nothing unknown may stand there. */

const teams = z.array(team()).default([]);
const people = z.array(login('A GitHub login, without `@`.')).default([]);

function appointmentOf(of: string) {
  return z
    .strictObject({
      login: login(`The ${of}’s GitHub login.`),
      teams: teams.describe(`The reports of these teams’ engineers are this ${of}’s to read.`),
      people: people.describe('And those of these engineers, by login.'),
      from: day('From this day on; without it, from always.').optional(),
      to: day('The first day on which it is over; without it, until further notice.').optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
      error: '`to` must come after `from`: it is the first day on which it is over.',
      path: ['to'],
    });
}

const commentPlace = z.enum(['private', 'everywhere', 'nowhere']);
const usualCommentDays = 14;

export const rulesFileSchema = z.strictObject({
  mode: z
    .enum(['preview', 'live'])
    .default('preview')
    .describe(
      'In `preview`, which holds until you say otherwise, nothing is posted but the notice. `live` posts.',
    ),
  engineers: z
    .strictObject({
      teams: teams.describe(
        'Members of these teams are engineers here, and members of the teams within them.',
      ),
      people: people.describe('Further engineers, by login.'),
      leave_out: people.describe('Nothing more of these people is kept, whatever team they are in.'),
    })
    .prefault({})
    .describe('Whose work is kept, and who gets a report. Nobody is by default.'),
  managers: z
    .array(appointmentOf('manager'))
    .default([])
    .describe('Who manages whom. A maintainer of a team is not taken for its manager.'),
  readers: z
    .array(appointmentOf('reader'))
    .default([])
    .describe('Who else may read reports, such as a manager’s manager.'),
  repositories: z
    .strictObject({
      leave_out: z.array(repositoryName()).default([]).describe('Nothing is read from these repositories.'),
    })
    .prefault({})
    .describe('All repositories that the app is installed on count, without those left out here.'),
  incidents: z
    .strictObject({
      labels: z
        .array(label())
        .default(['incident'])
        .describe('Issues with one of these labels are incidents.'),
    })
    .prefault({})
    .describe('How incidents are recognised.'),
  cycle: z
    .strictObject({
      length: z
        .enum(['quarter', 'half-year', 'year'])
        .default('half-year')
        .describe('How long a review cycle lasts.'),
      starts_in_month: z
        .int()
        .min(1)
        .max(12)
        .default(1)
        .describe('The month, from 1 to 12, in which your year of reviews begins.'),
      time_zone: timeZone('In which days begin and end: `Europe/Oslo`.').default('UTC'),
      prepare_days_before: z
        .int()
        .min(1)
        .max(60)
        .default(14)
        .describe('How many days before a cycle ends each engineer is asked to look through their record.'),
    })
    .prefault({})
    .describe('When reports are written.'),
  framework: framework(
    'What work is judged by: `backend`, which holds without this, `platform`, or the name of a file beside this one that holds your own ladder, such as `groundwork-framework.yml`.',
  ).optional(),
  comments: z
    .union([
      commentPlace,
      z.strictObject({
        where: commentPlace.default('private').describe('As it can stand behind `comments:` alone.'),
        within_days: z
          .int()
          .min(1)
          .max(366)
          .default(usualCommentDays)
          .describe(
            'Only what was merged within so many days gets its first comment, so that nothing old is commented on when you go live.',
          ),
      }),
    ])
    .default('private')
    .describe(
      'Where notable work gets a comment: in private repositories, also in those that others can see, or not at all.',
    ),
  retention: z
    .strictObject({
      facts_days: z
        .int()
        .min(90)
        .max(3650)
        .default(90)
        .describe(
          'Days after a cycle’s end for which titles, descriptions, reviews and comments of its work are kept whole. Then what evidence quotes is kept, and the rest goes.',
        ),
      evidence_cycles: z
        .int()
        .min(1)
        .max(40)
        .default(2)
        .describe('How many further cycles the evidence of one is kept, and what people said of it.'),
      log_months: z
        .int()
        .min(6)
        .max(120)
        .default(12)
        .describe('Months for which the log is kept, with the ids of webhooks and calls of a model.'),
      leavers_days: z
        .int()
        .min(1)
        .max(3650)
        .default(180)
        .describe('Days after which the record of somebody who is an engineer no more is deleted.'),
    })
    .prefault({})
    .describe('How long what is kept stays. It goes by itself.'),
  questions: z
    .array(
      z.strictObject({
        question: z.string().trim().min(3).max(300).describe('As your review form asks it.'),
        areas: z
          .array(
            z
              .string()
              .regex(/^[a-z][a-z0-9-]*$/, 'An area of the framework by its short name: `reliability`.'),
          )
          .min(1)
          .describe('The areas of the framework that answer it.'),
      }),
    )
    .max(30)
    .default([])
    .describe('The questions of your own reviews. The text made of ticked words is put in their order.'),
  publication: z
    .strictObject({
      as: z
        .enum(['issue', 'pull-request'])
        .default('issue')
        .describe('A report is an issue, or a pull request that adds it as a file.'),
      owner: organisation('Another organisation that holds the reports’ repositories.').optional(),
      repository: reportsRepository(
        'The private repository of one engineer’s reports; `{login}` stands for the engineer.',
      ).default('reviews-{login}'),
    })
    .refine(({ owner, repository }) => owner !== undefined || isTelling(repository), {
      error:
        'With this name, other repositories would be taken for those of reports and not be read. Put a word beside `{login}`: `reviews-{login}`.',
      path: ['repository'],
    })
    .prefault({})
    .describe('Where reports go.'),
});

/** Whether names made so can be told from those of other repositories. */
function isTelling(repository: string): boolean {
  return repository.replace('{login}', '').length >= 3;
}

export type RulesFile = z.infer<typeof rulesFileSchema>;

/** The rules that such a file stands for. */
export function toRules(file: RulesFile): Rules {
  const { engineers, repositories, cycle, publication } = file;
  return {
    mode: file.mode,
    engineers: { teams: engineers.teams, people: engineers.people, leaveOut: engineers.leave_out },
    managers: file.managers.map(toAppointment),
    readers: file.readers.map(toAppointment),
    repositories: { leaveOut: repositories.leave_out },
    incidents: file.incidents,
    framework: file.framework ?? null,
    cycle: {
      length: cycle.length,
      startsInMonth: cycle.starts_in_month,
      timeZone: cycle.time_zone,
      prepareDaysBefore: cycle.prepare_days_before,
    },
    ...toComments(file.comments),
    publication: { ...publication, owner: publication.owner ?? null },
    questions: file.questions,
    retention: toRetention(file.retention),
  };
}

function toRetention(retention: RulesFile['retention']): Rules['retention'] {
  const {
    facts_days: factsDays,
    evidence_cycles: evidenceCycles,
    log_months: logMonths,
    leavers_days: leaversDays,
  } = retention;
  return { factsDays, evidenceCycles, logMonths, leaversDays };
}

/** One word says where; further keys say more. */
function toComments(comments: RulesFile['comments']): Pick<Rules, 'comments' | 'commentsWithinDays'> {
  if (typeof comments === 'string') return { comments, commentsWithinDays: usualCommentDays };
  return { comments: comments.where, commentsWithinDays: comments.within_days };
}

function toAppointment({ from, to, ...appointment }: RulesFile['managers'][number]): Appointment {
  return { ...appointment, from: from ?? null, to: to ?? null };
}

/** JSON Schema of the file, for editors. */
export function rulesJsonSchema(): z.core.JSONSchema.JSONSchema {
  const { $schema, ...schema } = z.toJSONSchema(rulesFileSchema, { io: 'input', target: 'draft-07' });
  return {
    $schema: $schema ?? 'http://json-schema.org/draft-07/schema#',
    title: 'Rules of Groundwork',
    description: 'An organisation’s rules: `.github/groundwork.yml` in its `.github` repository.',
    ...schema,
  };
}
