import { expect, test } from '@jest/globals';
import { fresh } from './scene.ts';
import type { Opened } from './scene.ts';

export function marksContract(opened: Opened): void {
  test('a mark goes on, and never back', async () => {
    const [name, other] = [`relay\0/${fresh()}`, `relay\0/${fresh()}`];
    expect(await opened().marks.read(name)).toBeNull();
    await opened().marks.write(name, '2026-03-02T09:15:00Z');
    await opened().marks.write(name, '2026-03-02T09:14:59.999Z');
    expect(await opened().marks.read(name)).toBe('2026-03-02T09:15:00.000Z');
    await opened().marks.write(name, '2026-03-02T09:15:00.001Z');
    expect(await opened().marks.read(name)).toBe('2026-03-02T09:15:00.001Z');
    expect(await opened().marks.read(other)).toBeNull();
  });

  test('of many written at once, the latest stands', async () => {
    const name = `backfill/${fresh()}`;
    const times = Array.from({ length: 8 }, (_, index) => `2026-03-0${8 - index}T00:00:00.000Z`);
    await Promise.all(times.map((at) => opened().marks.write(name, at)));
    expect(await opened().marks.read(name)).toBe('2026-03-08T00:00:00.000Z');
  });
}
