import type { AppInstallation, State } from '../state.ts';
import { nodeId } from './node-id.ts';
import { restUser, restUserOrNull } from './user.ts';

const REGISTERED = '2025-12-01T00:00:00Z';

/** The app itself. Its owner is the first organisation. */
export function restApp(state: State, base: string) {
  const { app } = state;
  const [owner = ''] = state.organisations.keys();
  return {
    id: app.id,
    slug: app.slug,
    client_id: `Iv23li${String(app.id).padStart(14, '0')}`,
    node_id: nodeId('App', app.id),
    owner: restUser(state, base, owner),
    name: app.name,
    description: '',
    external_url: base,
    html_url: `${base}/apps/${app.slug}`,
    created_at: REGISTERED,
    updated_at: REGISTERED,
    permissions: app.permissions,
    events: app.events,
    installations_count: app.installations.size,
  };
}

export function restInstallation(state: State, base: string, installation: AppInstallation) {
  const api = `${base}/app/installations/${installation.id}`;
  const account = restUser(state, base, installation.account);
  return {
    id: installation.id,
    client_id: restApp(state, base).client_id,
    account,
    repository_selection: 'all',
    access_tokens_url: `${api}/access_tokens`,
    repositories_url: `${base}/installation/repositories`,
    html_url: `${base}/organizations/${installation.account}/settings/installations/${installation.id}`,
    app_id: state.app.id,
    app_slug: state.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: state.app.events,
    created_at: installation.createdAt,
    updated_at: installation.suspendedAt ?? installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: restUserOrNull(state, base, installation.suspendedBy),
    suspended_at: installation.suspendedAt,
  };
}
