import type { ChangeFacts } from '../../evidence/facts.ts';
import type { Framework } from '../../framework/compile.ts';
import type { Reader } from '../../ports/reader.ts';
import { attention, good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';
import type { LookedAtStore, SettingsInWords } from './sources.ts';

/** What lies on this machine's side: settings, database, clock, model. */

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

export async function lookAtModel(reader: Reader, { pack }: Framework): Promise<readonly Finding[]> {
  if (reader.name === null) return [good('No model is set: the signals decide alone.')];
  const areas = pack.areas.map(({ key, title, means }) => ({ key, name: title, definition: means }));
  const answer = await reader.read(sample, areas);
  return answer === null
    ? [
        attention(
          `${reader.name} gave no answer of the right form to a small sample. Until it does, the signals decide alone.`,
          'Look at OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL, and at the limits of the account.',
        ),
      ]
    : [good(`${reader.name} answers a small sample in the right form.`)];
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
  intoDefaultBranch: true,
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
