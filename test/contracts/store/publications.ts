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

export function publicationsContract(opened: Opened): void {
  test('ensured many times at once, it is one, and it remembers where it stands', async () => {
    const intent = intentOf();
    const all = await Promise.all(Array.from({ length: 5 }, () => opened().publications.ensure(intent)));
    const unposted = { ...intent, githubId: null, contentHash: null, postedAt: null };
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
    });
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
