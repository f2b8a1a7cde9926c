import { LLMock } from '@copilotkit/aimock';
import { expect, test } from '@jest/globals';
import { openaiReader } from '../../src/model/openai.ts';
import type { Asked, Question, Reader } from '../../src/ports/reader.ts';
import { fromRecord } from '../../workers/rows.ts';
import { gather } from '../../workers/gather.ts';
import { answered, failed, readerFake } from '../fakes/reader.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { ada, harbour, orders, startRig } from './rig.ts';

const bounds = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };
const quote = 'Uploads wait for it no longer than a second.';
const doubtful = changeFacts({
  title: 'Limit for uploads',
  body: quote,
  mergedAt: '2026-02-03T08:00:00Z',
});

function gathered(answer: (question: Question) => Asked) {
  return gatheredWith(readerFake(answer), 1);
}

/** Reads the same change so many times anew. */
async function gatheredWith(reader: Reader, times: number) {
  const rig = await startRig();
  rig.world.setSubject(orders.id, doubtful, '2026-02-03T10:00:00Z');
  const subject = { account: harbour, installation: 55, repository: orders.id, kind: 'change' } as const;
  let id = 0;
  for (let time = 0; time < times; time += 1) {
    id = await rig.store.subjects.touch({ ...subject, number: 412, changedAt: null });
    await gather(id, { ...rig.ports, reader });
  }
  const record = await rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...bounds });
  const row = await rig.store.subjects.find(id);
  return { areas: fromRecord(record).map(({ area, stands }) => [area, stands]), row };
}

test('an area that the model alone names is kept as a question to the author', async () => {
  const areas = [{ key: 'care', reasons: [{ rule: 'waits', quote }] }];
  expect((await gathered((question) => answered(question, { areas }))).areas).toEqual([['care', 'asked']]);
});

test.each(['refused', 'busy', 'slow'] as const)(
  'where the model is %s, the work is kept by its signals at once: no report waits for a model',
  async (outcome) => {
    const { areas, row } = await gathered(() => failed(outcome));
    expect(areas).toEqual([]);
    expect(row?.gatheredAt).toBe(row?.dirtyAt);
  },
);

test('over the wire: reading anew costs nothing and changes nothing', async () => {
  const areas = [{ key: 'care', reasons: [{ rule: 'waits', quote }] }];
  const server = await LLMock.create({ logLevel: 'silent' });
  server.on({}, { content: JSON.stringify({ areas, win: null, impact: null, metrics: [] }) });
  const reader = openaiReader({
    apiKey: 'key-of-tests',
    baseUrl: `${server.url}/v1`,
    name: 'small',
    prices: null,
    budget: { tokens: 1_000_000, cost: null },
  });
  try {
    const once = await gatheredWith(reader, 1);
    expect(server.getRequests()).toHaveLength(1);
    const often = await gatheredWith(reader, 3);
    expect(server.getRequests()).toHaveLength(2);
    expect(often.areas).toEqual(once.areas);
  } finally {
    await server.stop();
  }
});
