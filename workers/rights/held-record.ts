import { dayOf } from '../../src/evidence/cycle.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceId } from '../../src/evidence/key.ts';
import type { HeldRecord } from '../../src/report/held-markdown.ts';
import type { ActivityRow } from '../../src/ports/store.ts';
import { fromStored } from '../stored.ts';
import type { Held } from './held.ts';

/** As it is shown. Texts are named as they are kept; evidence by the ids that reports show. */
export function heldRecordOf(held: Held): HeldRecord {
  const { engineer, rules } = held.whom;
  const day = (at: string) => dayOf(at, rules.cycle.timeZone);
  return {
    login: engineer.login,
    person: engineer.person,
    day: held.day,
    roster: held.spans.map(({ startsAt, endsAt, teams }) => ({
      from: day(startsAt),
      to: endsAt === null ? null : day(endsAt),
      teams,
    })),
    work: held.activities.map((activity) => ({ ...workOf(activity), day: day(activity.happenedAt) })),
    said: held.said.map(({ saidAt, saidBy, verb, words, about }) => ({
      day: day(saidAt),
      by: saidBy === engineer.person ? 'you' : 'somebody else',
      verb,
      words: typeof words === 'string' ? words : JSON.stringify(words ?? ''),
      about,
    })),
    texts: held.texts.map(({ key, postedAt, heldBecause }) => ({
      key,
      day: postedAt === null ? null : day(postedAt),
      waits: heldBecause,
    })),
    namedIn: held.namedIn,
    log: held.log.map(({ at, did, about, actor }) => ({
      day: day(at),
      did,
      about,
      by: actor === null ? 'the app' : actor === engineer.person ? 'you' : 'somebody else',
    })),
    framework: held.framework,
    model: held.model,
  };
}

function workOf({ details, evidence, kind }: ActivityRow): Omit<HeldRecord['work'][number], 'day'> {
  const { subject, activity } = fromStored<Partial<Pick<Evidence, 'activity' | 'subject'>>>(details);
  return {
    title: subject?.title ?? '',
    url: subject?.url ?? null,
    part: activity?.part ?? kind,
    evidence: evidence.map(({ key, area }) => ({ id: evidenceId(key), area })),
  };
}
