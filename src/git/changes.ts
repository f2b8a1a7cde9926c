import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ChangeFacts } from '../evidence/facts.ts';
import { actorLookup } from '../people/identity.ts';
import type { ChangesRequest, Clone } from '../ports/history.ts';
import { readAttributes } from './attributes.ts';
import { composeChange } from './compose.ts';
import type { Surroundings } from './compose.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { mergeRequestReference } from './landing.ts';
import { createLine } from './line.ts';
import { readMessage } from './message.ts';
import type { CommitRecord } from './record.ts';
import { readRecords } from './read-records.ts';
import { runGit } from './run.ts';
import { spread, toCommit } from './unit.ts';
import type { Commit, Unit } from './unit.ts';
import { findStretch, isWithin, readWindow } from './window.ts';
import type { Stretch } from './window.ts';

/** One process of git reads the stretch of history that landed in the window; a change is let go when it is whole. */
export async function* readChanges(
  environment: Environment,
  clone: Clone,
  request: ChangesRequest,
): AsyncGenerator<ChangeFacts> {
  const window = readWindow(request);
  const stretch = await findStretch(environment, clone, window);
  if (stretch === null) return;
  const around = await surroundings(environment, clone, request);
  const numbers = new Set<number>();
  let done = 0;
  for await (const units of readUnits(environment, clone, stretch)) {
    for (const unit of units) {
      const landedAt = unit.landed.committedAt;
      if (!isWithin(window, landedAt)) continue;
      done += 1;
      for (const inner of spread(unit, clone.branch)) {
        yield composeChange(inner, landedAt, isFirst(numbers, inner.landed.landing.number), around);
      }
    }
    request.onProgress?.({ done, total: stretch.landings });
  }
}

/** Some histories name one number in many commits: the newest has it as its key, the others their id. */
function isFirst(numbers: Set<number>, number: number | null): boolean {
  if (number === null || numbers.has(number)) return false;
  numbers.add(number);
  return true;
}

type OpenUnit = Unit & { readonly brought: Commit[]; room: number };

/** So many characters of its commits' messages are held for one merge: a merge may bring a whole history. */
const MESSAGES_LIMIT = 4 * 1024 * 1024;

/** Batches of whole units, as they become whole. */
async function* readUnits(
  environment: Environment,
  clone: Clone,
  stretch: Stretch,
): AsyncGenerator<readonly Unit[]> {
  const line = createLine(stretch.newest);
  const open = new Map<number, OpenUnit>();
  for await (const records of readRecords(environment, clone, stretch)) {
    const whole: Unit[] = [];
    for (const record of records) {
      const placement = line.place(record.id, record.parents);
      if (!placement) continue;
      const commit = readCommit(record);
      if (placement.onLine)
        open.set(placement.position, { landed: commit, brought: [], room: MESSAGES_LIMIT });
      else bring(open.get(placement.position)!, commit);
      for (const position of placement.settled) whole.push(...close(open, position));
    }
    yield whole;
  }
  // What waits for parents outside the stretch can get no more commits.
  yield [...open.values()];
}

function bring(unit: OpenUnit, commit: Commit): void {
  const { message } = commit;
  unit.room -= message.body.length;
  unit.brought.push(unit.room >= 0 ? commit : { ...commit, message: { ...message, body: '' } });
}

function close(open: Map<number, OpenUnit>, position: number): readonly Unit[] {
  const unit = open.get(position);
  open.delete(position);
  return unit ? [unit] : [];
}

function readCommit(record: CommitRecord): Commit {
  return toCommit(record, readMessage(record.message), mergeRequestReference(record.message));
}

async function surroundings(
  environment: Environment,
  clone: Clone,
  request: ChangesRequest,
): Promise<Surroundings> {
  const cutOff = await readCutOff(environment, clone);
  return {
    repository: { key: `clone:${clone.name}`, name: clone.name, private: null },
    webUrl: clone.webUrl,
    branch: clone.branch,
    actor: actorLookup(request.people.people),
    attribute: await readAttributes(environment, clone),
    isCutOff: (id) => cutOff.has(id),
  };
}

/** Where a shallow clone ends: git shows the whole tree as the change of such a commit. */
async function readCutOff(environment: Environment, clone: Clone): Promise<ReadonlySet<string>> {
  if (!clone.shallow) return new Set();
  const args = [...gitPrefix(clone.path), 'rev-parse', '--git-path', 'shallow'];
  const { output } = await runGit(environment, args);
  const ids = await readFile(resolve(clone.path, output.replace(/\n$/, '')), 'latin1').catch(() => '');
  return new Set(ids.split('\n'));
}
