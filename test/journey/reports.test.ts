import { describe, expect, test } from '@jest/globals';
import { ask, everyRow } from './database.ts';
import { cycle, engineers, issuesIn, merge, publish, reportsOf } from './harbour.ts';
import { secrets } from './rig.ts';
import type { Journey } from './rig.ts';
import { stageJourneys } from './stage.ts';

const open = stageJourneys();

function justBefore(time: string): string {
  return Temporal.Instant.from(time).subtract({ milliseconds: 1 }).toString();
}

function after(time: string, duration: { readonly minutes: number }): string {
  return Temporal.Instant.from(time).add(duration).toString();
}

/** Time is moved there; what a sweep brings may need another one. */
async function moveTo(journey: Journey, time: string): Promise<void> {
  await journey.at(time);
  await journey.settle();
  await journey.settle();
}

function titles({ world }: Journey): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    engineers.map((login) => [login, issuesIn(world, reportsOf(login)).map(({ title }) => title)]),
  );
}

const prep = `Your review period ${cycle.name}: what the record holds`;

function reportFor(login: string): string {
  return `Evidence report: ${login}, ${cycle.name}`;
}

function forAll(of: (login: string) => readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(engineers.map((login) => [login, of(login)]));
}

describe('a review period', () => {
  test('is prepared and reported at midnight of its zone, once each, also by two apps at once', async () => {
    const journey = await open();
    merge(journey.world, 'ada');
    await journey.settle();
    await journey.start();
    await moveTo(journey, justBefore(cycle.prepares));
    expect(titles(journey)).toEqual(forAll(() => []));
    await moveTo(journey, cycle.prepares);
    expect(titles(journey)).toEqual(forAll(() => [prep]));
    await moveTo(journey, justBefore(cycle.ends));
    expect(titles(journey)).toEqual(forAll(() => [prep]));
    await moveTo(journey, cycle.ends);
    expect(titles(journey)).toEqual(forAll((login) => [prep, reportFor(login)]));
    await moveTo(journey, after(cycle.ends, { minutes: 24 * 60 }));
    expect(titles(journey)).toEqual(forAll((login) => [prep, reportFor(login)]));
    const [, report] = issuesIn(journey.world, reportsOf('ada'));
    expect(report?.body).toContain('Timeouts for the search of orders');
    expect(report?.assignees).toEqual(['ada']);
  });

  test('is not reported where everybody could read it, until they no longer can', async () => {
    const journey = await open();
    await moveTo(journey, cycle.prepares);
    await moveTo(journey, justBefore(cycle.ends));
    publish(journey.world, reportsOf('ada'), 'public');
    await moveTo(journey, cycle.ends);
    expect(titles(journey)).toEqual(forAll((login) => (login === 'ada' ? [prep] : [prep, reportFor(login)])));
    expect(await held(journey)).toEqual([
      { key: expect.stringMatching(`^report/${cycle.name}/`), reason: expect.stringContaining('public') },
    ]);
    expect(journey.said).toContainEqual(expect.stringMatching(/^report\/.* is not posted: .*public/u));
    publish(journey.world, reportsOf('ada'), 'private');
    await moveTo(journey, after(cycle.ends, { minutes: 61 }));
    expect(titles(journey)).toEqual(forAll((login) => [prep, reportFor(login)]));
    expect(await held(journey)).toEqual([]);
  });

  test('leaves no key and no token in what the app says or keeps', async () => {
    const journey = await open();
    merge(journey.world, 'ada');
    await moveTo(journey, cycle.prepares);
    await moveTo(journey, cycle.ends);
    const written = [...journey.said, ...(await everyRow(journey.databaseUrl))].join('\n');
    expect(written).toContain('Timeouts for the search of orders');
    const secret = secretsOf(journey);
    // The key by its lines, both fixed secrets, a token of the installation and those of the app.
    expect(secret.size).toBeGreaterThan(20);
    expect([...secret].filter((one) => written.includes(one))).toEqual([]);
  });
});

function held({ databaseUrl }: Journey) {
  return ask(
    databaseUrl,
    'SELECT key, held_because AS reason FROM publications WHERE held_because IS NOT NULL',
  );
}

function secretsOf({ line }: Journey): ReadonlySet<string> {
  const tokens = line.asked.map(({ authorization }) => authorization.split(' ')[1] ?? '');
  const lines = secrets.privateKey.split('\n').filter((one) => one.length > 20 && !one.startsWith('-'));
  return new Set([
    ...tokens.filter((one) => one !== ''),
    ...lines,
    secrets.webhookSecret,
    secrets.controlKey,
  ]);
}
