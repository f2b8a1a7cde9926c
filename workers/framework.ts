import type { Chosen, FrameworkChoice, Frameworks } from '../src/framework/frameworks.ts';
import type { OwnFramework } from '../src/framework/own-schema.ts';
import { chooseFramework, namesFile } from '../src/people/framework-choice.ts';
import type { FrameworkFile } from '../src/people/framework-choice.ts';
import type { RulesProblem } from '../src/people/rules-file.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Installation } from '../src/ports/github.ts';
import type { ActivityRow, AccountRow, Json, PersonalRecord } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { fromStored, toStored } from './stored.ts';

/*
 * Each organisation has its framework. Which one is kept with its rules: the choice, and the mark of the framework that
 * its evidence was last judged by. An own one is kept whole, so that the last that could be used stays in force.
 */

type Judging = { readonly choice: FrameworkChoice; readonly mark: string };

/** The own one as a text: columns of JSON order the keys anew, and areas stand in the order in which they were written. */
type Kept = {
  readonly judging?: { readonly named: string; readonly own: string | null; readonly mark: string };
};

function judgingOf(account: Pick<AccountRow, 'rules'> | null): Judging | null {
  const kept = (account === null ? null : fromStored<Kept | null>(account.rules))?.judging;
  if (kept === undefined) return null;
  const { named, own, mark } = kept;
  return { choice: { named, own: own === null ? null : fromStored<OwnFramework>(JSON.parse(own)) }, mark };
}

/** Rules as they are kept, with the framework in force. */
export function withFramework(rules: Rules | null, { choice, mark }: FrameworkInForce): Json {
  const own = choice.own === null ? null : JSON.stringify(choice.own);
  return toStored(rules && ({ ...rules, judging: { named: choice.named, own, mark } } satisfies Kept));
}

/** What the work of an account is judged by. */
export function frameworkOf(account: Pick<AccountRow, 'rules'> | null, frameworks: Frameworks): Chosen {
  return frameworks.of(judgingOf(account)?.choice ?? frameworks.usual);
}

/** The ports of one account: with its framework. */
export async function portsOf(account: number | null, ports: WorkerPorts): Promise<WorkerPorts> {
  const row = account === null ? null : await ports.store.accounts.find(account);
  const { framework, mark } = frameworkOf(row, ports.frameworks);
  return { ...ports, framework, mark };
}

export async function portsOfSubject(id: number, ports: WorkerPorts): Promise<WorkerPorts> {
  return portsOf((await ports.store.subjects.find(id))?.account ?? null, ports);
}

export async function portsOfCycle(id: number, ports: WorkerPorts): Promise<WorkerPorts> {
  return portsOf((await ports.store.cycles.find(id))?.account ?? null, ports);
}

export type FrameworkInForce = Judging & {
  /** What is wrong with its name in the rules; null where nothing is. */
  readonly sentence: string | null;
  /** The organisation's own file; null where the rules name none, or there is none. */
  readonly file: FrameworkFile | null;
  /** What is wrong in that file. */
  readonly problems: readonly RulesProblem[];
  /** What work is judged by now, in words: `backend 0.1`. */
  readonly name: string;
};

/** A framework with a fault leaves the last good one in force; before there was one, the usual one. */
export async function frameworkInForce(
  rules: Rules | null,
  { id, login }: Pick<Installation, 'id' | 'login'>,
  before: AccountRow | null,
  { frameworks, frameworkFile }: Pick<WorkerPorts, 'frameworks' | 'frameworkFile'>,
): Promise<FrameworkInForce> {
  const named = rules?.framework ?? null;
  const file = namesFile(named) ? await frameworkFile(id, login, named) : null;
  const chosen = chooseFramework<OwnFramework>(named, file?.text ?? null, frameworks);
  const choice = chosen.choice ?? judgingOf(before)?.choice ?? frameworks.usual;
  const { mark, framework } = frameworks.of(choice);
  const { sentence, problems } = chosen;
  const name = `${framework.pack.name} ${framework.pack.version}`;
  return { choice, mark, sentence, file, problems, name };
}

/** Whether what is kept was judged by another framework, or by other weights of the same. */
export function isJudgedAnew(before: AccountRow | null, { mark }: Judging): boolean {
  return before !== null && before.rules !== null && judgingOf(before)?.mark !== mark;
}

type Marked = { readonly judgedBy?: string };

/**
 * Evidence says by what it was judged. Once for each key: where a framework credits reviews, and those for another team,
 * in the same area, one review is one piece of evidence.
 */
export function marked(rows: readonly ActivityRow[], mark: string): readonly ActivityRow[] {
  return rows.map((row) => ({
    ...row,
    evidence: [...new Map(row.evidence.map((item) => [item.key, item])).values()].map((item) => ({
      ...item,
      details: toStored({ ...fromStored<object>(item.details), judgedBy: mark } satisfies Marked),
    })),
  }));
}

/** What a reader must know where a part of a record was judged by another framework than the rest. */
export function gapsOfFramework(
  { activities }: Pick<PersonalRecord, 'activities'>,
  mark: string,
): readonly string[] {
  const others = activities.filter(({ evidence }) =>
    evidence.some(({ details }) => (fromStored<Marked>(details).judgedBy ?? mark) !== mark),
  );
  if (others.length === 0) return [];
  return [
    others.length === 1
      ? 'One piece of work was judged before the framework changed and is still to be read anew.'
      : `${others.length} pieces of work were judged before the framework changed and are still to be read anew.`,
  ];
}
