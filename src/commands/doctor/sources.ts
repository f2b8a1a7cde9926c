import type { GitHub } from '../../ports/github.ts';
import type { Reader } from '../../ports/reader.ts';
import type { Store } from '../../ports/store.ts';
import type { Frameworks } from '../../framework/frameworks.ts';
import type { ReadFrameworkFile } from '../framework-of.ts';

/** What the checks look at. Each is opened when the first check asks for it, and may throw. */
export type DoctorSources = {
  /** What the settings say, without a secret, a line for each. @throws GiveUp with every problem. */
  readonly settings: () => Promise<SettingsInWords>;
  readonly store: () => Promise<LookedAtStore>;
  /** Says by what the jobs are carried, once that has answered. */
  readonly pingQueue: () => Promise<string>;
  readonly github: () => Promise<Pick<GitHub, 'app' | 'reading'>>;
  /** What time it is for GitHub, ISO 8601; null where that cannot be asked. */
  readonly githubTime: (() => Promise<string>) | null;
  /** Where GitHub sends the app's deliveries; null where its settings name no address. */
  readonly hookAddress: () => Promise<string | null>;
  readonly reader: () => Promise<Reader>;
  readonly frameworks: Frameworks;
  readonly frameworkFile: ReadFrameworkFile;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
};

export type SettingsInWords = {
  readonly lines: readonly string[];
  /** Where what waits is read, with its key; null where the app has no public address. */
  readonly previewLink: string | null;
  /** Where GitHub should send deliveries to; null where the app has no public address. */
  readonly webhookUrl: string | null;
};

export type LookedAtStore = Pick<
  Store,
  'accounts' | 'subjects' | 'publications' | 'failures' | 'model' | 'close'
> & {
  readonly ping: () => Promise<void>;
};
