import { z } from 'zod';
import { isTakenName, named, takenName } from './named.ts';
import { globShape, isTameGlob, labelShape, phraseShape } from './phrases.ts';
import { compiles } from './schema.ts';
import { whyNotTame } from './tame.ts';

/*
 * The rules of an organisation, as its people write them. They are tried on everybody's texts, and what they say is
 * shown in reports: patterns are tame, words are plain.
 */

export const key = z.string().regex(/^(?!constructor$)[a-z][a-z0-9-]{0,39}$/u, {
  error: ({ input }) =>
    isTakenName(String(input))
      ? takenName
      : 'A name here is of small letters, digits and hyphens, and begins with a letter.',
});

/** Marks of Markdown, addresses, mentions: whatever would be more than words where it is shown. */
const moreThanWords = /[<>[\]|`*_@#\\~]|:\/\/|www\.|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/iu;

export function text(longest: number, description: string): z.ZodString {
  return z
    .string()
    .min(3, { error: 'This is too short to say anything.' })
    .max(longest, { error: `This is longer than ${longest} characters. Say it shorter.` })
    .refine((words) => !moreThanWords.test(words), {
      error: 'Write plain words on one line, without marks of Markdown, addresses or `@`.',
    })
    .meta({ description });
}

const strength = z.number().min(-4).max(4);

const counts = named(key, strength).describe(
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

/** A list of such words: at least one, and few enough to be read by people. */
function several(one: z.ZodString, what: string, description: string) {
  return z
    .array(one)
    .min(1, { error: `Name at least one ${what}.` })
    .max(40, { error: `These are more than 40 ${what}s. Make several rules of them.` })
    .optional()
    .describe(description);
}

const phrase = z
  .string()
  .regex(phraseShape, { error: 'A phrase is of plain words; only its last may end with `*`.' });

const glob = z
  .string()
  .regex(globShape, { error: 'Write a path as in `.gitignore`, without `!` or brackets.' })
  .refine(isTameGlob, { error: 'Use at most three `*`, two between slashes, and `**` only once.' });

const labelName = z
  .string()
  .regex(labelShape, { error: 'Write a label as GitHub shows it; only its end may be `*`.' });

type Either = { readonly pattern?: string | undefined };

function isOne(words: readonly string[] | undefined, { pattern: other }: Either): boolean {
  return (words === undefined) !== (other === undefined);
}

export const wordRule = z
  .strictObject({
    phrases: several(
      phrase,
      'phrase',
      'Words that are looked for in title and description; `tariff*` finds any ending.',
    ),
    pattern: pattern.optional(),
    reason,
    counts,
  })
  .refine((rule) => isOne(rule.phrases, rule), { error: onlyOne });

export const pathRule = z
  .strictObject({
    globs: several(glob, 'path', 'Paths as in `.gitignore`: `tariffs/`, `*.tariff.yml`, `/db/**`.'),
    pattern: pattern.optional(),
    reason,
    counts,
  })
  .refine((rule) => isOne(rule.globs, rule), { error: onlyOne });

export const labelRule = z
  .strictObject({
    names: several(
      labelName,
      'label',
      'Whole labels, of the change or of an issue that it closes; `incident` is also `type: incident`.',
    ),
    pattern: pattern.optional(),
    reason,
    counts,
  })
  .refine((rule) => isOne(rule.names, rule), { error: onlyOne });

const sentence = text(120, 'One sentence that says what went unseen; a report puts the full stop.').refine(
  (words) => !/[.!?:;,…]$/u.test(words),
  { error: 'Leave out the mark at its end: a report puts a full stop there.' },
);

export const unseenKind = z
  .strictObject({
    says: sentence,
    phrases: several(phrase, 'phrase', 'Words that are looked for in the title.'),
    pattern: pattern.optional(),
    globs: several(glob, 'path', 'Paths as in `.gitignore`, where the title has none of the words.'),
  })
  .refine((kind) => kind.phrases === undefined || kind.pattern === undefined, { error: onlyOne })
  .refine(({ phrases, pattern: other, globs }) => (phrases ?? other ?? globs) !== undefined, {
    error: 'Say how such work is known: by `phrases` of its title, by `globs` of its files, or by both.',
  });
