import type { FailedDelivery } from '../../ports/github.ts';
import type { Failure, Publication, Subject } from '../../ports/store.ts';
import type { LookedAtStore } from './sources.ts';
import { attention, good } from './check-up.ts';
import type { Finding } from './check-up.ts';

/** Whether the work that is to be done is being done. */

export function lookAtDeliveries(failed: readonly FailedDelivery[]): readonly Finding[] {
  const latest = failed.at(-1);
  if (latest === undefined) return [good('GitHub got an answer to every delivery of the last three days.')];
  return [
    attention(
      `${failed.length} ${failed.length === 1 ? 'delivery' : 'deliveries'} of the last three days did not arrive, the latest (${latest.event}) at ${latest.deliveredAt}.`,
      'Groundwork asks for them again every hour. If they keep failing, look under Advanced on the settings page of the app: can GitHub reach its address, and is the webhook secret the same there and in WEBHOOK_SECRET?',
    ),
  ];
}

const mostFailures = 5;

export function lookAtFailures(failures: readonly Failure[]): readonly Finding[] {
  if (failures.length === 0) return [good('No work was given up.')];
  const shown = failures
    .slice(0, mostFailures)
    .map(({ job, reason, at }) => attention(`${job} was given up at ${at}: ${reason}`));
  const more = failures.length - shown.length;
  return more > 0 ? [...shown, attention(`${more} or more further pieces of work were given up.`)] : shown;
}

export const mostAsked = 1000;

const hour = 3_600_000;

export function lookAtWaiting(dirty: readonly Subject[], now: string): readonly Finding[] {
  const old = dirty.filter(({ dirtyAt }) => Date.parse(now) - Date.parse(dirtyAt) > hour);
  if (old.length === 0) return [good('Nothing has waited for more than an hour.')];
  return [
    attention(
      `${stillToRead(old.length)} more than an hour ago.`,
      'After installing, and after a change of the rules, the past is being read, which takes its time. Else: is the app running with its workers (`npm start`)? It may also wait for a limit of GitHub, which passes.',
    ),
  ];
}

function stillToRead(count: number): string {
  if (count === 1) return '1 pull request or issue is still to be read; it changed';
  const least = count >= mostAsked ? 'At least ' : '';
  return `${least}${count} pull requests or issues are still to be read; they changed`;
}

/** Texts that were not posted: as they should not be in a preview, else each with its reason. */
export async function lookAtHeld({ accounts, publications }: LookedAtStore): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { account, login, rules, noticedAt } of await accounts.list()) {
    const name = login ?? `account ${account}`;
    const isLive = typeof rules === 'object' && rules !== null && 'mode' in rules && rules.mode === 'live';
    const held = await publications.held(account);
    if (noticedAt === null)
      findings.push(
        attention(
          `${name}: nobody was told yet, so nothing is kept.`,
          'The notice is posted once there are rules; see there.',
        ),
      );
    findings.push(...heldFindings(name, isLive, held));
  }
  return findings.length === 0 ? [good('No account has been read yet.')] : findings;
}

function heldFindings(name: string, isLive: boolean, held: readonly Publication[]): readonly Finding[] {
  if (held.length === 0) return [good(`${name}: no text waits unposted.`)];
  if (!isLive)
    return [
      good(
        `${name}: ${held.length} ${held.length === 1 ? 'text waits' : 'texts wait'} unposted, as mode: preview wants it.`,
      ),
    ];
  const byReason = Map.groupBy(held, ({ heldBecause }) => heldBecause ?? 'no reason was kept');
  return [...byReason].map(([reason, texts]) =>
    attention(
      `${name}: ${texts.length} ${texts.length === 1 ? 'text is' : 'texts are'} not posted. ${reason}`,
      'Groundwork looks again every hour, and posts what it then may.',
    ),
  );
}
