import type { Evidence } from './evidence.ts';

declare const ofOnePerson: unique symbol;

/** Evidence of one person and of nobody else: the only thing that a report can be made of. Only `evidenceOfOne` makes it. */
export type PersonsEvidence = readonly Evidence[] & { readonly [ofOnePerson]: true };

/** @throws Error where it is more than one person's. That is a bug in the caller, and no report may come of it. */
export function evidenceOfOne(evidence: readonly Evidence[]): PersonsEvidence {
  const people = new Set(evidence.map(({ activity }) => activity.person.key));
  if (people.size > 1) throw new Error('A report is made of one person’s evidence; this is more than one’s.');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where it was just looked at
  return evidence as PersonsEvidence;
}

/** Two stretches of time of the same person. @throws Error where they are not. */
export function sameOne(one: PersonsEvidence, other: PersonsEvidence): void {
  evidenceOfOne([...one, ...other]);
}
