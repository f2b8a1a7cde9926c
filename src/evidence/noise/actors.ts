import type { Actor, ChangeFacts } from '../facts.ts';
import { agentNamed } from './agents.ts';
import { isKnownAutomation } from './automations.ts';
import { isWritten } from './written.ts';

/** A change that a coding agent opened. `askedBy` is null where the record shows no person who asked. */
export type AgentWork = { readonly agent: string; readonly askedBy: Actor | null };

/** Whether an actor is no person: an automation or a coding agent. */
export function isBot(actor: Actor): boolean {
  return actor.type === 'bot' || agentNamed(actor) !== null || isKnownAutomation(actor);
}

/**
 * The coding agent that opened the change and the person who asked for it; null for everyone else's changes.
 * A merger is not taken for the asker: pressing a button is no request.
 */
export function agentOf(change: ChangeFacts): AgentWork | null {
  const agent = agentNamed(change.author);
  if (agent === null) return null;
  return { agent, askedBy: askerOf(change) };
}

/** The people among actors, in order: no bots, no coding agents. */
export function humansOf(actors: readonly Actor[]): readonly Actor[] {
  return actors.filter((actor) => !isBot(actor));
}

/** The coding agents among actors by name ("Copilot"), each once, in order. */
export function agentsOf(actors: readonly Actor[]): readonly string[] {
  return [...new Set(actors.map(agentNamed).filter((name) => name !== null))];
}

function askerOf(change: ChangeFacts): Actor | null {
  const people = humansOf(change.assignees);
  return (
    people[0] ??
    namedRequester(change) ??
    humansOf(change.coAuthors)[0] ??
    humansOf(change.commits.filter(isWritten).map((commit) => commit.author))[0] ??
    null
  );
}

const requested = /\b(?:requested|asked for|prompted|triggered) by:?[ \t]{0,3}[^@\n]{0,60}@([\w-]{1,39})/iu;

/** "Requested by: @ada", believed only of someone whom the record itself shows on the change. */
function namedRequester(change: ChangeFacts): Actor | null {
  const login = requested.exec(change.body.slice(0, 8_000))?.[1]?.toLowerCase();
  if (login === undefined) return null;
  return humansOf(seenOn(change)).find((actor) => actor.label.toLowerCase() === login) ?? null;
}

function seenOn(change: ChangeFacts): readonly Actor[] {
  const speakers = [...change.reviews, ...change.comments, ...change.commits].map((said) => said.author);
  return change.mergedBy === null ? speakers : [...speakers, change.mergedBy];
}
