import { expect, test } from '@jest/globals';
import { fresh } from './scene.ts';
import type { Opened } from './scene.ts';

export function peopleContract(opened: Opened): void {
  test('a login is a label: the person stays who they are', async () => {
    const [account, id] = [fresh(), fresh()];
    expect(await opened().people.find(account, id)).toBeNull();
    await opened().people.remember({ account, id, login: 'ada' });
    await opened().people.remember({ account, id, login: 'ada-lovelace' });
    expect(await opened().people.find(account, id)).toEqual({ account, id, login: 'ada-lovelace' });
    expect(await opened().people.find(fresh(), id)).toBeNull();
  });
}
