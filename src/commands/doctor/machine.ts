import { attention, good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';
import type { LookedAtStore, SettingsInWords } from './sources.ts';

/** What lies on this machine's side: settings, database, clock. */

export function lookAtSettings({ lines, previewLink }: SettingsInWords): readonly Finding[] {
  const preview =
    previewLink === null
      ? 'No PUBLIC_URL is set, so no text of ours links to the app.'
      : `What waits unposted is read at ${previewLink} (the link holds its key: give it only to those who may read every report).`;
  return [...lines, preview].map(good);
}

export async function lookAtDatabase(store: LookedAtStore): Promise<readonly Finding[]> {
  await store.ping();
  return [good('It answers, and has the tables of this version.')];
}

const secondsBeforeWrong = 60;
const secondsBeforeAttention = 10;

/** GitHub refuses keys that are signed with a wrong clock; and cycles would end at a wrong moment. */
export function lookAtClock(here: string, there: string): readonly Finding[] {
  const apart = Math.round((Date.parse(here) - Date.parse(there)) / 1000);
  const size = Math.abs(apart);
  const says = `This machine's clock is ${size} seconds ${apart > 0 ? 'ahead of' : 'behind'} GitHub's.`;
  const advice = 'Let the machine set its clock from the network (NTP).';
  if (size > secondsBeforeWrong) return [wrong(says, advice)];
  return size > secondsBeforeAttention ? [attention(says, advice)] : [good("It agrees with GitHub's.")];
}
