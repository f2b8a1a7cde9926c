import { GiveUp } from './errors.ts';
import { databaseUrl, githubOf, publicUrl, redisUrl } from './settings/addresses.ts';
import type { GitHubAddress } from './settings/addresses.ts';
import { modelOf } from './settings/model.ts';
import type { ModelSettings } from './settings/model.ts';
import type { Environment, Reading } from './settings/reading.ts';
import { controlKey, privateKey, webhookSecret } from './settings/secrets.ts';

/** All that the app is told from outside. It holds secrets: never show it. */
export type Settings = {
  readonly app: { readonly id: number; readonly privateKey: string; readonly webhookSecret: string };
  readonly github: GitHubAddress;
  readonly store: { readonly databaseUrl: string | null; readonly dataFolder: string };
  readonly queue: { readonly redisUrl: string | null };
  /** Null: the signals decide alone. */
  readonly model: ModelSettings | null;
  readonly web: {
    readonly host: string;
    readonly port: number;
    /** Where people reach the app, without a slash at its end; null where nobody said. */
    readonly publicUrl: string | null;
  };
  /** Who has it may move the clock of an app that talks to a local GitHub; null: nobody may. */
  readonly controlKey: string | null;
};

/**
 * Reads the settings out of an environment.
 *
 * @param readFile Gives the text of a file, or throws.
 * @throws GiveUp with every problem at once, one line each.
 */
export function readSettings(environment: Environment, readFile: (path: string) => string): Settings {
  const problems: string[] = [];
  const reading: Reading = {
    get: (name) => environment[name]?.trim() || null,
    complain: (name, problem, advice) => void problems.push(`- ${name} ${problem}. ${advice}.`),
  };
  const github = githubOf(reading);
  const settings: Settings = {
    app: {
      id: appId(reading),
      privateKey: privateKey(reading, readFile),
      webhookSecret: webhookSecret(reading),
    },
    github,
    store: { databaseUrl: databaseUrl(reading), dataFolder: reading.get('DATA_FOLDER') ?? 'data' },
    queue: { redisUrl: redisUrl(reading) },
    model: modelOf(reading),
    web: { host: hostOf(reading), port: portOf(reading), publicUrl: publicUrl(reading) },
    controlKey: controlKey(reading, github.isLocal),
  };
  if (problems.length > 0) throw new GiveUp(`The settings need a change:\n${problems.join('\n')}`);
  return settings;
}

function appId({ get, complain }: Reading): number {
  const text = get('APP_ID');
  const advice = 'Set it to the number under "App ID" on the settings page of your GitHub App';
  if (text === null) complain('APP_ID', 'is missing', advice);
  else if (!/^[1-9]\d{0,14}$/.test(text)) complain('APP_ID', 'is not a number', advice);
  return Number(text);
}

// Only this machine hears it unless somebody says otherwise: a proxy with a certificate stands in front.
function hostOf({ get, complain }: Reading): string {
  const host = get('HOST') ?? '127.0.0.1';
  const advice = 'Use 127.0.0.1 behind a proxy on this machine, 0.0.0.0 in a container';
  if (!/^[\w.:-]{1,253}$/.test(host)) complain('HOST', 'is no name or number of a network interface', advice);
  return host;
}

function portOf({ get, complain }: Reading): number {
  const text = get('PORT') ?? '3000';
  const fits = /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
  if (!fits) complain('PORT', 'is no port', 'Use a number from 1 to 65535, or 0 for any that is free');
  return Number(text);
}
