import type { ModelTable } from '../../../src/ports/store.ts';
import { by, clean, digits, time } from './memory.ts';
import type { Memory } from './memory.ts';

export function model({ modelAnswers, modelCalls, modelWaits, subjects }: Memory): ModelTable {
  const callsOf = (account: number) => modelCalls.filter((call) => call.account === account);
  return {
    answer: async (account, question) => {
      const row = modelAnswers.get(`${account}/${question}`);
      return row ? { spans: row.spans } : null;
    },
    keep: async (account, question, answer, at) => {
      const key = `${account}/${question}`;
      if (!modelAnswers.has(key)) modelAnswers.set(key, { ...clean(answer), at: time(at) });
    },
    record: async (call) => {
      const { tokensIn, tokensOut, cost, dropped } = call;
      if (Math.min(tokensIn, tokensOut, cost ?? 0, dropped) < 0)
        throw new Error('No call gives anything back.');
      modelCalls.push({ ...clean(call), at: time(call.at) });
    },
    use: async (account, from) => {
      const calls = callsOf(account).filter(({ at }) => at >= time(from));
      const sum = (of: (call: (typeof calls)[number]) => number) =>
        calls.reduce((total, call) => total + of(call), 0);
      return {
        calls: calls.length,
        answered: calls.filter(({ outcome }) => outcome === 'answered').length,
        tokens: sum(({ tokensIn, tokensOut }) => tokensIn + tokensOut),
        cost: sum(({ cost }) => cost ?? 0),
      };
    },
    lastCall: async (account) =>
      callsOf(account)
        .toSorted(by(({ at }) => at))
        .at(-1) ?? null,
    wait: async (subject, dueAt) => {
      if (!subjects[subject - 1]) throw new Error(`There is no subject ${subject}.`);
      if (!modelWaits.has(subject)) modelWaits.set(subject, { dueAt: time(dueAt), tries: 0 });
    },
    stopWaiting: async (subject) => void modelWaits.delete(subject),
    takeDue: async ({ now, nextAt, most, limit }) => {
      const due = [...modelWaits].filter(([, { dueAt }]) => dueAt <= time(now));
      for (const [subject, { tries }] of due) if (tries >= most) modelWaits.delete(subject);
      const taken = due
        .filter(([, { tries }]) => tries < most)
        .toSorted(by(([subject, { dueAt }]) => `${dueAt} ${digits(subject)}`))
        .slice(0, limit);
      for (const [subject, { tries }] of taken)
        modelWaits.set(subject, { dueAt: time(nextAt), tries: tries + 1 });
      return taken.map(([subject]) => subject);
    },
    waiting: async (account) =>
      [...modelWaits.keys()].filter((subject) => subjects[subject - 1]?.account === account).length,
  };
}
