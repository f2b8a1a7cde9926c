import type { Audience, AudienceVerdict } from './audience.ts';
import type { Member } from './organisation.ts';

const mostNamed = 5;

/** Why nothing was written to a repository, and what to do: for whoever runs the app. `name` is `owner/name`. */
export function audienceSentence(name: string, verdict: AudienceVerdict): string {
  if (verdict.fits) return `${name} can be read by its audience only.`;
  return `${name} ${reasons[verdict.because](verdict.strangers)}`;
}

type Because = Extract<AudienceVerdict, { readonly fits: false }>['because'];

const reasons: Readonly<Record<Because, (strangers: readonly Member[]) => string>> = {
  missing: () =>
    'is no repository that Groundwork can see. Make it (`npm run reports-repositories -- plan` shows how) and install the app on it.',
  public: () => 'is public. Make it private in its settings; nothing is written there before.',
  internal: () => 'is internal: everyone in your enterprise can read it. Make it private in its settings.',
  archived: () => 'is archived, so nothing can be written there. Take it out of the archive in its settings.',
  'too many': (strangers) =>
    `can also be read by ${names(strangers)}, who may not read these reports. Take their access away, or name them in the rules; where everybody of the organisation can read it, the cause is its base permission.`,
};

/** Who may read, each once, with the reason: `ada`, `mira (manager)`, `olu (manager, owner)`. */
export function audienceNames({ engineer, managers, readers, owners }: Audience): readonly string[] {
  const labels = new Map<number, { readonly login: string; readonly parts: string[] }>();
  const add = (members: readonly Member[], part: string | null): void => {
    for (const { id, login } of members) {
      const known = labels.get(id) ?? { login, parts: [] };
      if (part !== null) known.parts.push(part);
      labels.set(id, known);
    }
  };
  add([engineer], null);
  add(managers, 'manager');
  add(readers, 'reader');
  add(owners, 'owner');
  return [...labels.values()].map(({ login, parts }) =>
    parts.length === 0 ? login : `${login} (${parts.join(', ')})`,
  );
}

function names(members: readonly Member[]): string {
  const shown = members.slice(0, mostNamed).map(({ login }) => login);
  const more = members.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
