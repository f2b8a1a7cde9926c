import { findRepository } from '../actions/find.ts';
import { created, numberParameter, ok, paged, pageOf, parameter } from '../router-answers.ts';
import { invalid, notFound, Problem } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restApp, restInstallation } from '../shapes/app.ts';
import type { AppInstallation } from '../state.ts';
import { mayRead, notAccessible } from '../tokens-access.ts';
import type { Access, Narrowing } from '../tokens.ts';
import { demandApp } from './needs.ts';
import { listedRepository } from './repository-shape.ts';

export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/app', answer: itself },
  { method: 'GET', path: '/app/hook/config', answer: hook },
  { method: 'GET', path: '/app/installations', answer: installations },
  { method: 'GET', path: '/app/installations/:id', answer: (call) => shown(call, installationById(call)) },
  { method: 'POST', path: '/app/installations/:id/access_tokens', answer: mint },
  { method: 'GET', path: '/orgs/:owner/installation', answer: (call) => shown(call, installationOn(call)) },
  { method: 'GET', path: '/users/:owner/installation', answer: (call) => shown(call, installationOn(call)) },
  { method: 'GET', path: '/repos/:owner/:repo/installation', answer: installationOnRepository },
  { method: 'GET', path: '/installation/repositories', answer: repositories },
];

function itself(call: Call): Answer {
  demandApp(call);
  return ok(restApp(call.world.state, call.base));
}

/** The secret is never shown again. */
function hook(call: Call): Answer {
  demandApp(call);
  const { webhookUrl } = call.world.state.app;
  return ok({ content_type: 'json', insecure_ssl: '0', secret: '********', url: webhookUrl });
}

function installations(call: Call): Answer {
  demandApp(call);
  const { state } = call.world;
  return paged(call, [...state.app.installations.values()], (one) => restInstallation(state, call.base, one));
}

function shown(call: Call, installation: AppInstallation): Answer {
  return ok(restInstallation(call.world.state, call.base, installation));
}

function installationById(call: Call): AppInstallation {
  demandApp(call);
  const installation = call.world.state.app.installations.get(numberParameter(call, 'id'));
  if (installation === undefined) throw notFound();
  return installation;
}

function installationOn(call: Call): AppInstallation {
  demandApp(call);
  const account = parameter(call, 'owner');
  const found = [...call.world.state.app.installations.values()].find((one) => one.account === account);
  if (found === undefined) throw notFound();
  return found;
}

function installationOnRepository(call: Call): Answer {
  const installation = installationOn(call);
  const name = `${parameter(call, 'owner')}/${parameter(call, 'repo')}`;
  if (findRepository(call.world.state, name) === null) throw notFound();
  return shown(call, installation);
}

function mint(call: Call): Answer {
  const installation = installationById(call);
  const narrowing = narrowingIn(call, installation);
  const { token, expiresAt } = call.house.tokens.mint(installation, narrowing);
  return created({
    token,
    expires_at: expiresAt,
    permissions: narrowing.permissions ?? installation.permissions,
    repository_selection: narrowing.repositories === null ? 'all' : 'selected',
  });
}

function narrowingIn(call: Call, installation: AppInstallation): Narrowing {
  const names = listIn(call, 'repositories');
  const ids = listIn(call, 'repository_ids');
  const wanted = names === null && ids === null ? null : [...(names ?? []), ...(ids ?? [])];
  const own = [...call.world.state.repositories.values()].filter(
    ({ owner }) => owner === installation.account,
  );
  const found = own.filter(
    ({ id, name }) => wanted?.includes(id) === true || wanted?.includes(name) === true,
  );
  if (wanted !== null && found.length < new Set(wanted).size) {
    throw invalid(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  return {
    permissions: permissionsIn(call),
    repositories: wanted === null ? null : new Set(found.map(({ id }) => id)),
  };
}

function permissionsIn({ body }: Call): Readonly<Record<string, Access>> | null {
  const wanted = body['permissions'];
  if (typeof wanted !== 'object' || wanted === null) return null;
  const pairs = Object.entries(wanted).map(([name, access]: [string, unknown]): [string, Access] => {
    if (access !== 'read' && access !== 'write') throw invalid(`"${String(access)}" is not a permission.`);
    return [name, access];
  });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function listIn({ body }: Call, name: string): readonly unknown[] | null {
  const list = body[name];
  return Array.isArray(list) && list.length > 0 ? list : null;
}

function repositories(call: Call): Answer {
  const { caller, world } = call;
  if (caller.kind === 'nobody') throw new Problem(401, 'Requires authentication');
  if (caller.kind !== 'installation') throw notAccessible(['metadata=read']);
  const all = [...world.state.repositories.values()].filter(
    (one) => one.owner === caller.installation.account && mayRead(world.state, caller, one),
  );
  const covered = all.filter(({ id }) => caller.repositories === null || caller.repositories.has(id));
  const { entries, headers } = pageOf(call, covered);
  const body = {
    total_count: covered.length,
    repository_selection: caller.repositories === null ? 'all' : 'selected',
    repositories: entries.map((one) => listedRepository(call, one)),
  };
  return { status: 200, body, headers };
}
