import type { Organisation, Team } from '../state.ts';
import { nodeId } from './node-id.ts';

export function restTeam(base: string, organisation: Organisation, team: Team) {
  const parent = team.parent === null ? undefined : organisation.teams.get(team.parent);
  return {
    ...simpleTeam(base, organisation, team),
    parent: parent === undefined ? null : simpleTeam(base, organisation, parent),
  };
}

function simpleTeam(base: string, organisation: Organisation, team: Team) {
  const url = `${base}/organizations/${organisation.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url,
    html_url: `${base}/orgs/${organisation.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: organisation.id,
  };
}
