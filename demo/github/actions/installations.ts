import { installationPayload } from '../payloads/account.ts';
import type { AppInstallation } from '../state.ts';
import type { World } from '../world.ts';
import { personAt } from './find.ts';
import { nextId } from './ids.ts';
import { notFound, Refusal } from './refusal.ts';

type At = { readonly account: string };

/** On all repositories of an organisation. Installing again after uninstalling gives another number. */
export function installApp(world: World, actor: string, wish: At): AppInstallation {
  const { state } = world;
  if (!state.organisations.has(wish.account)) throw notFound();
  if (findInstallation(world, wish.account) !== undefined)
    throw new Refusal(422, 'The app is already installed on this account.');
  const installation: AppInstallation = {
    id: nextId(state),
    account: wish.account,
    suspended: false,
    createdAt: state.now,
    suspendedAt: null,
    suspendedBy: null,
    permissions: { ...state.app.permissions },
  };
  state.app.installations.set(installation.id, installation);
  announce(world, actor, installation, 'created');
  return installation;
}

export function suspendApp(world: World, actor: string, wish: At): AppInstallation {
  const { state } = world;
  const installation = installationOn(world, wish.account);
  const suspendedBy = personAt(state, actor);
  Object.assign(installation, { suspended: true, suspendedAt: state.now, suspendedBy });
  announce(world, actor, installation, 'suspend');
  return installation;
}

export function unsuspendApp(world: World, actor: string, wish: At): AppInstallation {
  const installation = installationOn(world, wish.account);
  Object.assign(installation, { suspended: false, suspendedAt: null, suspendedBy: null });
  announce(world, actor, installation, 'unsuspend');
  return installation;
}

export function uninstallApp(world: World, actor: string, wish: At): void {
  const installation = installationOn(world, wish.account);
  world.state.app.installations.delete(installation.id);
  announce(world, actor, installation, 'deleted');
}

/** Its own fate is told to an app even when nothing else is. */
function announce(world: World, actor: string, installation: AppInstallation, action: string): void {
  const payload = installationPayload(world, actor, installation, action);
  world.emit('installation', payload, { installation, repository: null });
}

function installationOn(world: World, account: string): AppInstallation {
  const installation = findInstallation(world, account);
  if (installation === undefined) throw notFound();
  return installation;
}

function findInstallation(world: World, account: string): AppInstallation | undefined {
  return [...world.state.app.installations.values()].find((candidate) => candidate.account === account);
}
