import { describe, expect, test } from '@jest/globals';
import { filesOf } from '../../demo/invented/change.ts';
import { expectations } from '../../demo/invented/expected.ts';
import { inventedChanges } from '../../demo/invented/history.ts';
import { traps } from '../../demo/invented/traps.ts';
import { actsOf } from '../../demo/story/acts.ts';
import { conversations } from '../../demo/story/conversations.ts';
import { trapsElsewhere } from '../../demo/story/elsewhere-traps.ts';
import { carefulElsewhere, elsewhere } from '../../demo/story/elsewhere.ts';
import { expected } from '../../demo/story/expected.ts';
import { away, happenings, isThere, loginAt } from '../../demo/story/happenings.ts';
import { incidentPulls } from '../../demo/story/incidents.ts';
import { story } from '../../demo/story/organisation.ts';
import { bareApprovers } from '../../demo/story/payments.ts';
import { plainWords } from '../../demo/story/plain-words.ts';
import { makersOf } from '../../demo/story/plain-reviews.ts';
import type { StoryFile, StoryPull } from '../../demo/story/story.ts';

const acts = actsOf(story);
const subjects = [...story.pulls, ...story.issues];
const byHandle = new Map(subjects.map((subject) => [subject.handle, subject]));
const people = new Map(story.people.map((person) => [person.login, person]));
const reviews = story.pulls.flatMap((pull) => (pull.reviews ?? []).map((review) => ({ ...review, pull })));
const engineers = story.people.filter(({ role }) => role === 'engineer').map(({ login }) => login);

function twice(all: readonly string[]): readonly string[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}

function threadsOf({ reviews: given }: StoryPull) {
  return (given ?? []).flatMap(({ at, threads }) => (threads ?? []).map((thread) => ({ at, ...thread })));
}

/** Path to the lines added and taken, as the pull request shows them in the end. */
function finalFiles(pull: StoryPull): ReadonlyMap<string, StoryFile> {
  const later = (pull.pushes ?? []).flatMap(({ files }) => files);
  return new Map([...pull.files, ...later].map((file) => [file.path, file]));
}

/** Who may act in a repository: members of its teams, owners, and everybody where it is public. */
function mayAct(login: string, repository: string): boolean {
  const found = story.repositories.find(({ name }) => name === repository);
  const teams = story.teams.filter(({ slug }) => found?.teams.includes(slug));
  const joined = happenings.filter((one) => one.kind === 'joins' && one.login === login);
  const person = people.get(login);
  return (
    teams.some(
      ({ slug, members }) =>
        members.includes(login) || joined.some((one) => 'team' in one && one.team === slug),
    ) ||
    person?.role === 'bot' ||
    person?.owner === true ||
    found?.visibility === 'public'
  );
}

describe('the organisation', () => {
  test('has the people, teams and repositories that a half year needs', () => {
    const managers = story.people.filter(({ role }) => role === 'manager');
    expect([engineers.length, managers.length, story.teams.length, story.repositories.length]).toEqual([
      10, 3, 3, 6,
    ]);
    expect(
      story.people
        .filter(({ owner }) => owner === true)
        .map(({ role }) => role)
        .toSorted(),
    ).toEqual(['manager', 'owner']);
    expect(story.repositories.filter(({ visibility }) => visibility === 'public')).toHaveLength(1);
    const joining = happenings
      .filter(({ kind }) => kind === 'joins')
      .map((one) => ('login' in one ? one.login : ''));
    const members = [...story.teams.flatMap((team) => team.members), ...joining];
    expect(members.toSorted()).toEqual([...engineers, ...managers.map(({ login }) => login)].toSorted());
  });

  test('calls somebody who changed their login by the one of the day', () => {
    expect(loginAt('arturs-k', '2026-03-18T08:04:59Z')).toBe('arturs-k');
    expect(loginAt('arturs-k', '2026-03-18T08:05:00Z')).toBe('arturs');
    expect(loginAt('jun', '2026-06-01T00:00:00Z')).toBe('jun');
  });
});

describe('the story', () => {
  test('gives no handle, and no number of a repository, twice', () => {
    expect(twice(subjects.map(({ handle }) => handle))).toEqual([]);
    const numbered = subjects.filter(({ number }) => number !== undefined);
    expect(twice(numbered.map(({ repository, number }) => `${repository}#${number}`))).toEqual([]);
  });

  test('refers only to what there is', () => {
    const texts = [...acts.map(({ text }) => text), ...story.pulls.map(({ base }) => base ?? '')];
    const named = texts.flatMap((text) =>
      [...text.matchAll(/\{(?:#|head:)([^}]*)\}/gu)].map((found) => found[1] ?? ''),
    );
    expect(named.filter((handle) => !byHandle.has(handle))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
    const repositories = new Set(story.repositories.map(({ name }) => name));
    expect(subjects.filter(({ repository }) => !repositories.has(repository))).toEqual([]);
  });

  test('refers to nothing before it is there, save where its number is known beforehand', () => {
    const early = acts.filter(({ at, text }) =>
      [...text.matchAll(/\{#([^}]*)\}/gu)].some(([, handle = '']) => {
        const named = byHandle.get(handle);
        return named?.number === undefined && (named?.at ?? '') >= at;
      }),
    );
    expect(early).toEqual([]);
  });

  test('knows everybody in it, and lets nobody act where they have no access', () => {
    const named = subjects.flatMap(({ assignees = [] }) => assignees);
    const withOthers = story.pulls.flatMap((pull) => pull.with ?? []);
    const logins = [...acts.map(({ by }) => by), ...named, ...withOthers];
    expect(logins.filter((login) => !people.has(login))).toEqual([]);
    const strangers = acts.filter(({ by, handle }) => !mayAct(by, byHandle.get(handle)?.repository ?? ''));
    expect(strangers).toEqual([]);
  });

  test('has nobody approve their own work', () => {
    const own = reviews.filter(({ by, state, pull }) => state !== 'commented' && makersOf(pull).has(by));
    expect(own.map(({ by, pull }) => `${pull.handle}: ${by}`)).toEqual([]);
  });

  test('has nobody act before they join or while they are away', () => {
    expect(acts.filter(({ by, at }) => !isThere(by, at))).toEqual([]);
    for (const { login, to } of away) expect(acts.some(({ by, at }) => by === login && at > to)).toBe(true);
  });

  test('happens in order, within the half year', () => {
    const outside = acts.filter(({ at }) => at < `${story.from}T00:00:00Z` || at >= `${story.to}T00:00:00Z`);
    expect(outside).toEqual([]);
    const tooEarly = acts.filter(
      ({ kind, handle, at }) => kind !== 'opens' && at <= (byHandle.get(handle)?.at ?? ''),
    );
    expect(tooEarly).toEqual([]);
    const open = new Set(['pushes', 'edits', 'reviews', 'replies', 'resolves']);
    const endOf = new Map(
      story.pulls.map((pull) => [pull.handle, pull.merged?.at ?? pull.closed?.at ?? story.to]),
    );
    expect(acts.filter(({ kind, handle, at }) => open.has(kind) && at >= (endOf.get(handle) ?? ''))).toEqual(
      [],
    );
  });

  test('answers after the question, and closes a conversation after its last word', () => {
    const threads = story.pulls.flatMap(threadsOf);
    const wrong = threads.filter(({ at, replies = [], resolved }) => {
      const times = [
        at,
        ...replies.map((reply) => reply.at),
        ...(resolved === undefined ? [] : [resolved.at]),
      ];
      return times.some((time, index) => index > 0 && time <= (times[index - 1] ?? ''));
    });
    expect(wrong).toEqual([]);
    expect(threads.length).toBeGreaterThanOrEqual(50);
  });

  test('comments on files that are there, and calls outdated what a later push touches', () => {
    for (const pull of story.pulls) {
      const paths = finalFiles(pull);
      for (const thread of threadsOf(pull)) {
        const later = (pull.pushes ?? []).filter(({ at }) => at > thread.at).flatMap(({ files }) => files);
        expect([pull.handle, thread.path, paths.has(thread.path)]).toEqual([pull.handle, thread.path, true]);
        expect([pull.handle, thread.path, later.some(({ path }) => path === thread.path)]).toEqual([
          pull.handle,
          thread.path,
          thread.outdated === true,
        ]);
      }
    }
  });

  test('leaves the invented changes as they were', () => {
    for (const change of inventedChanges) {
      if (change.number === null) continue;
      const pull = story.pulls.find(({ handle }) => handle === `payments-${change.number}`);
      expect(pull?.edited?.body ?? pull?.body).toBe(change.body);
      const lines = [...(pull === undefined ? [] : finalFiles(pull).values())];
      const stated = filesOf(change);
      for (const key of ['additions', 'deletions'] as const)
        expect([change.number, lines.reduce((sum, file) => sum + file[key], 0)]).toEqual([
          change.number,
          stated.reduce((sum, file) => sum + file[key], 0),
        ]);
    }
  });

  test('is as large as half a year', () => {
    const bare = [...bareApprovers.values()].flat();
    expect(story.pulls.filter(({ merged }) => merged !== undefined).length).toBeGreaterThanOrEqual(165);
    expect(bare.length).toBeGreaterThanOrEqual(100);
    const careful = reviews.filter(
      ({ by, body = '', threads }) => threads !== undefined || plainWords.get(by)?.includes(body) !== true,
    );
    expect([careful.length >= 190, reviews.length >= 350]).toEqual([true, true]);
    for (const login of engineers)
      expect(reviews.filter(({ by }) => by === login).length).toBeGreaterThanOrEqual(15);
  });

  test('is told with care, and invites wrong readings, in every repository', () => {
    const told = expectations.size + incidentPulls.length + carefulElsewhere.length;
    expect([told >= 85, traps.size + trapsElsewhere.length >= 50]).toEqual([true, true]);
    const threads = elsewhere.flatMap(threadsOf);
    expect(threads.length).toBeGreaterThanOrEqual(40);
    expect(elsewhere.filter(({ handle }) => !expected.has(handle))).toEqual([]);
    expect(trapsElsewhere.filter(({ handle }) => expected.get(handle)?.tagged !== false)).toEqual([]);
  });
});

describe('what is written', () => {
  const written = [
    ...conversations.flatMap(({ handle }) => acts.filter((act) => act.handle === handle)),
    ...acts.filter(({ handle }) => story.issues.some((issue) => issue.handle === handle)),
    ...acts.filter(({ handle }) => incidentPulls.some((pull) => pull.handle === handle)),
    ...acts.filter(({ handle }) => elsewhere.some((pull) => pull.handle === handle)),
  ]
    .filter(({ kind }) => kind !== 'edits')
    .map(({ kind, text }) => (kind === 'opens' ? text.slice(text.indexOf('\n')) : text));

  test('never says a sentence twice', () => {
    const sentences = written.flatMap((text) => text.split(/(?<=[.!?:])\s+|\n/u));
    const long = sentences
      .map((one) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((words) => words.length >= 6);
    expect(twice(long.map((words) => words.join(' ')))).toEqual([]);
    expect(long.length).toBeGreaterThan(500);
  });

  test('gives everybody plain words of their own', () => {
    const words = [...plainWords.values()].flatMap((own) => [...new Set(own)]).filter((one) => one !== '');
    expect(twice(words.map((one) => one.toLowerCase().replaceAll(/[.!,]/gu, '')))).toEqual([]);
    expect([...plainWords.keys()].toSorted()).toEqual(engineers.toSorted());
  });

  test('names no company of the trade', () => {
    const real =
      /\b(?:stripe|adyen|paypal|klarna|visa|mastercard|vipps|nets|worldpay|mollie|square|braintree|amex|shopify)\b/iu;
    expect(acts.filter(({ text }) => real.test(text))).toEqual([]);
  });
});
