import { GiveUp } from '../../src/errors.ts';
import { startViewer } from '../viewer/server.ts';
import type { Viewer } from '../viewer/server.ts';
import { checkStory } from './check.ts';
import type { Expected, NotYet } from './check.ts';
import type { Difference, Tables } from './compare.ts';
import { countsOf } from './counts.ts';
import type { Count } from './counts.ts';
import { openFolder } from './folder.ts';
import type { DemoFolder } from './folder.ts';
import { postsOf } from './posts.ts';
import { closeTheBooks, playStory } from './play.ts';
import { replayHistory } from './replay.ts';
import { closeStage, openStage } from './stage.ts';
import type { OpenStage, StagePlan } from './stage.ts';

export type DemoPlan = Omit<StagePlan, 'folder'> & {
  readonly expected: Expected;
  readonly notYet: NotYet;
  /** All rows of the application's database in that folder, without times. */
  readonly readTables: (dataFolder: string) => Promise<Tables>;
  /** A folder that keeps log, database and texts; null leaves nothing behind. */
  readonly keep: string | null;
  readonly watch: DemoWatch;
};

export type DemoWatch = {
  /** A stage begins. */
  readonly begin: (stage: DemoStage) => void;
  /** So much of it is done. */
  readonly move: (done: number, all: number) => void;
};

export type DemoStage = 'start' | 'play' | 'reports' | 'check' | 'replay';

export type DemoResult = {
  readonly counts: readonly Count[];
  readonly seconds: readonly { readonly stage: DemoStage; readonly seconds: number }[];
  /** Where it is not as expected, or the replay changed something. */
  readonly differences: readonly Difference[];
  /** How many expectations are known not to be met yet, and are no differences. */
  readonly notYet: number;
  /** The evidence reports that the application wrote, as Markdown. */
  readonly reports: readonly string[];
  /** Shows what stands on the local GitHub; 0 takes any free port. */
  show(port: number): Promise<Viewer>;
};

/** The same in every run, so that a failure comes again. */
const seed = 20_260_701;

/**
 * Plays the story with the real application, compares what came of it with the expectations, and replays the whole
 * history. When it settles, whatever way, the application has ended and nothing is left behind that was not to be kept.
 */
export async function runDemo(plan: DemoPlan): Promise<DemoResult> {
  const folder = await openFolder(plan.keep);
  try {
    return await runIn(folder, plan);
  } catch (error) {
    // Whatever failed because it was stopped, failed because of that.
    if (plan.signal.aborted) throw new GiveUp('The demo was stopped before its end.');
    throw error;
  } finally {
    await folder.close();
  }
}

async function runIn(folder: DemoFolder, plan: DemoPlan): Promise<DemoResult> {
  const stages = timed(plan.watch);
  const stage = await stages.take('start', () => openStage({ ...plan, folder: folder.path }));
  let played: Played;
  let end: 'ended' | 'killed' | null = null;
  try {
    played = await playAll(stage, plan, stages.take);
    await folder.keepPosts(stage.cast.world.state);
  } finally {
    end = await closeStage(stage);
    // A database that its killed owner left behind ends with whoever opens it next.
    if (end === 'killed') await plan.readTables(stage.dataFolder).catch(() => null);
  }
  const { state } = stage.cast.world;
  return {
    counts: played.counts,
    reports: postsOf(state)
      .filter(({ labels }) => labels.includes('evidence report'))
      .map(({ body }) => body),
    seconds: stages.seconds,
    differences: [...played.differences, ...(end === 'killed' ? [killed] : [])],
    notYet: [...plan.notYet.values()].flat().length,
    show: (port) => startViewer({ state, story: plan.story, base: stage.github.url }, port),
  };
}

type Played = { readonly counts: readonly Count[]; readonly differences: readonly Difference[] };

type Take = <T>(stage: DemoStage, work: () => Promise<T>) => Promise<T>;

async function playAll(stage: OpenStage, plan: DemoPlan, take: Take): Promise<Played> {
  const { cast, webhooks, control } = stage;
  const readTables = () => plan.readTables(stage.dataFolder);
  const answers = await take('play', () => playStory(stage, plan.watch.move));
  await take('reports', () => closeTheBooks(stage));
  const [tables, unexpected] = await take('check', async () => {
    const now = await readTables();
    return [now, checkStory({ cast, tables: now, answers }, plan.expected, plan.notYet)] as const;
  });
  const counts = countsOf(cast.world.state, tables);
  const changed = await take('replay', () =>
    replayHistory({ world: cast.world, webhooks, control, readTables, seed }, plan.watch.move),
  );
  return { counts, differences: [...unexpected, ...changed] };
}

const killed: Difference = {
  where: 'the application',
  expected: 'to end well, and within 15 seconds, when it is asked to',
  found: 'it did not',
};

function timed({ begin }: DemoWatch): { readonly take: Take; readonly seconds: DemoResult['seconds'] } {
  const seconds: { stage: DemoStage; seconds: number }[] = [];
  return {
    seconds,
    async take(stage, work) {
      begin(stage);
      const started = performance.now();
      const result = await work();
      seconds.push({ stage, seconds: (performance.now() - started) / 1000 });
      return result;
    },
  };
}
