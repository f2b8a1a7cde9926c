import type { Issue, Pull, State, TimelineEvent } from '../state.ts';
import { nextId } from './ids.ts';

/** Adds an event to the timeline of an issue or pull request. */
export function record(
  state: State,
  thread: Issue | Pull,
  kind: TimelineEvent['kind'],
  actor: string,
  what: string | null,
): void {
  thread.events.push({ id: nextId(state), kind, actor, at: state.now, what });
}

export function touch(state: State, thread: Issue | Pull): void {
  thread.updatedAt = state.now;
}
