import type { Webhooks } from '../github/webhooks.ts';
import { actsOf } from './acts.ts';
import type { Act } from './acts.ts';
import { answersTo } from './answers.ts';
import type { Answer } from './answers.ts';
import type { Cast } from './cast.ts';
import type { Control } from './control.ts';
import { momentOf } from './office.ts';
import { perform, wholeSeconds } from './perform.ts';
import { stretchesOf } from './schedule.ts';

/** The stage: the local GitHub with its people, and the application that hears it. */
export type Stage = {
  readonly cast: Cast;
  readonly webhooks: Pick<Webhooks, 'idle'>;
  readonly control: Control;
};

/** Plays the whole story up to its last moment. `onAct` hears how many acts are done, of how many. */
export async function playStory(
  stage: Stage,
  onAct: (done: number, all: number) => void,
): Promise<readonly Answer[]> {
  const { story } = stage.cast;
  const acts = actsOf(story);
  const answers: Answer[] = [];
  let done = 0;
  for (const { acts: today, ends } of stretchesOf(acts, momentOf(story.to, '00:00'))) {
    await playStretch(stage, today, ends);
    answers.push(...answersTo(stage.cast, answers));
    await stage.webhooks.idle();
    done += today.length;
    onAct(done, acts.length);
  }
  return answers;
}

/**
 * The application's clock stands at the end of the stretch while it hears what happened on it; then it works until nothing
 * is left, and what it writes is written at that moment.
 */
async function playStretch(
  { cast, webhooks, control }: Stage,
  acts: readonly Act[],
  ends: string,
): Promise<void> {
  await control.moveTo(ends);
  for (const act of acts) perform(cast, act);
  cast.world.state.now = wholeSeconds(ends);
  await webhooks.idle();
  await control.workUntil(ends);
}

/** Hours after the end of the story: reports are written, then looked for once more, and the cycle is closed. */
const afterwards = [1, 12, 36];

export async function closeTheBooks(stage: Stage): Promise<void> {
  const end = Temporal.Instant.from(momentOf(stage.cast.story.to, '00:00'));
  for (const hours of afterwards) await playStretch(stage, [], end.add({ hours }).toString());
}
