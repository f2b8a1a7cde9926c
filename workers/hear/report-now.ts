import { dayOf } from '../../src/evidence/cycle.ts';
import { commandNamed } from '../../src/people/commands.ts';
import { cycleNow } from '../keep-cycle.ts';
import type { WorkerPorts } from '../ports.ts';
import { limitsNow } from '../limits.ts';
import { numberOfDay } from '../rights/report-now.ts';
import { refused } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

/** A report now, once for each time it is asked for, since the day that is named or the beginning of the cycle. */
export async function reportSince(asked: Asked, ports: WorkerPorts): Promise<Reply> {
  const { said, speaker, person, known, conversation } = asked;
  const { account, rules } = conversation.scene;
  const day = dayOf(said.at, rules.cycle.timeZone);
  const since = said.words === '' ? await beginning(asked, ports) : said.words;
  const problem = problemOf(since, day) ?? (await tooLongAgo(since, asked, ports));
  if (problem !== null) return refused(problem);
  const row = { origin: said.origin, person, saidBy: speaker.person, about: null, verb: 'report' };
  const stretch = { since: numberOfDay(since), day: numberOfDay(day) };
  if (!known.some(({ origin }) => origin === said.origin))
    await ports.queue.add('adhoc', { account: account.account, person, ...stretch });
  const rows = [{ ...row, words: since, saidAt: said.at }];
  return { sentence: commandNamed('report')?.does ?? '', done: true, rows };
}

async function beginning({ conversation }: Asked, ports: WorkerPorts): Promise<string> {
  const { account, rules } = conversation.scene;
  const { startsAt, timeZone } = await cycleNow(account.account, rules, ports);
  return dayOf(startsAt, timeZone);
}

function problemOf(since: string, day: string): string | null {
  if (!isDay(since)) return 'That is no day. Write it like `/groundwork report 2026-03-01`.';
  return since > day ? 'That day is still to come. Name one that has been.' : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

async function tooLongAgo(
  since: string,
  { conversation }: Asked,
  ports: WorkerPorts,
): Promise<string | null> {
  const { account, rules } = conversation.scene;
  const { evidence } = await limitsNow(account.account, rules, ports);
  if (evidence === null || since >= evidence.slice(0, 10)) return null;
  return `Evidence from before ${evidence.slice(0, 10)} has had its time and is deleted. Name a later day.`;
}
