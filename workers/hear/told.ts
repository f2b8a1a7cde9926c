import { areaNamed } from '../../src/people/area-named.ts';
import type { ToldWords } from '../../src/evidence/told.ts';
import type { WorkerPorts } from '../ports.ts';
import { toStored } from '../stored.ts';
import { done, refused, rowOf } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { personNamed } from './person-named.ts';

const named = /^area:(\S+)\s*/iu;
const address = /\bhttps?:\/\/[^\s<>()]{1,500}/iu;

/** `/groundwork win area:reliability Drained the queue by hand https://…`: something of one's own that GitHub cannot show. */
export function win(asked: Asked, { framework }: Pick<WorkerPorts, 'framework'>): Reply {
  const wanted = named.exec(asked.said.words)?.[1] ?? null;
  const area = wanted === null ? null : areaNamed(wanted, framework.pack.areas);
  if (area !== null && 'problem' in area) return refused(area.problem);
  const text = asked.said.words.replace(named, '');
  if (!saysSomething(text)) return refused('Please say in a few words what you did, and for whom.');
  const words = toldWords(asked, text, { by: null, area: area?.area ?? null });
  return done('win', { ...rowOf(asked), words: toStored(words) });
}

/** `/groundwork kudos @ada her runbook saved us`: a colleague's word, beside what it is about where that is theirs. */
export function kudos(asked: Asked): Reply {
  const { conversation, speaker } = asked;
  const whom = personNamed(asked);
  if ('problem' in whom) return refused(whom.problem);
  if (whom.person === speaker.person)
    return refused('Kudos are for somebody else. What you did yourself, `/groundwork win` keeps.');
  if (!saysSomething(whom.rest)) return refused('Please say in a few words what it was that they did.');
  const theirs = conversation.credited.evidence.filter(
    ({ activity }) => activity.person.key === `github:${whom.person}`,
  );
  const part = theirs.find(({ activity }) => activity.kind === 'change') ?? theirs[0];
  const words = toldWords(asked, whom.rest, { by: speaker.label, area: null });
  const row = { ...rowOf(asked), person: whom.person, about: part?.activity.key ?? null };
  return done('kudos', { ...row, words: toStored(words) });
}

function toldWords({ said }: Asked, text: string, { by, area }: Pick<ToldWords, 'by' | 'area'>): ToldWords {
  const link = address.exec(text)?.[0] ?? null;
  const bare = link === null ? text : text.replace(link, ' ').replace(/\s+/gu, ' ');
  return { text: bare.trim(), by, area, url: said.url, link };
}

function saysSomething(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(address, ''));
}
