import type { Framework } from '../framework/compile.ts';
import { creditChange } from './evidence.ts';
import type { Credited } from './evidence.ts';
import type { Facts } from './facts.ts';
import { creditIncident } from './incident.ts';
import type { ModelReading } from './model-reading.ts';
import { withReceived } from './received.ts';
import { creditReviews } from './review.ts';

/** What judging one subject needs to know beside its facts. */
export type CreditContext = {
  readonly incidentLabels: readonly string[];
  /** The teams of a person, by key, at a moment; empty where they are in none. */
  readonly teamsOf: (person: string, at: string) => readonly string[];
  /** What a model answered; null without one. */
  readonly reading: ModelReading | null;
};

/** From the facts of one subject to the evidence of everyone who had a part in it. */
export function creditSubject(facts: Facts, framework: Framework, context: CreditContext): Credited {
  if (facts.kind === 'issue')
    return { evidence: creditIncident(facts, framework, context), leftOut: null, undoes: null };
  const credited = creditChange(facts, framework, context.reading);
  const own = withReceived(credited.evidence, facts);
  return { ...credited, evidence: [...own, ...creditReviews(facts, framework, context)] };
}
