import { isSpent, monthOf } from '../src/evidence/model-reading/budget.ts';
import { troubleOf } from '../src/evidence/model-reading/outcome.ts';
import type { Asked, Question } from '../src/ports/reader.ts';
import type { WorkerPorts } from './ports.ts';

type Ports = Pick<WorkerPorts, 'store' | 'clock' | 'reader' | 'say'>;

export type AskedOf = { readonly account: number; readonly question: Question; readonly asked: Asked };

/** Keeps each call, and the answer where there is one to keep. Gives whether the model has had its say. */
export async function keepCalls({ account, question, asked }: AskedOf, ports: Ports): Promise<boolean> {
  const { store, clock, reader } = ports;
  const at = clock.now().toISOString();
  const known = { account, question: question.key, model: reader.name ?? '', at };
  for (const call of asked.calls) await store.model.record({ ...known, ...call });
  if (!hasSettled(asked, ports)) return false;
  await store.model.keep(account, question.key, { spans: asked.spans }, at);
  return true;
}

function hasSettled({ calls }: Asked, { say }: Ports): boolean {
  const last = calls.at(-1);
  const trouble = last === undefined ? null : troubleOf(last.outcome);
  if (trouble !== null)
    say(
      `The model could not be asked: ${trouble.because}. Signals decide alone for now. ${trouble.advice ?? ''}`.trim(),
    );
  return last !== undefined && trouble === null;
}

const rest = { minutes: 5 } as const;

/** After a call that went wrong the model is left in peace for a while: a backlog must not wait for it piece by piece. */
export async function isModelResting(account: number, { store, clock }: Ports): Promise<boolean> {
  const last = await store.model.lastCall(account);
  if (last === null || troubleOf(last.outcome) === null) return false;
  return clock.now().getTime() < Temporal.Instant.from(last.at).add(rest).epochMilliseconds;
}

export async function isMonthSpent(account: number, { store, clock, reader }: Ports): Promise<boolean> {
  const used = await store.model.use(account, monthOf(clock.now().toISOString()));
  return isSpent(used, reader.budget);
}
