import { grantedTo } from '../permissions.ts';
import { restUser } from '../shapes/user.ts';
import type { Pull } from '../state.ts';
import type { World } from '../world.ts';
import { peopleOf } from './assignees.ts';
import { fullName, personAt } from './find.ts';
import type { Place } from './find.ts';
import { Refusal } from './refusal.ts';
import { pullScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { touch } from './timeline.ts';

type Wish = Place & { readonly reviewer: string };

export function requestReview(world: World, actor: string, wish: Wish): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const [person = ''] = reviewersOf(scene, pull.author, [wish.reviewer]);
  if (pull.requestedReviewers.includes(person)) return pull;
  pull.requestedReviewers = [...pull.requestedReviewers, person];
  touch(world.state, pull);
  announceReviewer(scene, pull, person);
  return pull;
}

export function unrequestReview(world: World, actor: string, wish: Wish): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const person = personAt(world.state, wish.reviewer);
  if (!pull.requestedReviewers.includes(person)) return pull;
  pull.requestedReviewers = pull.requestedReviewers.filter((there) => there !== person);
  touch(world.state, pull);
  tellThread(scene, pull, 'review_request_removed', asked(world, person));
  return pull;
}

/** Nobody reviews their own pull request, and nobody is asked who has no access. */
export function reviewersOf(scene: Scene, author: string, logins: readonly string[]): string[] {
  const { world, repository } = scene;
  const people = peopleOf(world.state, logins);
  if (people.includes(author)) throw new Refusal(422, 'Review cannot be requested from pull request author.');
  const isStranger = (name: string): boolean =>
    world.state.users.get(name)?.type !== 'Bot' && grantedTo(world.state, repository, name) === 'none';
  if (people.some(isStranger))
    throw new Refusal(
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not ' +
        `a collaborator of the ${fullName(repository)} repository.`,
    );
  return people;
}

export function announceReviewer(scene: Scene, pull: Pull, person: string): void {
  tellThread(scene, pull, 'review_requested', asked(scene.world, person));
}

function asked(world: World, person: string) {
  return { requested_reviewer: restUser(world.state, world.url, person) };
}
