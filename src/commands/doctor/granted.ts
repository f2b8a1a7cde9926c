import type { AppIdentity, Installation } from '../../ports/github.ts';
import { attention, good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';
import { wantedEvents, wantedPermissions } from './wanted.ts';

/** What the app is and may do on GitHub, against what it needs. */

export function lookAtIdentity(identity: AppIdentity): readonly Finding[] {
  const { missing, beyond } = compare(identity.permissions);
  const unheard = wantedEvents.filter((event) => !identity.events.includes(event));
  return [
    good(`GitHub knows this app as ${identity.slug}.`),
    ...(missing.length === 0
      ? []
      : [
          wrong(
            `The app does not ask for all that it needs: ${missing.join(', ')}.`,
            'Add it on the settings page of the app, under Permissions & events, as app.yml has it.',
          ),
        ]),
    ...(unheard.length === 0
      ? []
      : [
          wrong(
            `The app is not subscribed to: ${unheard.join(', ')}.`,
            'Tick these on the settings page of the app, under Permissions & events.',
          ),
        ]),
    ...beyondFinding('The app asks for', beyond),
  ];
}

export function lookAtInstallations(installations: readonly Installation[]): readonly Finding[] {
  if (installations.length === 0)
    return [
      wrong('The app is installed nowhere.', 'Install it on your organisation, from its page on GitHub.'),
    ];
  return installations.flatMap(lookAtInstallation);
}

function lookAtInstallation({ login, suspended, permissions }: Installation): readonly Finding[] {
  if (suspended)
    return [
      attention(
        `${login} has suspended the app.`,
        'An owner can lift that in the settings, under GitHub Apps.',
      ),
    ];
  const { missing, beyond } = compare(permissions);
  const granted =
    missing.length === 0
      ? good(`${login} grants all that the app needs.`)
      : wrong(
          `${login} does not grant: ${missing.join(', ')}.`,
          'An owner accepts the new permissions in the settings, under GitHub Apps.',
        );
  return [granted, ...beyondFinding(`${login} grants`, beyond)];
}

function beyondFinding(who: string, beyond: readonly string[]): readonly Finding[] {
  if (beyond.length === 0) return [];
  return [
    attention(
      `${who} more than is needed: ${beyond.join(', ')}.`,
      'Take it away on the settings page of the app. `contents: write` alone may stay, where reports come as pull requests.',
    ),
  ];
}

const strength: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 };

type Comparison = { readonly missing: readonly string[]; readonly beyond: readonly string[] };

function compare(has: Readonly<Record<string, string>>): Comparison {
  const missing = Object.entries(wantedPermissions).filter(
    ([name, access]) => weigh(has[name]) < weigh(access),
  );
  const beyond = Object.entries(has).filter(
    ([name, access]) => weigh(access) > weigh(wantedPermissions[name]),
  );
  return { missing: missing.map(spell), beyond: beyond.map(spell) };
}

function weigh(access: string | undefined): number {
  return strength[access ?? ''] ?? 0;
}

function spell([name, access]: readonly [string, string]): string {
  return `${name}: ${access}`;
}
