import { z } from 'zod';
import { asEditorsReadIt } from './json-schema.ts';
import { named } from './named.ts';
import { key, labelRule, pathRule, text, unseenKind, wordRule } from './own-rule-schema.ts';
import { levelsSchema, packSchema } from './schema.ts';

/*
 * An organisation's own framework, as its people write it: what it takes from a pack, and what it says otherwise.
 * Whatever stands here is shown in reports and tried on everybody's texts, so its words are plain and its patterns tame.
 */

const confidence = z.number().min(0).max(1);

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
  areas: few(named(key, area), 20, 'areas')
    .default({})
    .describe('Areas of the pack that you call otherwise or count as another, and areas of your own.'),
  words: few(named(key, wordRule), 60, 'rules')
    .default({})
    .describe('Rules of your own for titles and descriptions.'),
  paths: few(named(key, pathRule), 60, 'rules').default({}).describe('Rules of your own for paths.'),
  labels: few(named(key, labelRule), 60, 'rules').default({}).describe('Rules of your own for labels.'),
  unseen: few(named(key, unseenKind), 30, 'kinds')
    .default({})
    .describe(
      'Kinds of work of your own that leave no trace when they go well. They come before the pack’s.',
    ),
  weights: few(named(z.string(), named(key, z.number().min(-6).max(6))), 200, 'weights')
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
