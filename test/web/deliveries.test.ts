import { afterEach, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createWebhooks, heardEvents } from '../../src/app.ts';
import { webhookPath } from '../../src/web/server.ts';
import { asMerged, asSpoken, exampleOf, isHeard, officialExamples, signatureOf } from '../intake/webhooks.ts';
import type { Example } from '../intake/webhooks.ts';
import { secret, startRig } from './rig.ts';
import type { Rig, RigOptions } from './rig.ts';

const rigs: Rig[] = [];

async function start(options: RigOptions = {}): Promise<Rig> {
  const rig = await startRig(options);
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  await Promise.all(rigs.splice(0).map(({ server }) => server.close()));
});

const labeled = JSON.stringify(exampleOf('issues', 'labeled'));

const nothing = async () => undefined;
const failing = () => Promise.reject(new Error('password authentication failed for user "groundwork"'));

async function statusOf({ send }: Rig, { event, payload }: Example, id: string): Promise<number> {
  const response = await send(event, JSON.stringify(payload), { 'x-github-delivery': id });
  await response.text();
  return response.status;
}

describe('all official examples, signed, through the whole front', () => {
  test('none makes the app fail, and each that we hear is kept exactly once', async () => {
    const rig = await start();
    const examples = officialExamples.map(asMerged).map(asSpoken);
    const statuses = await Promise.all(
      examples.map((example, index) => statusOf(rig, example, `one-${index}`)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const again = await Promise.all(examples.map((example, index) => statusOf(rig, example, `one-${index}`)));
    expect(new Set(again)).toEqual(new Set([200]));
    const heard = examples.flatMap((example, index) =>
      isHeard(heardEvents, example) ? [`one-${index}`] : [],
    );
    expect(rig.kept.map(({ id }) => id).toSorted()).toEqual(heard.toSorted());
    expect(rig.intake.counts()).toEqual({ recorded: heard.length, repeated: heard.length });
    expect(rig.lines).toEqual([]);
  });

  test('as they are, with their pull requests open and their new issues silent, only the others are kept', async () => {
    const rig = await start();
    const heard = officialExamples.filter((example) => isHeard(heardEvents, example));
    const statuses = await Promise.all(heard.map((example, index) => statusOf(rig, example, `two-${index}`)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const open = heard.filter(({ payload }) => typeof payload['pull_request'] === 'object');
    const silent = heard.filter(({ event, payload }) => event === 'issues' && payload['action'] === 'opened');
    expect(rig.intake.counts()).toEqual({
      recorded: heard.length - open.length - silent.length,
      'ignored: not merged': open.length,
      'ignored: nothing said to the app': silent.length,
    });
  });
});

describe('one delivery', () => {
  test('ten times at once is kept once, answered ten times, and read once', async () => {
    const rig = await start();
    const same = { 'x-github-delivery': 'same-1' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => rig.send('issues', labeled, same)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await rig.intake.settled();
    expect(rig.kept).toHaveLength(1);
    expect(rig.jobs).toEqual(['gather/1']);
  });

  test('with signs beyond ASCII and an address with a slash at its end', async () => {
    const rig = await start();
    const body = JSON.stringify({ ...exampleOf('issues', 'labeled'), note: 'Žluťoučký kůň 🐎' });
    const response = await fetch(`${rig.server.url}${webhookPath}/?from=hook`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-github-event': 'issues',
        'x-github-delivery': 'beyond-1',
        'x-hub-signature-256': signatureOf(body, secret),
      },
    });
    expect(response.status).toBe(200);
    expect(rig.kept.map(({ id }) => id)).toEqual(['beyond-1']);
  });
});

describe('what is not from GitHub', () => {
  type Case = readonly [
    what: string,
    status: number,
    headers: Readonly<Record<string, string | null>>,
    body?: string,
  ];
  const other = signatureOf(labeled, 'another secret altogether');
  const sha1 = createHmac('sha1', secret).update(labeled).digest('hex');
  const cases: readonly Case[] = [
    ['another secret', 400, { 'x-hub-signature-256': other }],
    [
      'the secret that Probot takes when it is given none',
      400,
      { 'x-hub-signature-256': signatureOf(labeled, 'development') },
    ],
    ['no signature', 400, { 'x-hub-signature-256': null }],
    ['an old signature alone', 400, { 'x-hub-signature-256': null, 'x-hub-signature': `sha1=${sha1}` }],
    ['an old signature in the new place', 400, { 'x-hub-signature-256': `sha1=${sha1}` }],
    [
      'a signature that is too short',
      400,
      { 'x-hub-signature-256': signatureOf(labeled, secret).slice(0, -2) },
    ],
    ['an empty signature', 400, { 'x-hub-signature-256': '' }],
    ['the signature of another body', 400, { 'x-hub-signature-256': signatureOf('{}', secret) }],
    ['no event', 400, { 'x-github-event': null }],
    ['no delivery id', 400, { 'x-github-delivery': null }],
    ['an event that is none', 400, { 'x-github-event': '__proto__' }],
    ['a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['signed, but not JSON', 400, {}, '{"action": '],
    ['signed, but empty', 400, {}, ''],
    ['signed, but a number', 400, {}, '5'],
    ['signed, but null', 400, {}, 'null'],
    ['signed, but a list', 400, {}, '[]'],
  ];
  test.each(cases)('%s', async (_, status, headers, body = labeled) => {
    const rig = await start();
    const signature = { 'x-hub-signature-256': signatureOf(body, secret) };
    const response = await rig.send('issues', body, { ...signature, ...headers });
    expect([response.status, rig.kept.length]).toEqual([status, 0]);
    expect(rig.intake.counts()).toEqual({});
  });

  test('a wrong signature is said, without anything of the delivery', async () => {
    const rig = await start();
    await rig.send('issues', labeled, { 'x-hub-signature-256': other });
    expect(rig.lines).toEqual([
      expect.stringMatching(/^A delivery was refused: its signature does not fit WEBHOOK_SECRET\./),
    ]);
  });

  test('without a secret nothing starts', async () => {
    const options = {
      appId: 1,
      privateKey: 'key',
      apiUrl: 'http://127.0.0.1:9',
      path: webhookPath,
      hear: nothing,
      say: nothing,
    };
    await expect(createWebhooks({ ...options, secret: '' })).rejects.toThrow('Without a webhook secret');
  });
});

describe('what is signed but strange', () => {
  const issues = exampleOf('issues', 'labeled');
  test.each<readonly [string, string, unknown, Readonly<Record<string, number>>]>([
    ['an unknown event', 'brand_new_event', { action: 'made' }, {}],
    ['the name of something every object has', 'constructor', { action: 'made' }, {}],
    ['an unknown action', 'issues', { ...issues, action: 'brightened' }, {}],
    ['no installation', 'issues', { ...issues, installation: undefined }, { recorded: 1 }],
    ['a sender who is gone', 'issues', { ...issues, sender: null }, { recorded: 1 }],
    ['no issue', 'issues', { ...issues, issue: undefined }, { 'ignored: not understood': 1 }],
    [
      'an installation that is a word',
      'issues',
      { ...issues, installation: 'mine' },
      { 'ignored: not understood': 1 },
    ],
    ['an action that is an object', 'issues', { ...issues, action: {} }, {}],
    ['nothing at all', 'issues', {}, {}],
  ])('%s is answered and counted', async (_, event, payload, counts) => {
    const rig = await start();
    const response = await rig.send(event, JSON.stringify(payload));
    expect(response.status).toBe(200);
    expect(rig.intake.counts()).toEqual(counts);
  });
});

describe('what cannot be kept', () => {
  test('is no success: GitHub is told, and not why', async () => {
    const rig = await start({ record: failing });
    const response = await rig.send('issues', labeled);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe(
      '{"error":"Error: The delivery could not be kept. Please send it again."}',
    );
    expect(rig.lines).toEqual([expect.stringContaining('password authentication failed')]);
    expect(rig.jobs).toEqual([]);
  });

  test('nor is what takes too long', async () => {
    const door = Promise.withResolvers<never>();
    const rig = await start({ record: () => door.promise, answerWithin: 20 });
    const response = await rig.send('issues', labeled);
    expect(response.status).toBe(503);
    expect(rig.lines).toEqual([expect.stringContaining('it took longer than 20 ms')]);
  });

  test('the same delivery counts when it is sent again and can be kept', async () => {
    const { store } = await start();
    const failures = [failing];
    const rig = await start({
      record: (delivery) => failures.pop()?.() ?? store.deliveries.record(delivery),
    });
    const same = { 'x-github-delivery': 'again-1' };
    const statuses = [await rig.send('issues', labeled, same), await rig.send('issues', labeled, same)];
    expect(statuses.map(({ status }) => status)).toEqual([503, 200]);
    expect(rig.intake.counts()).toEqual({ failed: 1, recorded: 1 });
  });
});
