import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { gapsOf } from '../complete.ts';
import type { PersonsCycle } from '../material.ts';
import { reportOf } from '../material.ts';
import { portsOf } from '../framework.ts';
import type { WorkerPorts } from '../ports.ts';
import { publishOwn } from '../publish.ts';
import type { Whom } from '../publish.ts';

/** A stretch of days, as numbers that a job may carry: 20260401. */
export type Stretch = { readonly since: number; readonly day: number };

/** `20260401` ↔ `2026-04-01`. */
export function numberOfDay(day: string): number {
  return Number(day.replaceAll('-', ''));
}

function dayOfNumber(number: number): string {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A report for a conversation that does not wait for the end of the cycle: over the days from `since` up to this one. */
export async function reportNow(whom: Whom, stretch: Stretch, ports: WorkerPorts): Promise<void> {
  const [since, day] = [dayOfNumber(stretch.since), dayOfNumber(stretch.day)];
  const about = overDays(whom, since, day);
  const own = await portsOf(whom.account.account, ports);
  const report = await reportOf(about, own, await gapsOf(about.row, whom.rules, own));
  await publishOwn(
    whom,
    {
      key: `report/adhoc/${since}/${whom.engineer.person}/${day}`,
      kind: 'report',
      title: `Evidence report: ${whom.engineer.login}, since ${since}, written on ${day}`,
      body: reportMarkdown(report, own.framework),
      label: 'evidence report',
      file: {
        path: `reports/since-${since}-on-${day}.md`,
        branch: `groundwork/since-${since}-on-${day}`,
        content: reportMarkdown(report, own.framework),
        about: `The evidence since ${since} as a file, as it was on ${day}.`,
      },
    },
    ports,
  );
}

/** The day itself counts, as far as it has come. */
function overDays(whom: Whom, since: string, day: string): PersonsCycle {
  const { timeZone } = whom.rules.cycle;
  const to = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const start = (one: string) =>
    Temporal.PlainDate.from(one)
      .toZonedDateTime({ timeZone })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });
  const row = {
    id: 0,
    account: whom.account.account,
    name: `since ${since}`,
    startsAt: start(since),
    endsAt: start(to),
    timeZone,
    closedAt: null,
  };
  return { ...whom, since: row.startsAt, row, cycle: { from: since, to, timeZone } };
}
