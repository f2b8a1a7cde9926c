import { actorOf, holderOf } from '../tokens.ts';
import type { Asked, Fields } from './field.ts';
import { text, texts } from './given.ts';
import { thingById } from './node.ts';
import { organizationByLogin, userByLogin } from './people.ts';
import { repositorySeen, repositoryThing } from './seen.ts';
import { couldNotResolve } from './trouble.ts';

export const queryFields: Fields<'Query'> = {
  viewer: (_, asked) => viewer(asked),
  repository: { takes: ['owner', 'name', 'followRenames'], answer: (_, asked) => repositoryNamed(asked) },
  organization: { takes: ['login'], answer: (_, asked) => organizationByLogin(asked) },
  user: { takes: ['login'], answer: (_, asked) => userByLogin(asked) },
  rateLimit: { takes: ['dryRun'], answer: (_, asked) => rateLimit(asked) },
  node: { takes: ['id'], answer: (_, asked) => thingById(asked, text(asked, 'id')) },
  nodes: { takes: ['ids'], answer: (_, asked) => nodes(asked) },
};

/** A `User` even where it is a bot, and with the login that REST gives it. */
function viewer({ state, caller }: Asked): unknown {
  const user = state.users.get(actorOf(state, caller));
  return user === undefined ? null : { is: 'User', user };
}

function repositoryNamed(asked: Asked): unknown {
  const name = `${text(asked, 'owner')}/${text(asked, 'name')}`;
  const repository = repositorySeen(asked, name);
  if (repository === null) throw couldNotResolve(`a Repository with the name '${name}'`);
  return repositoryThing(repository);
}

/** What is missing leaves a gap and an error in its place. */
function nodes(asked: Asked): readonly unknown[] {
  return (texts(asked.given['ids']) ?? []).map((id) => {
    try {
      return thingById(asked, id);
    } catch (error) {
      return error;
    }
  });
}

function rateLimit({ house, caller, cost }: Asked): object {
  const { limit, used, resetAt } = house.budgets.budget(holderOf(caller), 'graphql');
  return {
    cost: cost.points,
    nodeCount: cost.nodes,
    limit,
    used,
    remaining: limit - used,
    resetAt: new Date(resetAt).toISOString(),
  };
}
