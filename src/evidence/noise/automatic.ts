import type { ChangeFacts } from '../facts.ts';
import { agentOf, humansOf, isBot } from './actors.ts';
import type { AgentWork } from './actors.ts';
import { restsOnTitle } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';
import { isWritten } from './written.ts';

/** A change opened by an automation. Commits that people added to it stay theirs. */
export function automaticOf(sight: Sight): Noise | null {
  const { change } = sight;
  const work = agentOf(change);
  if (work !== null) return ofAgent(sight, work);
  if (!isBot(change.author)) return null;
  const helped = hasHumanCommit(change);
  const reason = helped
    ? `${nameOf(change)} opened it, and people added commits of their own.`
    : `${nameOf(change)} opened it, and merging it is no authorship.`;
  return { kind: 'bot', reason, erases: !helped, rests: restsOnTitle(sight) };
}

/** Work of a coding agent is the asker's work. Where nobody is shown, only its reviews count. */
function ofAgent(sight: Sight, work: AgentWork): Noise | null {
  if (work.askedBy !== null) return null;
  const reason = `The coding agent ${work.agent} opened it and nobody is shown who asked, so only its reviews count.`;
  return { kind: 'bot', reason, erases: true, rests: restsOnTitle(sight) };
}

function hasHumanCommit(change: ChangeFacts): boolean {
  return humansOf(change.commits.filter(isWritten).map((commit) => commit.author)).length > 0;
}

/** The label without anything that could end a sentence or a line. */
function nameOf(change: ChangeFacts): string {
  const name = change.author.label.replace(/[^\p{L}\p{N}[\]_ -]+/gu, ' ').trim();
  return name === '' ? 'An automation' : name.slice(0, 60);
}
