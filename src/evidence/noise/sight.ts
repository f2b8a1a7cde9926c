import type { Quote } from '../claim.ts';
import type { ChangeFacts, FileChange } from '../facts.ts';
import { readTitle } from '../title.ts';
import { toldIn } from './told.ts';
import type { Handwritten, LeftOut } from './verdict.ts';

/** Titles and descriptions are read up to here, in UTF-16 units: noise shows itself early. */
const longestTitle = 400;
const longestBody = 6_000;

/** One change prepared for the question whether it counts. */
export type Sight = {
  readonly change: ChangeFacts;
  /** The title's beginning, verbatim. */
  readonly title: string;
  /** `chore` of "chore(deps): bump …", lower case. */
  readonly type: string | null;
  /** `deps` of "chore(deps): bump …", lower case. */
  readonly scope: string | null;
  /** The title without prefixes: "bump …", verbatim. */
  readonly subject: string;
  /** The description's beginning, verbatim. */
  readonly body: string;
  /** The description without template and check lists, and without what GitHub writes into a revert or a copy. */
  readonly told: string;
  readonly own: readonly FileChange[];
  readonly leftOut: readonly LeftOut[];
  /** Lines added and removed by hand; known of the listed files only. */
  readonly lines: number;
  /** Whether every file of the change is listed. */
  readonly whole: boolean;
};

export function look(change: ChangeFacts, { files, leftOut }: Handwritten): Sight {
  const title = change.title.slice(0, longestTitle);
  const { type, scope, words } = readTitle(title);
  const body = change.body.slice(0, longestBody);
  let told: string | null = null;
  return {
    change,
    title,
    type,
    scope: scope?.toLowerCase() ?? null,
    subject: words,
    body,
    // Read where it is asked for: of most changes the title alone says that they are work.
    get told() {
      return (told ??= toldIn(body));
    },
    own: files,
    leftOut,
    lines: files.reduce((sum, file) => sum + file.additions + file.deletions, 0),
    whole: change.files.length >= change.filesTotal,
  };
}

/** The whole title as the span a verdict rests on. */
export function restsOnTitle(sight: Sight): Quote {
  return { text: sight.title, place: { in: 'title' } };
}

/** A span of the description. `from` is an offset in UTF-16 units. */
export function restsOnBody(text: string, from: number): Quote {
  return { text, place: { in: 'body', from } };
}

export function restsOnPath(path: string): Quote {
  return { text: path, place: { in: 'path' } };
}

/** How many words the author wrote in the description. */
export function wordsTold(sight: Sight): number {
  return sight.told.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

const effect =
  /\b(?:leak(?:s|ed|ing)?|crash\w{0,4}|panic\w{0,4}|deadlock\w{0,3}|data loss|outage|incident|regress\w{0,5}|latency|p9\d|faster|slower|throughput|memory usage|out of memory|oom|broke|breaks|broken|failing|fails|failed|wrong|because|so that|caused?)\b|\d ?%/iu;

/** Whether the author tells of an effect or a cause: such a change may be work, whatever its title says. */
export function tellsOfEffect(sight: Sight): boolean {
  return effect.test(sight.told) || effect.test(sight.subject);
}
