import { z } from 'zod';
import { asEditorsReadIt } from './json-schema.ts';
import { globShape, isTameGlob, phraseShape } from './phrases.ts';
import { compiles, levelsSchema, packSchema } from './schema.ts';
import { whyNotTame } from './tame.ts';

/*
 * An organisation's own framework, as its people write it: what it takes from a pack, and what it says otherwise.
 * Whatever stands here is shown in reports and tried on everybody's texts, so its words are plain and its patterns tame.
 */

const key = z.string().regex(/^(?!constructor$)[a-z][a-z0-9-]{0,39}$/u, {
  error: 'A name here is of small letters, digits and hyphens, and begins with a letter.',
});

/** Marks of Markdown, addresses, mentions: whatever would be more than words where it is shown. */
const moreThanWords = /[<>[\]|`*_@#\\~]|:\/\/|www\.|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/iu;

function text(longest: number, description: string): z.ZodString {
  return z
    .string()
    .min(3, { error: 'This is too short to say anything.' })
    .max(longest, { error: `This is longer than ${longest} characters. Say it shorter.` })
    .refine((words) => !moreThanWords.test(words), {
      error: 'Write plain words on one line, without marks of Markdown, addresses or `@`.',
    })
    .meta({ description });
}

const confidence = z.number().min(0).max(1);
const strength = z.number().min(-4).max(4);

const levels = levelsSchema.extend({
  exceeds: text(240, 'What work beyond what the role asks looks like.'),
  meets: text(240, 'What work that does what the role asks looks like.'),
  developing: text(240, 'What work on the way there looks like.'),
});

const area = z.strictObject({
  title: text(60, 'As reports call it.').optional(),
  means: text(300, 'What work in this area is, in one sentence.').optional(),
  question: text(300, 'Asked in the 1:1 where little was found.').optional(),
  levels: levels.optional().describe('What the work of each level looks like, a sentence each.'),
  tell: confidence.optional().describe('From which confidence on it is told.'),
  ask: confidence
    .optional()
    .describe('From which confidence on the author is asked whether it belongs there.'),
  counts_as: key.optional().describe('It is no area of yours: what it finds counts as this one.'),
});

const counts = z
  .record(key, strength)
  .describe(
    'Area, or `notable`: how much a find speaks for it, from -4 to 4. 3 is enough by itself, 1 needs others.',
  );

const pattern = z
  .string()
  .superRefine((source, context) => {
    const why = compiles(source) ? whyNotTame(source) : 'is not a regular expression that compiles';
    if (why !== null) context.addIssue({ code: 'custom', message: `This pattern ${why}.` });
  })
  .describe(
    'A regular expression, for what plain words cannot say. Repeats need a bound: `{0,40}`, not `*`.',
  );

const reason = text(80, 'Completes “counts here because it …”.');

const onlyOne = 'Give either what is looked for in plain words, or a `pattern`: one of the two.';

const wordRule = z
  .strictObject({
    phrases: z
      .array(
        z
          .string()
          .regex(phraseShape, { error: 'A phrase is of plain words; only its last may end with `*`.' }),
      )
      .min(1, { error: 'Name at least one phrase.' })
      .max(40, { error: 'These are more than 40 phrases. Make several rules of them.' })
      .optional()
      .describe('Words that are looked for in title and description; `tariff*` finds any ending.'),
    pattern: pattern.optional(),
    reason,
    counts,
  })
  .refine((rule) => (rule.phrases === undefined) !== (rule.pattern === undefined), { error: onlyOne });

const pathRule = z
  .strictObject({
    globs: z
      .array(
        z
          .string()
          .regex(globShape, { error: 'Write a path as in `.gitignore`, without `!` or brackets.' })
          .refine(isTameGlob, { error: 'Use at most three `*`, and `**` only once.' }),
      )
      .min(1, { error: 'Name at least one path.' })
      .max(40, { error: 'These are more than 40 paths. Make several rules of them.' })
      .optional()
      .describe('Paths as in `.gitignore`: `tariffs/`, `*.tariff.yml`, `/db/**`.'),
    pattern: pattern.optional(),
    reason,
    counts,
  })
  .refine((rule) => (rule.globs === undefined) !== (rule.pattern === undefined), { error: onlyOne });

function few<Held extends z.ZodType<object>>(held: Held, count: number, what: string): Held {
  return held.refine((entries) => Object.keys(entries).length <= count, {
    error: `These are more than ${count} ${what}. Fewer say more.`,
  });
}

export const ownFrameworkSchema = z.strictObject({
  name: key.describe('How reports name it, with its version.').default('own'),
  title: text(60, 'What it is called in full.').optional(),
  version: packSchema.shape.version
    .describe('Two numbers, such as `1.0`. Raise it when you change what is expected.')
    .default('1.0'),
  extends: key.describe('The pack that it starts from: `backend` or `platform`.').default('backend'),
  areas: few(z.record(key, area), 20, 'areas')
    .default({})
    .describe('Areas of the pack that you call otherwise or count as another, and areas of your own.'),
  words: few(z.record(key, wordRule), 60, 'rules')
    .default({})
    .describe('Rules of your own for titles and descriptions.'),
  paths: few(z.record(key, pathRule), 60, 'rules').default({}).describe('Rules of your own for paths.'),
  weights: few(z.record(z.string(), z.record(key, z.number().min(-6).max(6))), 200, 'weights')
    .default({})
    .describe('Rule of the pack, such as `title.speed`: area, or `notable`, and the weight instead.'),
  credits: z
    .strictObject({
      review: key.optional().describe('The area in which reviews are credited.'),
      review_across_teams: key.optional().describe('And those for another team.'),
      incident: key.optional().describe('The area in which a part in an incident is credited.'),
    })
    .default({})
    .describe('Where work beside changes is credited.'),
  notable: confidence.optional().describe('From which confidence on work is worth remembering.'),
});

/** The file with what it leaves out filled in: plain data that can be kept. */
export type OwnFramework = Readonly<z.infer<typeof ownFrameworkSchema>>;

/** JSON Schema of the file, for editors. */
export function ownFrameworkJsonSchema(): z.core.JSONSchema.JSONSchema {
  return asEditorsReadIt(ownFrameworkSchema, {
    title: 'Framework of an organisation, for Groundwork',
    description: 'An organisation’s own ladder: a file beside `groundwork.yml` that the rules name.',
  });
}
