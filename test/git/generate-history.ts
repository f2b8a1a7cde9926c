import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What the invented history is like. Shares are of what lands on main; the rest are plain commits. */
export type HistoryPlan = {
  readonly commits: number;
  readonly seed: number;
  readonly squashShare: number;
  readonly mergeShare: number;
  readonly people: number;
  readonly files: number;
};

export const TYPICAL: HistoryPlan = {
  commits: 100_000,
  seed: 1,
  squashShare: 0.5,
  mergeShare: 0.3,
  people: 60,
  files: 2000,
};

const LINES = 40;
const START = 1_420_070_400;

type State = {
  readonly plan: HistoryPlan;
  readonly random: () => number;
  /** For each file its lines' revisions. */
  readonly revisions: readonly number[][];
  mark: number;
  main: number;
  /** The newest commits of main, from which branches fork. */
  readonly recent: number[];
  at: number;
  number: number;
};

/** A stream for `git fast-import`; the same plan gives the same bytes. */
export function* generateHistory(plan: HistoryPlan): Generator<string> {
  const state = begin(plan);
  yield opening(state);
  while (state.mark < plan.commits) {
    const draw = state.random();
    if (draw < plan.mergeShare) yield* mergedBranch(state);
    else yield landing(state, draw < plan.mergeShare + plan.squashShare);
  }
  yield `reset refs/heads/main\nfrom :${state.main}\n\ndone\n`;
}

function begin(plan: HistoryPlan): State {
  return {
    plan,
    random: randomFrom(plan.seed),
    revisions: Array.from({ length: plan.files }, () => Array.from({ length: LINES }, () => 0)),
    mark: 0,
    main: 0,
    recent: [],
    at: START,
    number: 0,
  };
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function opening(state: State): string {
  const all = Array.from({ length: state.plan.files }, (_, file) => content(state, file));
  return onMain(state, commit(state, 'Lay the ground', [], all.join('')));
}

function landing(state: State, squash: boolean): string {
  const message = squash ? `${subject(state)} (#${(state.number += 1)})\n\n${why(state)}` : subject(state);
  return onMain(state, commit(state, message, [state.main], edits(state)));
}

function* mergedBranch(state: State): Generator<string> {
  let tip = state.recent[pick(state, state.recent.length)]!;
  let changed = '';
  for (let count = 1 + pick(state, 6); count > 0; count -= 1) {
    const change = edits(state);
    changed += change;
    yield commit(state, `${subject(state)}\n\n${why(state)}`, [tip], change);
    tip = state.mark;
  }
  const message = `Merge pull request #${(state.number += 1)} from team/topic-${state.number}\n\n${subject(state)}`;
  yield onMain(state, commit(state, message, [state.main, tip], changed));
}

function onMain(state: State, text: string): string {
  state.main = state.mark;
  state.recent.push(state.mark);
  if (state.recent.length > 30) state.recent.shift();
  return text;
}

function commit(state: State, message: string, parents: readonly number[], changes: string): string {
  state.mark += 1;
  state.at += 60 + pick(state, 3000);
  const who = pick(state, state.plan.people);
  const signed = `Person ${letters(who)} <person${who}@example.org> ${state.at} +0000`;
  const lineage = parents.map((parent, place) => `${place === 0 ? 'from' : 'merge'} :${parent}\n`);
  const head = `commit refs/building\nmark :${state.mark}\nauthor ${signed}\ncommitter ${signed}\n`;
  return `${head}${data(message)}${lineage.join('')}${changes}\n`;
}

function edits(state: State): string {
  const first = pick(state, state.plan.files);
  const count = 1 + pick(state, 5);
  return Array.from({ length: count }, (_, step) => edit(state, (first + step * 7) % state.plan.files)).join(
    '',
  );
}

function edit(state: State, file: number): string {
  const lines = state.revisions[file]!;
  for (let left = 1 + pick(state, 6); left > 0; left -= 1) lines[pick(state, LINES)]! += 1;
  return content(state, file);
}

function content(state: State, file: number): string {
  const lines = state.revisions[file]!.map(
    (revision, line) => `const value${line} = ${revision * 31 + line};\n`,
  );
  return `M 100644 inline ${pathOf(file)}\n${data(lines.join(''))}`;
}

function pathOf(file: number): string {
  return `src/area${file % 20}/part${file % 200}/file${file}.ts`;
}

const VERBS = ['Keep', 'Retry', 'Cache', 'Name', 'Split', 'Measure', 'Bound', 'Document'];
const THINGS = ['orders', 'payments', 'the queue', 'the price list', 'sessions', 'the export', 'alerts'];

function subject(state: State): string {
  return `${VERBS[pick(state, VERBS.length)]} ${THINGS[pick(state, THINGS.length)]}`;
}

function why(state: State): string {
  return `${subject(state)} because the nightly run took ${pick(state, 90)} minutes.\n`.repeat(
    1 + pick(state, 5),
  );
}

function pick(state: State, below: number): number {
  return Math.floor(state.random() * below);
}

function letters(number: number): string {
  return String.fromCodePoint(65 + (number % 26)) + String.fromCodePoint(97 + (Math.floor(number / 26) % 26));
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Makes a bare repository of the plan in `folder`, which must be new or empty. */
export async function makeHistory(folder: string, plan: HistoryPlan): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', folder], { env });
  const importer = spawn('git', ['-C', folder, 'fast-import', '--quiet'], {
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const closed = once(importer, 'close');
  for (const text of generateHistory(plan)) {
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`);
}

// node test/git/generate-history.ts <folder> [commits] [seed]
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'generated.git', commits = '100000', seed = '1'] = process.argv.slice(2);
  await makeHistory(folder, { ...TYPICAL, commits: Number(commits), seed: Number(seed) });
}
