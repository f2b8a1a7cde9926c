import { expect, test } from '@jest/globals';
import type { ReadingRig } from './rig.ts';

export function sinceContract(opened: () => ReadingRig): void {
  const since = (at: string) => {
    const { reading, repository } = opened();
    return Array.fromAsync(reading.subjectsSince(repository, at));
  };

  /** Merged on the first of four days each, the second of them touched again on the last. */
  function merged(): readonly number[] {
    const { people } = opened();
    const numbers = ['01', '02', '03'].map((day) => {
      people.now(`2026-02-${day}T10:00:00Z`);
      const number = people.openPull('adaeze', { title: `Deadline ${day}` });
      people.merge('tomas', number);
      return number;
    });
    people.now('2026-02-04T10:00:00Z');
    people.comment('priya', numbers[1] ?? 0, 'Late, but thank you.');
    return numbers;
  }

  test('what was merged is told newest change first, with when it changed', async () => {
    const [first, second, third] = merged();
    opened().people.openPull('adaeze', { title: 'Not merged' });
    expect(await since('2026-02-01T00:00:00Z')).toEqual([
      { kind: 'change', number: second, changedAt: '2026-02-04T10:00:00Z' },
      { kind: 'change', number: third, changedAt: '2026-02-03T10:00:00Z' },
      { kind: 'change', number: first, changedAt: '2026-02-01T10:00:00Z' },
    ]);
  });

  test('only from that moment on, the moment itself included', async () => {
    const [, second, third] = merged();
    expect((await since('2026-02-03T10:00:00Z')).map(({ number }) => number)).toEqual([second, third]);
    expect((await since('2026-02-03T10:00:01Z')).map(({ number }) => number)).toEqual([second]);
    expect(await since('2026-02-05T00:00:00Z')).toEqual([]);
  });

  test('incidents are told, too', async () => {
    const { people } = opened();
    people.now('2026-02-03T10:00:00Z');
    const number = people.openIssue('tomas', { title: 'Payouts stuck', labels: ['incident'] });
    people.now('2026-02-05T10:00:00Z');
    people.edit('tomas', number, 'Since 04:10.');
    expect(await since('2026-02-04T00:00:00Z')).toEqual([
      { kind: 'issue', number, changedAt: '2026-02-05T10:00:00Z' },
    ]);
  });

  test('more than a page is told to its end', async () => {
    const { people } = opened();
    const numbers = Array.from({ length: 101 }, (_, index) =>
      people.openIssue('tomas', { title: `Payouts stuck ${index}`, labels: ['incident'] }),
    );
    expect(new Set((await since('2026-01-01T00:00:00Z')).map(({ number }) => number))).toEqual(
      new Set(numbers),
    );
  });

  test('nothing is told of a repository that is gone', async () => {
    const { reading, repository } = opened();
    const gone = { ...repository, id: 1, name: 'harbour/nowhere' };
    expect(await Array.fromAsync(reading.subjectsSince(gone, '2026-01-01T00:00:00Z'))).toEqual([]);
  });
}
