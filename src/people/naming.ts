/** For comparing only: without case, diacritics and doubled spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** Without the empty ones and without repetitions in another spelling; the first spelling stays. */
export function distinct(words: readonly string[]): readonly string[] {
  const byPlain = new Map<string, string>();
  for (const word of words) if (word !== '' && !byPlain.has(plain(word))) byPlain.set(plain(word), word);
  return [...byPlain.values()];
}

/** The plain form of a name that can stand for one person: two words or more, and not a placeholder. */
export function fullName(name: string): string | null {
  const words = plain(name);
  if (!words.includes(' ') || PLACEHOLDERS.has(words)) return null;
  // A second word of mere signs or one number (`deploy 2`) tells nobody apart.
  const spoken = words.split(' ').filter((word) => /\p{L}/u.test(word));
  return spoken.length >= 2 && !namesProgram(words) ? words : null;
}

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'your name',
  'full name',
  'first last',
  'firstname lastname',
  'john doe',
  'jane doe',
  'unknown author',
  'unknown user',
  'no author',
  'no name',
  'not committed yet',
  'system administrator',
  'root user',
  'ubuntu user',
  'ec2 default user',
]);

/** Addresses that are nobody's own: given by machines, tools or their manuals. */
const SHARED_NAMES =
  /^(?:root|noreply|no-reply|no_reply|donotreply|nobody|none|unknown|null|devnull|anonymous|git|svn|admin|administrator|user|users|info|ubuntu|ec2-user|vagrant|jenkins|build|ci|you|your|email|your-email|your_email|your\.email|bot|bots|test)$/;
const SHARED_HOSTS = /(?:^|\.)(?:localhost|localdomain|local|internal|\(none\)|none|invalid)$/;

/** True of an address that several people may sign with; it does not make them one person. */
export function isShared(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at <= 0 || at === address.length - 1) return true;
  return SHARED_NAMES.test(address.slice(0, at)) || SHARED_HOSTS.test(address.slice(at + 1));
}

export type HostedLogin = { readonly host: string; readonly id: string | null; readonly login: string };

/** `583231+octo@users.noreply.github.com`, `octo@users.noreply.github.com`, and GitLab's `12-octo@…`. */
export function hostedLogin(address: string): HostedLogin | null {
  const match = /^(?:(\d{1,12})[+-])?([^@+]{1,100})@users\.noreply\.([a-z0-9.-]{1,100})$/.exec(address);
  return match ? { host: match[3]!, id: match[1] ?? null, login: match[2]! } : null;
}

/** True where the name or address is a program's, as programs name themselves. Abbot and Talbot are people. */
export function looksAutomatic(name: string, address: string): boolean {
  const mail = plain(address);
  return (
    namesProgram(plain(name)) ||
    /\[bot\]@|^(?:noreply|no-reply|no_reply|donotreply)@(?!github\.com$)/.test(mail) ||
    namesProgram(hostedLogin(mail)?.login ?? '')
  );
}

const PROGRAMS: ReadonlySet<string> = new Set([
  'dependabot',
  'renovate',
  'greenkeeper',
  'snyk',
  'github',
  'github actions',
  'github-actions',
  'web-flow',
  'gitlab ci',
  'copilot',
  'bors',
  'mergify',
  'semantic-release',
]);

function namesProgram(name: string): boolean {
  return PROGRAMS.has(name) || /\[bot\]$|(?:^|[\s_-])bot(?:$|[\s_-])/.test(name);
}
