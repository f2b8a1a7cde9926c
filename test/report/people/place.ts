import type { Cycle } from '../../../src/evidence/cycle.ts';
import { creditSubject } from '../../../src/evidence/credit.ts';
import type { Outcome } from '../../../src/evidence/evidence.ts';
import type { Actor, ChangeFacts, Facts, IssueFacts, ThreadFacts } from '../../../src/evidence/facts.ts';
import { evidenceOfOne } from '../../../src/evidence/persons.ts';
import type { PersonsEvidence } from '../../../src/evidence/persons.ts';
import { withoutReverted } from '../../../src/evidence/undo.ts';
import type { Material } from '../../../src/report/compose.ts';
import { conversation, incidentFacts, said } from '../../fixtures/conversations.ts';
import { changeFacts } from '../../fixtures/facts.ts';
import { framework } from '../quarter.ts';

/*
 * An invented organisation that lets mountain huts: `bookings` takes reservations, `doors` opens the locks, `tariffs` knows
 * the prices. Five engineers of it, as different as engineers are; every text here is our own.
 */

export const firstHalf: Cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'Europe/Oslo' };
export const lastHalf: Cycle = { from: '2025-07-01', to: '2026-01-01', timeZone: 'Europe/Oslo' };

function person(id: number, label: string): Actor {
  return { key: `github:${id}`, label, type: 'user' };
}

export const sunniva = person(301, 'sunniva');
export const rasmus = person(302, 'rasmus');
export const ileana = person(303, 'ileana');
export const kofi = person(304, 'kofi');
export const marisol = person(305, 'marisol');

const teams: Readonly<Record<string, readonly string[]>> = {
  [sunniva.key]: ['bookings'],
  [rasmus.key]: ['doors'],
  [ileana.key]: ['bookings'],
  [kofi.key]: ['tariffs'],
  [marisol.key]: ['tariffs'],
};

const homes = { bookings: 71, doors: 72, tariffs: 73 } as const;
type Home = keyof typeof homes;

function placeOf(home: Home, number: number, page: 'pull' | 'issues') {
  return {
    key: `github:${homes[home]}#${number}`,
    number,
    repository: { key: `github:${homes[home]}`, name: `fjell/${home}`, private: true },
    url: `https://fjell.example/${home}/${page}/${number}`,
  };
}

type Told = Partial<ChangeFacts> & Pick<ChangeFacts, 'title'>;

/** A merged pull request. `day`: `2026-03-03`. */
export function merged(author: Actor, home: Home, number: number, day: string, told: Told): ChangeFacts {
  return changeFacts({
    ...placeOf(home, number, 'pull'),
    author,
    mergedBy: author === sunniva ? ileana : sunniva,
    openedAt: `${day}T07:00:00Z`,
    mergedAt: `${day}T10:00:00Z`,
    ...told,
  });
}

/** Somebody's remark on lines of a change, its answer, and whether the lines were changed afterwards. */
export function remark(
  [reviewer, words]: readonly [Actor, string],
  [author, answer]: readonly [Actor, string],
  at: string,
  outdated = true,
): ThreadFacts {
  const comments = [said(reviewer, words, `${at}T09:00:00Z`), said(author, answer, `${at}T11:00:00Z`)];
  return conversation(comments, { outdated, resolved: true, path: 'src/service.go' });
}

export function incident(home: Home, number: number, told: Partial<IssueFacts>): IssueFacts {
  return incidentFacts({ ...placeOf(home, number, 'issues'), ...told });
}

type Asked = Partial<Omit<Material, 'evidence' | 'before'>> & {
  readonly before?: readonly Facts[];
  /** What became of changes, by number. */
  readonly outcomes?: Readonly<Record<number, Outcome>>;
};

/** What one of them has a report made of: from the facts on, the way that the app goes. */
export function materialFor(engineer: Actor, subjects: readonly Facts[], asked: Asked = {}): Material {
  const { before, outcomes = {}, ...more } = asked;
  const { evidence, leftOut } = creditedTo(engineer, subjects, outcomes);
  return {
    engineer: engineer.label,
    cycle: firstHalf,
    origin: {
      kind: 'github',
      organisation: 'fjell',
      audience: {
        engineer: { id: Number(engineer.key.slice('github:'.length)), login: engineer.label },
        managers: [{ id: 310, login: 'torvald' }],
        readers: [],
        owners: [{ id: 320, login: 'amina' }],
      },
      gaps: [],
      framework: 'backend 0.1',
      rules: 'c0a41e7',
      model: null,
    },
    evidence,
    leftOut,
    before:
      before === undefined ? null : { cycle: lastHalf, evidence: creditedTo(engineer, before, {}).evidence },
    ...more,
  };
}

function creditedTo(
  { key }: Actor,
  subjects: readonly Facts[],
  outcomes: Readonly<Record<number, Outcome>>,
): { readonly evidence: PersonsEvidence; readonly leftOut: Material['leftOut'] } {
  const teamsOf = (who: string) => teams[who] ?? [];
  const context = { incidentLabels: ['incident'], reading: null, teamsOf };
  const credited = subjects.map((facts) => creditSubject(facts, framework, context));
  const own = credited.flatMap((one) => one.evidence).filter(({ activity }) => activity.person.key === key);
  const undoings = credited.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const { evidence, reverted } = withoutReverted(own, undoings);
  const seen = evidence.map((item) => {
    const outcome = outcomes[item.subject.number ?? 0];
    return outcome === undefined || item.activity.kind !== 'change' ? item : { ...item, outcome: [outcome] };
  });
  const none = credited.flatMap((one) => (one.leftOut?.people.includes(key) === true ? [one.leftOut] : []));
  return { evidence: evidenceOfOne(seen), leftOut: [...none, ...reverted] };
}

export const held90: Outcome = { kind: 'held', days: 90, by: [] };
export const held30: Outcome = { kind: 'held', days: 30, by: [] };
