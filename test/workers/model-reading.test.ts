import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import type { Asked, Question } from '../../src/ports/reader.ts';
import type { Store } from '../../src/ports/store.ts';
import { askAgain, readByModel, readSubjectByModel } from '../../workers/model-reading.ts';
import { answered, failed, readerFake } from '../fakes/reader.ts';
import type { ReaderFake } from '../fakes/reader.ts';
import { memoryStore } from '../fakes/store.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const account = 9000;
const body = 'Uploads wait for it no longer than a second. Callers see the error at once.';
/** In doubt: its title speaks a little for care, too little to ask. */
const doubtful = changeFacts({ title: 'Limit for uploads', body });

let store: Store;
let subject: { readonly id: number; readonly account: number };
let time: string;
let said: string[];

beforeEach(async () => {
  store = memoryStore();
  time = '2026-03-02T09:00:00.000Z';
  said = [];
  const touched = { account, installation: 55, repository: 7, kind: 'change', number: 412 } as const;
  subject = { id: await store.subjects.touch({ ...touched, changedAt: null }), account };
});

function portsWith(reader: ReaderFake) {
  const clock = { now: () => new Date(time) };
  return { reader, store, clock, framework: smallFramework, say: (line: string) => void said.push(line) };
}

function read(reader: ReaderFake, facts: ChangeFacts = doubtful) {
  return readSubjectByModel(subject, facts, portsWith(reader));
}

const named = (question: Question): Asked =>
  answered(question, {
    areas: [{ key: 'care', reasons: [{ rule: 'waits', quote: 'Uploads wait for it' }] }],
  });

describe('what is asked', () => {
  test('a question is paid for once; the answer is the same ever after, and holds no words', async () => {
    const reader = readerFake(named);
    const first = await read(reader);
    expect(first?.areas[0]?.reasons[0]?.quote).toBe('Uploads wait for it');
    time = '2027-01-01T00:00:00.000Z';
    expect(await read(reader)).toEqual(first);
    expect(reader.asked).toHaveLength(1);
    const kept = await store.model.answer(account, reader.asked[0]?.key ?? '');
    expect(JSON.stringify(kept)).not.toContain('Uploads');
  });

  test('other words, another pack or another organisation is another question', async () => {
    const reader = readerFake(named);
    await read(reader);
    await read(reader, { ...doubtful, body: `${body} Always.` });
    const newer = { ...smallFramework, pack: { ...smallFramework.pack, version: '1.1' } };
    await readSubjectByModel(subject, doubtful, { ...portsWith(reader), framework: newer });
    await readSubjectByModel({ ...subject, account: 9001 }, doubtful, portsWith(reader));
    expect(reader.asked).toHaveLength(4);
    expect(new Set(reader.asked.map(({ key }) => key)).size).toBe(3);
  });

  test('what a model never sees makes no other question', async () => {
    const reader = readerFake(named);
    await read(reader);
    await read(reader, {
      ...doubtful,
      labels: ['urgent'],
      body: `${body}\n\n<!-- Describe your change -->`,
      mergedAt: '2026-03-05T08:00:00Z',
    });
    expect(reader.asked).toHaveLength(1);
  });

  test.each([
    ['what signals are sure of', changeFacts({ title: 'Adds a search' })],
    ['what is not merged', { ...doubtful, mergedAt: null }],
  ])('%s is not asked about', async (_, facts) => {
    const reader = readerFake(named);
    expect(await read(reader, facts)).toBeNull();
    expect(await readByModel(facts, { reader, framework: smallFramework })).toBeNull();
    expect(reader.asked).toEqual([]);
  });

  test('without a model nothing is', async () => {
    const reader = { ...readerFake(named), name: null };
    expect(await read(reader)).toBeNull();
    expect(reader.asked).toEqual([]);
  });

  test('an answer that is none is not asked for again', async () => {
    const reader = readerFake(() => failed('unfit'));
    expect(await read(reader)).toBeNull();
    expect(await read(reader)).toBeNull();
    expect(reader.asked).toHaveLength(1);
    expect(said).toEqual([]);
  });
});

test('of two answers to one question, asked at the same moment, one holds for both', async () => {
  const quotes = ['Uploads wait for it', 'Callers see the error'];
  const reader = readerFake((question) => {
    const reasons = [{ rule: 'waits', quote: quotes.pop() ?? '' }];
    return answered(question, { areas: [{ key: 'care', reasons }] });
  });
  const [one, other] = await Promise.all([read(reader), read(reader)]);
  expect(reader.asked).toHaveLength(2);
  expect(other).toEqual(one);
});

describe('what it uses up', () => {
  test('every call is kept, without a word of anybody', async () => {
    const reader = readerFake((question) => ({
      spans: named(question).spans,
      calls: [...failed('unfit').calls, ...named(question).calls],
    }));
    await read(reader);
    expect(await store.model.use(account, '2026-03-01T00:00:00Z')).toEqual({
      calls: 2,
      answered: 1,
      tokens: 1_100,
      cost: 200,
    });
    const last = await store.model.lastCall(account);
    expect(last).toMatchObject({ model: 'small', outcome: 'answered', at: time });
    expect(JSON.stringify(last)).not.toContain('Uploads');
  });

  test.each([
    ['tokens', { tokens: 1_100, cost: null }],
    ['money', { tokens: null, cost: 200 }],
  ])(
    'when the month’s %s are used up, signals go on alone until the next; each organisation has its own',
    async (_, budget) => {
      const reader = readerFake(named, budget);
      const others = [1, 2, 3].map((number) => ({ ...doubtful, title: `Limit ${number}` }));
      await read(reader);
      expect(await read(reader, others[0])).toBeNull();
      // What was answered before is still known.
      expect(await read(reader)).not.toBeNull();
      expect(reader.asked).toHaveLength(1);
      await readSubjectByModel({ ...subject, account: 9001 }, others[1] ?? doubtful, portsWith(reader));
      expect(reader.asked).toHaveLength(2);
      time = '2026-04-01T00:00:00.000Z';
      expect(await read(reader, others[2])).not.toBeNull();
      expect(reader.asked).toHaveLength(3);
    },
  );
});

async function isDirty(): Promise<boolean> {
  const row = await store.subjects.find(subject.id);
  return row !== null && (row.gatheredAt === null || row.dirtyAt > row.gatheredAt);
}

async function gatherNothing(): Promise<void> {
  const row = await store.subjects.find(subject.id);
  await store.subjects.forget(subject.id, row?.dirtyAt ?? time);
}

describe('a model that cannot be asked', () => {
  const other = { ...doubtful, title: 'Limit for downloads' };

  test.each([
    ['refused', 'OPENAI_API_KEY'],
    ['unknown', 'OPENAI_MODEL'],
    ['rejected', 'json_schema'],
    ['busy', '429'],
    ['failing', '5xx'],
    ['slow', 'in time'],
    ['unreachable', 'no connection'],
  ] as const)(
    '%s: nobody waits, the one who runs the app is told, and it is left in peace',
    async (outcome, word) => {
      const reader = readerFake(() => failed(outcome));
      expect(await read(reader)).toBeNull();
      expect(said.join('\n')).toContain(word);
      time = '2026-03-02T09:04:59.000Z';
      expect(await read(reader, other)).toBeNull();
      expect(reader.asked).toHaveLength(1);
      time = '2026-03-02T09:05:00.000Z';
      await read(reader, other);
      expect(reader.asked).toHaveLength(2);
    },
  );

  test('the subject is read again an hour later, and then waits no more', async () => {
    let isUp = false;
    const reader = readerFake((question) => (isUp ? named(question) : failed('busy')));
    await read(reader);
    await gatherNothing();
    time = '2026-03-02T09:59:59.000Z';
    await askAgain(portsWith(reader));
    expect(await isDirty()).toBe(false);
    time = '2026-03-02T10:00:00.000Z';
    await askAgain(portsWith(reader));
    expect(await isDirty()).toBe(true);
    isUp = true;
    expect(await read(reader)).not.toBeNull();
    expect(await store.model.waiting(account)).toBe(0);
  });

  test('after three times it is left with what signals say', async () => {
    const reader = readerFake(() => failed('unreachable'));
    await read(reader);
    const dirty: boolean[] = [];
    for (const hour of [10, 11, 12, 13]) {
      await gatherNothing();
      time = `2026-03-02T${hour}:00:00.000Z`;
      await askAgain(portsWith(reader));
      dirty.push(await isDirty());
      await read(reader);
    }
    expect(dirty).toEqual([true, true, true, false]);
  });

  test('where the model was taken away, nothing is read again for it', async () => {
    await read(readerFake(() => failed('busy')));
    await gatherNothing();
    time = '2026-03-02T10:00:00.000Z';
    await askAgain(portsWith({ ...readerFake(), name: null }));
    expect(await isDirty()).toBe(false);
  });
});
