import { wantedEvents, wantedPermissions } from '../../src/commands/doctor/wanted.ts';
import type { ReadOnlyGitHub } from '../../src/commands/installed.ts';
import type { Facts } from '../../src/evidence/facts.ts';
import type { Organisation } from '../../src/people/organisation.ts';
import type { FailedDelivery, Installation, RepositoryReaders } from '../../src/ports/github.ts';
import { harbour } from '../people/organisation.ts';

export const installation: Installation = {
  id: 11,
  account: 1,
  login: 'harbour',
  type: 'organization',
  suspended: false,
  permissions: wantedPermissions,
  events: wantedEvents,
};

export type World = {
  readonly installations: readonly Installation[];
  readonly organisation: Organisation;
  /** The rules file; null where there is none. */
  readonly rules: string | null;
  readonly facts: readonly Facts[];
  /** `owner/name` → who can read it. */
  readonly readers: Readonly<Record<string, RepositoryReaders>>;
  readonly failed: readonly FailedDelivery[];
  /** Thrown by the first reading of each subject. */
  readonly trouble: (() => Error) | null;
};

const plainWorld: World = {
  installations: [installation],
  organisation: harbour,
  rules: null,
  facts: [],
  readers: {},
  failed: [],
  trouble: null,
};

/** A GitHub that can only be read, with what a test puts into it. It writes down what it was asked. */
export function readingSide(changes: Partial<World> = {}): {
  readonly github: ReadOnlyGitHub;
  readonly asked: readonly string[];
} {
  const world = { ...plainWorld, ...changes };
  const asked: string[] = [];
  const troubled = new Set<string>();
  const github: ReadOnlyGitHub = {
    app: {
      identity: async () => ({
        id: 5,
        slug: 'groundwork',
        permissions: wantedPermissions,
        events: wantedEvents,
      }),
      installations: async () => world.installations,
      failedDeliveries: async () => world.failed,
      redeliver: async () => {
        throw new Error('Nothing may be asked for again here.');
      },
    },
    reading: {
      async subject({ repository, number }) {
        const place = `${repository.name}#${number}`;
        asked.push(place);
        if (world.trouble !== null && !troubled.has(place)) {
          troubled.add(place);
          throw world.trouble();
        }
        return world.facts.find((facts) => `${facts.repository.name}#${facts.number}` === place) ?? null;
      },
      async *subjectsSince({ name }, since) {
        asked.push(`${name} since ${since}`);
        for (const { kind, repository, number } of world.facts)
          if (repository.name === name && number !== null) yield { kind, number, changedAt: since };
      },
      organisation: async () => world.organisation,
      rulesFile: async () => rulesFileOf(world),
      posted: async () => null,
      readers: async ({ name }) => world.readers[name] ?? null,
      repository: async (_, fullName) => world.readers[fullName]?.repository ?? null,
    },
  };
  return { github, asked };
}

function rulesFileOf({ rules }: World) {
  const repository = { id: 99, name: 'harbour/.github', visibility: 'private', archived: false } as const;
  const url = 'https://github.example/harbour/.github/blob/main/.github/groundwork.yml';
  return rules === null
    ? { kind: 'no-file' as const, repository }
    : { kind: 'file' as const, repository, url, text: rules };
}
