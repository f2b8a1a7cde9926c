import type { ChangeFacts } from '../../evidence/facts.ts';
import { isSpent, monthOf } from '../../evidence/model-reading/budget.ts';
import type { Budget } from '../../evidence/model-reading/budget.ts';
import { troubleOf } from '../../evidence/model-reading/outcome.ts';
import type { Framework } from '../../framework/compile.ts';
import type { Reader } from '../../ports/reader.ts';
import type { ModelUse } from '../../ports/store.ts';
import { attention, good } from './check-up.ts';
import type { Finding } from './check-up.ts';
import type { LookedAtStore } from './sources.ts';

/** Whether the model answers, and what it has used up. */

export async function lookAtModel(reader: Reader, framework: Framework): Promise<readonly Finding[]> {
  const { name } = reader;
  if (name === null) return [good('No model is set: the signals decide alone.')];
  const { spans, calls } = await reader.ask(reader.question(sample, framework));
  const last = calls.at(-1);
  const trouble = last === undefined ? null : troubleOf(last.outcome);
  if (trouble !== null)
    return [
      attention(
        `${name} could not be asked: ${trouble.because}. Until it can, the signals decide alone.`,
        trouble.advice ??
          'It is asked again in an hour. If it stays so, look at OPENAI_BASE_URL and the limits there.',
      ),
    ];
  return spans === null
    ? [
        attention(
          `${name} gave no answer of the right form to a small sample. Until it does, the signals decide alone.`,
          'Use a model that keeps to a JSON schema (structured outputs).',
        ),
      ]
    : [good(`${name} answers a small sample in the right form.`)];
}

/** For each account, this calendar month: what the model used up of the budget, and what waits for it. */
export async function lookAtModelUse(
  { budget }: Pick<Reader, 'budget'>,
  { accounts, model }: Pick<LookedAtStore, 'accounts' | 'model'>,
  now: string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { account, login } of await accounts.list()) {
    const name = login ?? `account ${account}`;
    findings.push(useOf(name, await model.use(account, monthOf(now)), budget));
    const waiting = await model.waiting(account);
    if (waiting > 0)
      findings.push(
        attention(
          `${name}: ${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'} to be asked about again.`,
        ),
      );
  }
  return findings;
}

function useOf(name: string, used: ModelUse, budget: Budget): Finding {
  const says = `${name}: ${used.calls} ${used.calls === 1 ? 'call' : 'calls'} this month, ${used.answered} answered; ${shareOf(used, budget)}.`;
  return isSpent(used, budget)
    ? attention(
        `${says} The budget is used up: signals decide alone until the next month.`,
        'Raise OPENAI_MONTHLY_TOKENS or OPENAI_MONTHLY_COST if the model should go on.',
      )
    : good(says);
}

function shareOf({ tokens, cost }: ModelUse, budget: Budget): string {
  const ofTokens = budget.tokens === null ? '' : ` of ${spell(budget.tokens)}`;
  const ofCost = budget.cost === null ? '' : `, at a cost of ${amount(cost)} of ${amount(budget.cost)}`;
  return `${spell(tokens)}${ofTokens} tokens${ofCost}`;
}

function spell(count: number): string {
  return count.toLocaleString('en-GB');
}

/** From millionths, in whatever the prices are in. */
function amount(millionths: number): string {
  return (millionths / 1_000_000).toFixed(2);
}

const nobody = { key: 'github:ghost', label: 'ghost', type: 'user' } as const;

/** Invented, so that nothing of anybody is sent for a check. */
const sample: ChangeFacts = {
  kind: 'change',
  key: 'github:0#1',
  repository: { key: 'github:0', name: 'sample/sample', private: true },
  number: 1,
  commit: null,
  url: null,
  title: 'Add an index for order search',
  body: 'Order search scanned the whole table. With the index, p95 went from 1.8 s to 210 ms.',
  author: nobody,
  coAuthors: [],
  assignees: [],
  mergedBy: null,
  openedAt: '2026-01-01T08:00:00Z',
  mergedAt: '2026-01-02T08:00:00Z',
  base: 'main',
  head: null,
  intoDefaultBranch: true,
  arrived: null,
  labels: [],
  files: [
    {
      path: 'migrations/0012_order_search.sql',
      previousPath: null,
      additions: 3,
      deletions: 0,
      binary: false,
      attribute: null,
    },
  ],
  filesTotal: 1,
  commits: [],
  reviews: [],
  threads: [],
  comments: [],
  closes: [],
};
