import { GiveUp } from '../errors.ts';
import type { Clone } from '../ports/history.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { mailmapSettings } from './mailmap.ts';
import { createRecordParser, RECORD_FORMAT } from './record.ts';
import type { CommitRecord } from './record.ts';
import { streamGit } from './run.ts';
import { splitAtNul } from './tokens.ts';
import type { Stretch } from './window.ts';

type Batches = AsyncGenerator<readonly CommitRecord[]>;

/** Which part of the stretch, in git's order, and whether file contents are looked into. */
type Part = { readonly skip: number; readonly most: number | null; readonly lines: boolean };

/** So many commits with missing contents are stepped over one by one; after them only names are read. */
const STEPS = 20;

/**
 * The commits of a stretch, children before parents. Where contents are missing or broken (an interrupted or a
 * thinned clone) that commit is told by the names of its files alone, and the reading goes on behind it.
 * @throws GiveUp when names cannot be read either.
 */
export async function* readRecords(environment: Environment, clone: Clone, stretch: Stretch): Batches {
  let skip = 0;
  for (let step = 0; clone.countsLines && step < STEPS; step += 1) {
    const part = readPart(environment, clone, stretch, { skip, most: null, lines: true });
    const whole = yield* untilBroken(part, (records) => (skip += records));
    if (whole) return;
    yield* readPart(environment, clone, stretch, { skip, most: 1, lines: false });
    skip += 1;
  }
  yield* readPart(environment, clone, stretch, { skip, most: null, lines: false });
}

/** True when the part came to its end. */
async function* untilBroken(
  batches: Batches,
  count: (records: number) => void,
): AsyncGenerator<readonly CommitRecord[], boolean> {
  try {
    for await (const records of batches) {
      count(records.length);
      yield records;
    }
    return true;
  } catch (error) {
    if (error instanceof GiveUp) return false;
    throw error;
  }
}

async function* readPart(environment: Environment, clone: Clone, stretch: Stretch, part: Part): Batches {
  const parser = createRecordParser();
  for await (const tokens of splitAtNul(streamGit(environment, logArguments(clone, stretch, part)))) {
    yield tokens.flatMap((token) => parser.accept(token) ?? []);
  }
  const last = parser.finish();
  if (last) yield [last];
}

function logArguments(clone: Clone, { newest, before }: Stretch, part: Part): readonly string[] {
  // Without contents, lines and similar renames cannot be had; names and plain renames can.
  const changes = part.lines ? ['--numstat', '-M'] : ['--name-status', '-M100%'];
  return [
    ...gitPrefix(clone.path, mailmapSettings(clone)),
    'log',
    '-z',
    '--topo-order',
    ...changes,
    '-O/dev/null',
    '--no-relative',
    '--no-notes',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--encoding=UTF-8',
    `--skip=${part.skip}`,
    ...(part.most === null ? [] : [`--max-count=${part.most}`]),
    RECORD_FORMAT,
    newest,
    ...(before === null ? [] : [`^${before}`]),
    '--',
  ];
}
