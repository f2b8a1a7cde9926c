import type { State, User } from '../state.ts';
import { nodeId } from './node-id.ts';

/** GitHub's stand-in for accounts that were deleted. */
const GHOST: User = { id: 10_137, login: 'ghost', name: 'Deleted user', type: 'User' };

/** A person or bot by name in the state, as the interface and webhooks show them. */
export function restUser(state: State, base: string, name: string) {
  const organisation = state.organisations.get(name);
  const user = state.users.get(name) ?? GHOST;
  return organisation === undefined
    ? account(base, user.login, user.id, user.type)
    : account(base, organisation.login, organisation.id, 'Organization');
}

export type RestUser = ReturnType<typeof restUser>;

/** With what only `/users/:login` tells. */
export function restProfile(state: State, base: string, name: string) {
  const user = state.users.get(name) ?? GHOST;
  return {
    ...restUser(state, base, name),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function restUserOrNull(state: State, base: string, name: string | null): RestUser | null {
  return name === null ? null : restUser(state, base, name);
}

function account(base: string, login: string, id: number, type: User['type'] | 'Organization') {
  const api = `${base}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId(type === 'Organization' ? 'Organization' : type, id),
    avatar_url: `${base}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: type === 'Bot' ? `${base}/apps/${login.replace('[bot]', '')}` : `${base}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}
