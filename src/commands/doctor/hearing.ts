import type { Engineer } from '../../people/roster.ts';
import { engineersOf } from '../../people/roster.ts';
import type { Installed, ReadOnlyGitHub } from '../installed.ts';
import { attention, good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';

/* Whether GitHub reaches the app, and the notice everybody whom it concerns. */

/** `there`: where GitHub sends its deliveries; `here`: where the app is reached, as far as the settings say. */
export function lookAtWebhook(there: string | null, here: string | null): readonly Finding[] {
  if (there === null)
    return [
      wrong(
        'GitHub has no address to send deliveries to, so nothing is heard.',
        `Set the webhook URL on the settings page of the app${here === null ? '' : `: ${here}`}.`,
      ),
    ];
  if (here === null)
    return [good(`GitHub sends deliveries to ${there}. Without PUBLIC_URL that is not compared.`)];
  if (isSamePlace(there, here)) return [good(`GitHub sends deliveries to ${there}.`)];
  return [
    attention(
      `GitHub sends deliveries to ${there}, but by PUBLIC_URL it would be ${here}.`,
      'Mend the webhook URL on the settings page of the app, or PUBLIC_URL. Where a relay stands in between, this is as it should be.',
    ),
  ];
}

function isSamePlace(one: string, other: string): boolean {
  return plainAddress(one) === plainAddress(other);
}

function plainAddress(address: string): string {
  return (URL.canParse(address) ? new URL(address).href : address).replace(/\/+$/u, '');
}

/** The notice stands beside the rules: whoever has a record must be able to read it. */
export async function lookAtNotice(
  { installation, organisation, file, rules }: Installed,
  { reading }: ReadOnlyGitHub,
): Promise<readonly Finding[]> {
  if (file.kind === 'no-repository' || rules === null) return [];
  const { repository } = file;
  const all = `Every engineer can read ${repository.name}, where the notice stands.`;
  if (repository.visibility !== 'private') return [good(all)];
  const readers = await reading.readers({ ...repository, installation: installation.id });
  if (readers === null) return [attention(`Who can read ${repository.name} could not be looked up.`)];
  const known = new Set(readers.readers.map(({ id }) => id));
  const shut = engineersOf(rules, organisation).filter(({ id }) => !known.has(id));
  if (shut.length === 0) return [good(all)];
  return [
    attention(
      `${namesOf(shut)} cannot read ${repository.name}, so they cannot see the notice of what is kept of them.`,
      'Give their team read access to that repository.',
    ),
  ];
}

const mostNamed = 8;

function namesOf(engineers: readonly Engineer[]): string {
  const names = engineers.slice(0, mostNamed).map(({ login }) => login);
  const more = engineers.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
