import type { Evidence } from '../../src/evidence/evidence.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

/** The evidence of a change that was merged on the day of March that its number says. */
export function merged(
  number: number,
  title: string,
  overrides: Partial<ChangeFacts> = {},
): readonly Evidence[] {
  const mergedAt = `2026-03-${String(number).padStart(2, '0')}T08:00:00Z`;
  return creditChange(
    changeFacts({ key: `github:7#${number}`, number, title, mergedAt, ...overrides }),
    smallFramework,
  ).evidence;
}

export function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 2, 1, 8) + days * 86_400_000).toISOString();
}
