import { isAtLeast, permissionOf } from '../permissions.ts';
import type { Call } from '../router.ts';
import { restRepository } from '../shapes/repository.ts';
import type { Permission, Repository } from '../state.ts';

type Rights = { admin: boolean; maintain: boolean; push: boolean; triage: boolean; pull: boolean };

/** What REST calls the permissions. */
const REST_NAME: Readonly<Record<keyof Rights, Permission>> = {
  admin: 'admin',
  maintain: 'maintain',
  push: 'write',
  triage: 'triage',
  pull: 'read',
};

/** A repository as lists show it to this caller. */
export function listedRepository(call: Call, repository: Repository): object {
  const shown = restRepository(call.world.state, call.base, repository);
  return { ...shown, permissions: rightsOfCaller(call, repository) };
}

/** A repository alone: with how it may be merged and what surrounds it. */
export function fullRepository(call: Call, repository: Repository): object {
  return {
    ...listedRepository(call, repository),
    temp_clone_token: null,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: 0,
  };
}

/** All permissions that this one includes. */
export function rightsWith(permission: Permission | 'none'): Rights {
  return {
    admin: isAtLeast(permission, 'admin'),
    maintain: isAtLeast(permission, 'maintain'),
    push: isAtLeast(permission, 'write'),
    triage: isAtLeast(permission, 'triage'),
    pull: isAtLeast(permission, 'read'),
  };
}

/** `push` → `write`; null for a name that REST does not know. */
export function permissionNamed(name: string): Permission | null {
  return Object.entries(REST_NAME).find(([rest]) => rest === name)?.[1] ?? null;
}

function rightsOfCaller({ caller, world }: Call, repository: Repository): Rights {
  if (caller.kind === 'user') return rightsWith(permissionOf(world.state, repository, caller.name));
  const contents = caller.kind === 'installation' ? caller.permissions['contents'] : undefined;
  return rightsWith(contents === 'write' ? 'write' : contents === 'read' ? 'read' : 'none');
}
