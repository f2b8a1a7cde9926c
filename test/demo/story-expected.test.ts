import { describe, expect, test } from '@jest/globals';
import { traps } from '../../demo/invented/traps.ts';
import { actsOf } from '../../demo/story/acts.ts';
import { expected } from '../../demo/story/expected.ts';
import { story } from '../../demo/story/organisation.ts';
import { bareApprovers } from '../../demo/story/payments.ts';
import { makersOf } from '../../demo/story/plain-reviews.ts';

const acts = actsOf(story);
const handles = new Set([...story.pulls, ...story.issues].map(({ handle }) => handle));
const engineers = story.people.filter(({ role }) => role === 'engineer').map(({ login }) => login);
const incidents = story.issues.filter(({ labels, labelled }) =>
  [...(labels ?? []), ...(labelled ?? []).map(({ label }) => label)].includes('incident'),
);

function tookPart(handle: string): ReadonlySet<string> {
  const pull = story.pulls.find((one) => one.handle === handle);
  const made = pull === undefined ? [] : [...makersOf(pull)];
  return new Set([...made, ...acts.filter((act) => act.handle === handle).map(({ by }) => by)]);
}

describe('the incidents', () => {
  test('are eight, of which two are none', () => {
    expect(incidents.map(({ handle }) => handle).toSorted()).toEqual([
      'drill-rates-away',
      'incident-card-declines',
      'incident-certificate',
      'incident-invoices-twice',
      'incident-one-key',
      'incident-replication-slot',
      'incident-slow-invoices',
      'incident-template',
    ]);
  });

  test('and their follow-ups all end: by hand, or by a pull request of the same repository', () => {
    const open = story.issues.filter(({ handle, repository, closed }) => {
      const fixes = story.pulls.filter(
        (pull) => pull.body.includes(`Fixes {#${handle}}`) && pull.repository === repository,
      );
      return closed === undefined && !fixes.some(({ merged }) => merged !== undefined);
    });
    expect(open.map(({ handle }) => handle)).toEqual([]);
  });
});

describe('the expectations', () => {
  test('exist for every trap and every incident, and for nothing else than the story', () => {
    const needed = [
      ...[...traps.keys()].map((number) => `payments-${number}`),
      ...incidents.map(({ handle }) => handle),
    ];
    expect(needed.filter((handle) => !expected.has(handle))).toEqual([]);
    expect([...expected.keys()].filter((handle) => !handles.has(handle))).toEqual([]);
    expect(
      [...traps.keys()].filter((number) => expected.get(`payments-${number}`)?.tagged !== false),
    ).toEqual([]);
  });

  test('credit engineers who took part, and never the same person both ways', () => {
    for (const [handle, { credited = [], never = [] }] of expected) {
      expect([
        handle,
        credited.filter((login) => !engineers.includes(login) || !tookPart(handle).has(login)),
      ]).toEqual([handle, []]);
      expect([handle, never.filter((login) => credited.includes(login))]).toEqual([handle, []]);
    }
  });

  test('never credit a bare approval', () => {
    const credited = [...bareApprovers].filter(([handle, logins]) =>
      logins.some((login) => expected.get(handle)?.never?.includes(login) !== true),
    );
    expect(credited).toEqual([]);
  });

  test('say yes and no often enough to be worth asking', () => {
    const all = [...expected.values()];
    expect(all.filter(({ tagged }) => tagged === true).length).toBeGreaterThanOrEqual(45);
    expect(all.filter(({ tagged }) => tagged === false).length).toBeGreaterThanOrEqual(50);
  });
});
