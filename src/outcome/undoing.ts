import type { ChangeFacts } from '../evidence/facts.ts';
import { noiseOfChange } from '../evidence/noise.ts';

/** Whether `later` takes back `change`. The commit decides where it is named, then the number, then the exact title. */
export function creditedUndoing(change: ChangeFacts, later: ChangeFacts): boolean {
  const what = noiseOfChange(later).find(({ reverts }) => reverts !== undefined)?.reverts;
  if (what === undefined || later.key === change.key) return false;
  if (what.commit !== undefined && change.commit !== null) return change.commit.startsWith(what.commit);
  if (what.number !== undefined && change.number !== null) return what.number === change.number;
  return what.title !== undefined && what.title === change.title;
}
