import type { Organisation } from '../state.ts';
import { nodeId } from './node-id.ts';

/** An organisation as webhooks and lists show it. */
export function restOrganisation(base: string, organisation: Organisation) {
  const url = `${base}/orgs/${organisation.login}`;
  return {
    login: organisation.login,
    id: organisation.id,
    node_id: nodeId('Organization', organisation.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${base}/avatars/u/${organisation.id}?v=4`,
    description: organisation.name,
  };
}
