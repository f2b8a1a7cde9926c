import { z } from 'zod';
import { nearestOf } from './rules-nearest.ts';

/** The single values of a rules file. Each says what it is for and, where it is wrong, what to write instead. */

type Issue = { readonly input?: unknown };

export function login(description: string): z.ZodString {
  return z
    .string()
    .regex(/^[A-Za-z\d][A-Za-z\d_-]{0,38}$/u, { error: aboutLogin })
    .meta({ description, examples: ['ada-lindqvist'] });
}

export function organisation(description: string): z.ZodString {
  return z
    .string()
    .regex(/^[A-Za-z\d][A-Za-z\d_-]{0,38}$/u, { error: aboutOrganisation })
    .meta({ description });
}

export function team(): z.ZodString {
  return z
    .string()
    .regex(/^[a-z\d_][a-z\d_.-]{0,99}$/u, { error: aboutTeam })
    .meta({ description: 'A team, as its address on GitHub ends: `backend-engineers`.' });
}

export function repositoryName(): z.ZodString {
  return z
    .string()
    .regex(/^[\w.-]{1,100}$/u, { error: aboutRepository })
    .meta({ description: 'A repository’s name, without its owner.' });
}

export function label(): z.ZodString {
  return z
    .string()
    .regex(/^[^\n\r]{1,50}$/u, { error: 'A label has from 1 to 50 characters, on one line.' })
    .meta({ description: 'A label of issues. Capital letters make no difference.' });
}

export function day(description: string): z.ZodString {
  return z.string().refine(isDay, { error: aboutDay }).meta({ description, format: 'date' });
}

export function timeZone(description: string): z.ZodString {
  return z.string().refine(isTimeZone, { error: aboutTimeZone }).meta({ description });
}

export function reportsRepository(description: string): z.ZodString {
  return z
    .string()
    .regex(/^[\w.-]{0,60}\{login\}[\w.-]{0,60}$/u, { error: aboutReportsRepository })
    .meta({ description });
}

export function framework(description: string): z.ZodString {
  return z
    .string()
    .regex(/^(?:[a-z][a-z\d-]{0,39}|[\w-][\w.-]{0,79}\.ya?ml)$/u, { error: aboutFramework })
    .meta({ description });
}

/** Other people's words inside a sentence of ours: short, on one line, as code. */
export function named(input: unknown): string {
  const text = String(input)
    .replaceAll(/[\s`]+/gu, ' ')
    .trim();
  return `\`${text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text}\``;
}

function aboutLogin({ input }: Issue): string {
  const text = String(input);
  if (text.endsWith('[bot]'))
    return `${named(text)} is an app. Apps and bots are never kept: delete the line.`;
  if (text.startsWith('@')) return `Write the login without its \`@\`: ${named(text.slice(1))}.`;
  if (/\s/u.test(text.trim()))
    return `${named(text)} looks like a name. Write the login, as in the address of the profile.`;
  if (text.includes('/'))
    return `${named(text)} looks like a team. Teams go into \`teams\`, people by login.`;
  return `${named(text)} is not a login: letters, digits and hyphens, as in the address of the profile.`;
}

function aboutOrganisation({ input }: Issue): string {
  return `${named(input)} is no organisation. Write its name as in its address, without any \`/\` or \`@\`.`;
}

function aboutTeam({ input }: Issue): string {
  const last = String(input).replace(/^@?[^/]*\//u, '');
  const slug = last
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d_.]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  const instead = slug === '' ? '' : `: ${named(slug)}`;
  return `${named(input)} is not a team as its address on GitHub ends. Write only that part, in small letters${instead}.`;
}

function aboutRepository({ input }: Issue): string {
  const name = String(input).split('/').at(-1) ?? '';
  const instead = /^[\w.-]{1,100}$/u.test(name) ? `: ${named(name)}` : '';
  return `${named(input)} is not a repository’s name. Write it without its owner${instead}.`;
}

function aboutDay({ input }: Issue): string {
  return `${named(input)} is no day. Write it like \`2026-03-01\`.`;
}

function aboutTimeZone({ input }: Issue): string {
  const text = String(input);
  if (/^[+-]\d/u.test(text) || /^(?:UTC|GMT)[+-]/iu.test(text))
    return `${named(text)} knows no summer time. Name a place, like \`Europe/Oslo\`.`;
  const meant = nearestOf(text, Intl.supportedValuesOf('timeZone'));
  const instead = meant === null ? 'Name one like `Europe/Oslo` or `UTC`.' : `Did you mean ${named(meant)}?`;
  return `${named(text)} is no time zone that is known here. ${instead}`;
}

function aboutReportsRepository({ input }: Issue): string {
  const text = String(input);
  if (!text.includes('{login}'))
    return `${named(text)} must hold \`{login}\`, so that every engineer has a repository of their own: \`reviews-{login}\`.`;
  return `${named(text)} is not a repository’s name: letters, digits, \`.\`, \`_\` and \`-\` around one \`{login}\`, without an owner.`;
}

function aboutFramework({ input }: Issue): string {
  const text = String(input);
  if (/\.ya?ml$/u.test(text))
    return `${named(text)} is not the name of a file. Put the file beside this one, and write its name without any folder.`;
  return `${named(text)} is neither a framework nor a file. Write \`backend\`, \`platform\`, or a name that ends in \`.yml\`.`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
