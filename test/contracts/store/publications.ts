import { expect, test } from '@jest/globals';
import { GiveUp } from '../../../src/errors.ts';
import type { PublicationIntent } from '../../../src/ports/store.ts';
import { fresh } from './scene.ts';
import type { Opened } from './scene.ts';

function intentOf(): PublicationIntent {
  return {
    account: fresh(),
    key: 'comment:1296269:412',
    kind: 'comment',
    person: null,
    repository: 1_296_269,
    number: 412,
  };
}

function standingOf() {
  return {
    number: 412,
    githubId: 2_718_281_828_459,
    contentHash: 'a1'.repeat(32),
    postedAt: '2026-03-04T09:20:00.000Z',
  };
}

const notHeld = { heldBecause: null, heldAt: null };

export function publicationsContract(opened: Opened): void {
  test('ensured many times at once, it is one, and it remembers where it stands', async () => {
    const intent = intentOf();
    const all = await Promise.all(Array.from({ length: 5 }, () => opened().publications.ensure(intent)));
    const unposted = { ...intent, githubId: null, contentHash: null, postedAt: null, ...notHeld };
    expect(all).toEqual(Array.from({ length: 5 }, () => unposted));
    const standing = {
      number: 412,
      githubId: 2_718_281_828_459,
      contentHash: 'a1'.repeat(32),
      postedAt: '2026-03-02T09:20:00.000Z',
    };
    await opened().publications.posted({ account: intent.account, key: intent.key, ...standing });
    expect(await opened().publications.ensure({ ...intent, kind: 'report' })).toEqual({
      ...intent,
      ...standing,
      ...notHeld,
    });
  });

  test('where it stands may become known when it is posted; of one person all are found', async () => {
    const { publications } = opened();
    const person = fresh();
    const intent = { ...intentOf(), key: 'report/2026-H1/7', person };
    await publications.ensure(intent);
    await publications.ensure({ ...intent, key: 'comment/1', person: fresh() });
    const { account, key } = intent;
    await publications.posted({ account, key, repository: 99, ...standingOf() });
    expect(await publications.ofPerson(account, person)).toEqual([
      { ...intent, repository: 99, ...standingOf(), ...notHeld },
    ]);
    expect(await publications.ofPerson(fresh(), person)).toEqual([]);
  });

  test('a text that is not posted waits with its reason; the latest one alone, until it is posted', async () => {
    const intent = intentOf();
    const { account, key } = intent;
    const { publications } = opened();
    await publications.ensure(intent);
    expect(await publications.heldText(account, key)).toBeNull();
    const first = { reason: 'Others than its readers could read it.', at: '2026-03-02T09:20:00Z' };
    await publications.hold({ account, key, text: 'Old text', ...first });
    const latest = { reason: 'In preview nothing is posted.', at: '2026-03-03T09:20:00Z' };
    await publications.hold({ account, key, text: 'New text \0', ...latest });
    const waiting = {
      ...intent,
      githubId: null,
      contentHash: null,
      postedAt: null,
      heldBecause: 'In preview nothing is posted.',
      heldAt: '2026-03-03T09:20:00.000Z',
    };
    expect(await publications.held(account)).toEqual([waiting]);
    expect(await publications.find(account, key)).toEqual(waiting);
    expect(await publications.ensure(intent)).toEqual(waiting);
    expect(await publications.heldText(account, key)).toBe('New text \uFFFD');
    await publications.posted({ account, key, ...standingOf() });
    expect(await publications.held(account)).toEqual([]);
    expect(await publications.heldText(account, key)).toBeNull();
    expect(await publications.find(account, key)).toEqual({ ...intent, ...standingOf(), ...notHeld });
  });

  test('what stands on GitHub stands on while a newer text waits', async () => {
    const intent = intentOf();
    const { account, key } = intent;
    await opened().publications.ensure(intent);
    await opened().publications.posted({ account, key, ...standingOf() });
    const held = { reason: 'Somebody edited it.', at: '2026-04-01T00:00:00Z' };
    await opened().publications.hold({ account, key, text: 'Newer', ...held });
    expect(await opened().publications.find(account, key)).toMatchObject({
      ...standingOf(),
      heldBecause: 'Somebody edited it.',
    });
  });

  test('what waits comes earliest first, and no other account’s', async () => {
    const account = fresh();
    const hold = async (key: string, day: string, of = account) => {
      await opened().publications.ensure({ ...intentOf(), account: of, key });
      const at = `2026-03-${day}T00:00:00Z`;
      await opened().publications.hold({ account: of, key, reason: 'Preview.', text: key, at });
    };
    await hold('report:1', '03');
    await hold('report:2', '01');
    await hold('report:3', '02');
    await hold('report:4', '01', fresh());
    await opened().publications.ensure({ ...intentOf(), account, key: 'report:5' });
    const keys = (await opened().publications.held(account)).map(({ key }) => key);
    expect(keys).toEqual(['report:2', 'report:3', 'report:1']);
  });

  test('what nobody meant to publish is not found, and cannot be held', async () => {
    const { account, key } = intentOf();
    expect(await opened().publications.find(account, key)).toBeNull();
    const holding = { account, key, reason: 'Preview.', text: 'Text', at: '2026-03-02T09:20:00Z' };
    await expect(opened().publications.hold(holding)).rejects.toThrow(GiveUp);
    expect(await opened().publications.heldText(account, key)).toBeNull();
  });

  test('what nobody meant to publish cannot have been posted', async () => {
    const { account, key } = intentOf();
    const standing = {
      number: 1,
      githubId: 2,
      contentHash: 'a1'.repeat(32),
      postedAt: '2026-03-02T09:20:00Z',
    };
    await expect(opened().publications.posted({ account, key, ...standing })).rejects.toThrow(GiveUp);
  });
}
