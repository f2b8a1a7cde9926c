import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { personNamed } from './person-named.ts';

/** Whom somebody names as having shared their change: GitHub's number. */
export type AlsoWords = { readonly with: number };

/** Somebody who did a change names a colleague who had a part in it: `also-credited.ts` credits them. */
export function also(asked: Asked): Reply {
  const { conversation, speaker } = asked;
  const changes = conversation.credited.evidence.filter(({ activity }) => activity.kind === 'change');
  const own = changes.find(({ activity }) => activity.person.key === speaker.key)?.activity;
  if (own === undefined || own.part === 'also')
    return refused('Only those who made a change can say with whom it is shared.');
  const whom = personNamed(asked);
  if ('problem' in whom) return refused(whom.problem);
  if (whom.rest !== '') return refused('One name is enough: please leave the rest out.');
  const key = `github:${whom.person}`;
  if (changes.some(({ activity }) => activity.person.key === key && activity.part !== 'also'))
    return refused('They have their part in this change already.');
  const words: AlsoWords = { with: whom.person };
  return done('also', { ...rowOf(asked), about: own.key, words });
}
