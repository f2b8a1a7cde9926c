import { evidenceId } from './key.ts';
import type { Note } from './overlay.ts';
import { whatStands } from './said.ts';
import type { Said } from './said.ts';

/** Something that people told in a comment instead of GitHub recording it. */
export type Told = {
  readonly id: string;
  /** `win`: of oneself. `kudos`: a colleague's word. */
  readonly kind: 'win' | 'kudos';
  /** Their words, one line. */
  readonly text: string;
  /** The colleague who said it; null of one's own word. */
  readonly by: string | null;
  /** Null where they named none. */
  readonly area: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Where it was said, and what it is about, if they gave a link. */
  readonly url: string | null;
  readonly link: string | null;
  readonly notes: readonly Note[];
};

/** The words of a `win` and of `kudos`, as they are kept. */
export type ToldWords = {
  readonly text: string;
  readonly by: string | null;
  readonly area: string | null;
  readonly url: string | null;
  readonly link: string | null;
};

/**
 * What was told of one person. `shown` are the keys of their activities: kudos for one of those stands beside it, and
 * not here. `said` is all that was said of them, by time.
 */
export function toldOf(said: readonly Said[], shown: ReadonlySet<string>): readonly Told[] {
  const stands = whatStands(said);
  return stands.flatMap((row) => {
    const kind = kindOf(row);
    if (kind === null || (row.about !== null && shown.has(row.about))) return [];
    const answers = stands.filter(({ about, person, saidBy }) => about === row.origin && person === saidBy);
    if (answers.some(({ verb }) => verb === 'hide' || verb === 'not-mine')) return [];
    const words = toldWords(row.words);
    return words === null ? [] : [toTold(row, kind, words, answers)];
  });
}

/** The kudos that stand beside one activity. */
export function kudosBeside(said: readonly Said[], activity: string): readonly Note[] {
  const stands = whatStands(said);
  return stands
    .filter((row) => kindOf(row) === 'kudos' && row.about === activity)
    .filter(({ origin, person }) =>
      stands.every(
        ({ about, verb, saidBy }) =>
          about !== origin || saidBy !== person || (verb !== 'hide' && verb !== 'not-mine'),
      ),
    )
    .flatMap(({ origin, words, saidAt }): readonly Note[] => {
      const told = toldWords(words);
      if (told === null) return [];
      const { text, by, url } = told;
      return [{ kind: 'kudos', text, at: saidAt, by, url, id: evidenceId(origin) }];
    });
}

function kindOf({ verb, person, saidBy }: Said): Told['kind'] | null {
  if (verb === 'win' && person === saidBy) return 'win';
  return verb === 'kudos' && person !== saidBy ? 'kudos' : null;
}

function toTold(
  { origin, saidAt }: Said,
  kind: Told['kind'],
  words: ToldWords,
  answers: readonly Said[],
): Told {
  const moved = answers.findLast(({ verb }) => verb === 'area')?.words;
  const notes = answers.flatMap(({ verb, words: text, saidAt: at }): readonly Note[] =>
    (verb === 'context' || verb === 'contest') && typeof text === 'string' ? [{ kind: verb, text, at }] : [],
  );
  const area = typeof moved === 'string' ? moved : words.area;
  return { id: evidenceId(origin), kind, ...words, area, at: saidAt, notes };
}

function toldWords(words: unknown): ToldWords | null {
  if (typeof words !== 'object' || words === null || !('text' in words)) return null;
  const { text, by, area, url, link } = words as Partial<Record<keyof ToldWords, unknown>>;
  if (typeof text !== 'string') return null;
  return { text, by: textOf(by), area: textOf(area), url: textOf(url), link: textOf(link) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
