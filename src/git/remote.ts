export type Remote = {
  /** `owner/name`, or more parts where groups are nested. */
  readonly name: string;
  /** Null where the remote is no web host. */
  readonly webUrl: string | null;
};

/** Reads a remote's address in any form git takes. User names, passwords and tokens are dropped. Null: a folder. */
export function parseRemote(address: string): Remote | null {
  const url = /^(https?|ssh|git):\/\/([^/]+)\/(.+)$/i.exec(address);
  if (url) return remoteAt(url[1]!.toLowerCase(), url[2]!, url[3]!);
  const short = /^([^/:]+):(?!\/\/)(.+)$/.exec(address);
  // One letter before the colon is a drive of Windows.
  if (short && short[1]!.length > 1) return remoteAt('ssh', short[1]!, short[2]!);
  return null;
}

function remoteAt(scheme: string, authority: string, path: string): Remote | null {
  const host = webHost(scheme, authority.slice(authority.lastIndexOf('@') + 1).toLowerCase());
  const name = repositoryName(path);
  if (name === null) return null;
  return { name, webUrl: host === null ? null : `${host}/${name}` };
}

function webHost(scheme: string, host: string): string | null {
  const parts = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d+))?$/.exec(host);
  if (!parts) return null;
  const overHttp = scheme === 'http' || scheme === 'https';
  // The port of ssh says nothing of the web; GitHub answers ssh at a host of its own.
  const name = parts[1]!.replace(/^ssh\.github\.com$/, 'github.com');
  const port = overHttp && parts[2] !== undefined ? `:${parts[2]}` : '';
  return `${scheme === 'http' ? 'http' : 'https'}://${name}${port}`;
}

function repositoryName(path: string): string | null {
  const [plain = ''] = path.split(/[?#]/, 1);
  const parts = plain.split('/').filter((part) => part !== '');
  const last = parts.length - 1;
  const name = parts.map((part, index) => (index === last ? part.replace(/\.git$/, '') : part)).join('/');
  const safe = /^[\p{L}\p{N}._~-]+(?:\/[\p{L}\p{N}._~-]+)*$/u.test(name);
  return safe && !parts.includes('..') && name.length <= 300 ? name : null;
}

type Pages = {
  readonly change: string | null;
  readonly commit: string;
  readonly issue: string;
};

/** Where a host shows pull requests (null: not known), commits and issues, by what its name says of it. */
const HOSTS: readonly (readonly [named: RegExp, pages: Pages])[] = [
  [/^https?:\/\/[^/]*github/, { change: '/pull/', commit: '/commit/', issue: '/issues/' }],
  [/^https?:\/\/[^/]*gitlab/, { change: '/-/merge_requests/', commit: '/-/commit/', issue: '/-/issues/' }],
  [/^https?:\/\/[^/]*bitbucket/, { change: '/pull-requests/', commit: '/commits/', issue: '/issues/' }],
  [
    /^https?:\/\/[^/]*(?:codeberg|gitea|forgejo)/,
    { change: '/pulls/', commit: '/commit/', issue: '/issues/' },
  ],
];

const ELSEWHERE: Pages = { change: null, commit: '/commit/', issue: '/issues/' };

/** The page of a change: its pull request where the host is known, else its commit. */
export function changeUrl(webUrl: string | null, number: number | null, commit: string): string | null {
  if (webUrl === null) return null;
  const pages = pagesOf(webUrl);
  if (number !== null && pages.change !== null) return `${webUrl}${pages.change}${number}`;
  return `${webUrl}${pages.commit}${commit}`;
}

export function issueUrl(webUrl: string | null, number: number): string | null {
  return webUrl === null ? null : `${webUrl}${pagesOf(webUrl).issue}${number}`;
}

function pagesOf(webUrl: string): Pages {
  return HOSTS.find(([named]) => named.test(webUrl))?.[1] ?? ELSEWHERE;
}
