import { describe, expect, test } from '@jest/globals';
import { lookAtModelUse } from '../../src/commands/doctor/model.ts';
import type { Budget } from '../../src/evidence/model-reading/budget.ts';
import type { ModelOutcome } from '../../src/evidence/model-reading/outcome.ts';
import { memoryStore } from '../fakes/store.ts';

const account = 9000;
const bounded: Budget = { tokens: 2_000_000, cost: null };
const now = '2026-06-22T10:00:00Z';

async function storeWith(calls: readonly [ModelOutcome, tokens: number, at?: string][]) {
  const store = memoryStore();
  await store.accounts.save({
    account,
    seen: null,
    installation: 55,
    login: 'harbour',
    rules: null,
    owners: [],
    repositories: [],
  });
  for (const [outcome, tokensIn, at = '2026-06-02T08:00:00Z'] of calls)
    await store.model.record({
      account,
      question: 'a'.repeat(64),
      model: 'small',
      outcome,
      tokensIn,
      tokensOut: 0,
      estimated: false,
      cost: tokensIn,
      dropped: 0,
      at,
    });
  return store;
}

describe('what a model has used up', () => {
  test.each<[string, [ModelOutcome, number, string?][], Budget, string, string]>([
    ['nothing yet', [], bounded, 'good', 'harbour: 0 calls this month, 0 answered; 0 of 2,000,000 tokens.'],
    [
      'a part, without last month’s',
      [
        ['answered', 1_200],
        ['unfit', 800],
        ['answered', 900_000, '2026-05-31T23:59:59Z'],
      ],
      bounded,
      'good',
      'harbour: 2 calls this month, 1 answered; 2,000 of 2,000,000 tokens.',
    ],
    [
      'all of its tokens',
      [['answered', 2_000_000]],
      bounded,
      'attention',
      'harbour: 1 call this month, 1 answered; 2,000,000 of 2,000,000 tokens. The budget is used up: signals decide alone until the next month.',
    ],
    [
      'all of its money',
      [['answered', 1_500_000]],
      { tokens: null, cost: 1_500_000 },
      'attention',
      'harbour: 1 call this month, 1 answered; 1,500,000 tokens, at a cost of 1.50 of 1.50. The budget is used up: signals decide alone until the next month.',
    ],
  ])('%s', async (_, calls, budget, state, says) => {
    const findings = await lookAtModelUse({ budget }, await storeWith(calls), now);
    expect(findings).toMatchObject([{ state, says }]);
  });

  test('what waits to be asked about again', async () => {
    const store = await storeWith([]);
    const touched = { account, installation: 55, repository: 7, kind: 'change', number: 412 } as const;
    await store.model.wait(await store.subjects.touch({ ...touched, changedAt: null }), now);
    const findings = await lookAtModelUse({ budget: bounded }, store, now);
    expect(findings.at(-1)).toMatchObject({
      state: 'attention',
      says: 'harbour: 1 change waits to be asked about again.',
    });
  });
});
