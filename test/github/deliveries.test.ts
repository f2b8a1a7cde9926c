import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failedOf } from '../../src/github/deliveries.ts';
import type { Attempt } from '../../src/github/deliveries.ts';
import { openReading } from '../../src/github/open.ts';
import { stubGitHub } from './reading/stub.ts';
import type { Answer, Asked } from './reading/stub.ts';

function attempt(id: string, guid: string, hour: number, status_code: number): Attempt {
  return {
    id,
    guid,
    delivered_at: `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`,
    status_code,
    event: 'pull_request',
  };
}

describe('a delivery has failed only if no attempt of it arrived', () => {
  test.each<[string, readonly Attempt[], readonly string[]]>([
    ['one attempt that failed', [attempt('1', 'a', 1, 500)], ['1']],
    ['one that arrived', [attempt('1', 'a', 1, 200)], []],
    ['202 is an arrival too', [attempt('1', 'a', 1, 202)], []],
    ['failed, then arrived', [attempt('1', 'a', 1, 502), attempt('2', 'a', 2, 200)], []],
    ['arrived, then sent again in vain', [attempt('1', 'a', 1, 200), attempt('2', 'a', 2, 500)], []],
    ['failed twice: the last attempt', [attempt('1', 'a', 1, 500), attempt('2', 'a', 2, 504)], ['2']],
    ['no answer at all', [attempt('1', 'a', 1, 0)], ['1']],
    ['a redirect is no arrival', [attempt('1', 'a', 1, 302)], ['1']],
    [
      'several, the oldest first',
      [attempt('3', 'c', 3, 500), attempt('1', 'a', 1, 500), attempt('2', 'b', 2, 200)],
      ['1', '3'],
    ],
  ])('%s', (_, attempts, expected) => {
    expect(failedOf(attempts).map(({ id }) => id)).toEqual(expected);
  });

  test('in whatever order the attempts come, each failed delivery is named once', () => {
    const some = fc.record({
      guid: fc.constantFrom('a', 'b', 'c', 'd'),
      hour: fc.integer({ min: 0, max: 23 }),
      status: fc.constantFrom(0, 200, 202, 400, 500),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (list) => {
        const attempts = list.map(({ guid, hour, status }, index) => attempt(`${index}`, guid, hour, status));
        const found = failedOf(attempts).map(({ guid }) => guid);
        const wanted = new Set(attempts.map(({ guid }) => guid));
        for (const { guid, status_code } of attempts)
          if (status_code >= 200 && status_code < 300) wanted.delete(guid);
        expect(found.toSorted()).toEqual([...wanted].toSorted());
      }),
    );
  });
});

/** Attempts as GitHub lists them, two a page, the place of the next in a mark of GitHub's own. */
function hook(
  attempts: readonly string[],
  redelivery: (asked: Asked) => Answer = () => ({ status: 202, json: {} }),
) {
  return stubGitHub({
    rest: (asked) => {
      if (asked.method === 'POST') return redelivery(asked);
      const start = Number((asked.url.searchParams.get('cursor') ?? 'v1_0').slice(3));
      const link = `<https://api.github.com/app/hook/deliveries?per_page=100&cursor=v1_${start + 2}>; rel="next"`;
      return {
        raw: `[${attempts.slice(start, start + 2).join(',')}]`,
        headers: start + 2 < attempts.length ? { link } : {},
      };
    },
  });
}

function listed(id: string, guid: string, day: number, status_code: number): string {
  const at = `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`;
  const rest = {
    guid,
    delivered_at: at,
    redelivery: false,
    duration: 0.1,
    status: 'x',
    status_code,
    event: 'issues',
    action: null,
  };
  // GitHub writes numbers here that no JavaScript number can hold.
  return JSON.stringify({ id: 0, ...rest }).replace('"id":0', `"id":${id}`);
}

describe('the deliveries that failed', () => {
  test('are read back to the wanted day and no further', async () => {
    const stub = hook([
      listed('9', 'i', 9, 200),
      listed('8', 'h', 8, 500),
      listed('7', 'g', 7, 500),
      listed('6', 'f', 2, 500),
      listed('5', 'e', 1, 500),
    ]);
    const { app } = openReading(stub.clients);
    expect(await app.failedDeliveries('2026-03-03T00:00:00Z')).toEqual([
      { attempt: '7', id: 'g', event: 'issues', deliveredAt: '2026-03-07T00:00:00Z' },
      { attempt: '8', id: 'h', event: 'issues', deliveredAt: '2026-03-08T00:00:00Z' },
    ]);
    expect(stub.asked).toHaveLength(2);
  });

  test('are asked for again by their exact id, however long', async () => {
    const stub = hook([
      listed('3804004623172239366', 'b', 2, 500),
      listed('3804004623172239367', 'a', 1, 500),
    ]);
    const { app } = openReading(stub.clients);
    for (const failed of await app.failedDeliveries('2026-03-01T00:00:00Z'))
      await app.redeliver(failed.attempt);
    expect(stub.asked.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname)).toEqual([
      '/app/hook/deliveries/3804004623172239367/attempts',
      '/app/hook/deliveries/3804004623172239366/attempts',
    ]);
  });

  test.each([
    ['GitHub forgot it', 404],
    ['GitHub refuses it', 422],
  ])('nothing happens where %s', async (_, status) => {
    const stub = hook([], () => ({ status, json: { message: 'x' } }));
    await openReading(stub.clients).app.redeliver('12');
    expect(stub.asked).toHaveLength(1);
  });

  test('an outage is told', async () => {
    const stub = hook([], () => ({ status: 502, json: { message: 'x' } }));
    await expect(openReading(stub.clients).app.redeliver('12')).rejects.toMatchObject({ name: 'RetryLater' });
  });
});
