import { describe, expect, test } from '@jest/globals';
import { openReading } from '../../../src/github/open.ts';
import type { RepositoryAddress } from '../../../src/ports/github.ts';
import { stubGitHub } from './stub.ts';
import type { Answer } from './stub.ts';

const address: RepositoryAddress = { installation: 5, id: 9, name: 'harbour/reviews-ada' };

const ada = { id: 101, login: 'ada-lindqvist' };
const bertil = { id: 102, login: 'bertil' };
const outsider = { id: 900, login: 'contractor' };

function repository(overrides: object = {}) {
  const owner = { id: 1, login: 'harbour', type: 'Organization' };
  return {
    id: 9,
    full_name: 'harbour/reviews-ada',
    private: true,
    visibility: 'private',
    archived: false,
    owner,
    ...overrides,
  };
}

/** By path; the query of the request follows where it matters. */
function github(answers: Readonly<Record<string, Answer>>) {
  const stub = stubGitHub({
    rest: ({ url }) =>
      answers[url.pathname + (url.searchParams.has('role') ? '?role=' + url.searchParams.get('role') : '')] ??
      null,
  });
  return { ...openReading(stub.clients).reading, asked: stub.asked };
}

const facts = { id: 9, name: 'harbour/reviews-ada', visibility: 'private', archived: false };

describe('who can read a repository', () => {
  test('collaborators of every kind, and the owners even where the list leaves them out', async () => {
    const reading = github({
      '/repositories/9': { json: repository() },
      '/repos/harbour/reviews-ada/collaborators': { json: [ada, outsider] },
      '/orgs/harbour/members?role=admin': { json: [bertil, ada] },
    });
    expect(await reading.readers(address)).toEqual({ repository: facts, readers: [ada, outsider, bertil] });
    expect(
      reading.asked
        .find(({ url }) => url.pathname.endsWith('collaborators'))
        ?.url.searchParams.get('affiliation'),
    ).toBe('all');
  });

  test('of a person’s repository: its owner too', async () => {
    const reading = github({
      '/repositories/9': { json: repository({ owner: { ...bertil, type: 'User' } }) },
      '/repos/bertil/reviews-ada/collaborators': { json: [ada] },
    });
    expect(await reading.readers(address)).toMatchObject({ readers: [ada, bertil] });
  });

  test.each([
    ['renamed', { full_name: 'harbour/evidence-ada' }, { name: 'harbour/evidence-ada' }],
    ['opened to everyone', { private: false, visibility: 'public' }, { visibility: 'public' }],
    ['opened to the enterprise', { visibility: 'internal' }, { visibility: 'internal' }],
    ['archived', { archived: true }, { archived: true }],
  ])('of one that was %s since', async (_, overrides, expected) => {
    const found = repository(overrides);
    const reading = github({
      '/repositories/9': { json: found },
      [`/repos/${found.full_name}/collaborators`]: { json: [ada] },
      '/orgs/harbour/members?role=admin': { json: [] },
    });
    expect((await reading.readers(address))?.repository).toMatchObject(expected);
  });

  test('nobody can be told where it is gone', async () => {
    expect(await github({}).readers(address)).toBeNull();
  });

  test('nobody is told where only a part of them can be read', async () => {
    const reading = github({
      '/repositories/9': { json: repository() },
      '/repos/harbour/reviews-ada/collaborators': { json: [ada] },
      '/orgs/harbour/members?role=admin': {
        status: 403,
        json: { message: 'Resource not accessible by integration' },
      },
    });
    await expect(reading.readers(address)).rejects.toMatchObject({ name: 'GiveUp' });
  });
});

describe('a repository by its name', () => {
  test('is found, or is not there', async () => {
    const reading = github({ '/repos/harbour/reviews-ada': { json: repository() } });
    expect(await reading.repository(5, 'harbour/reviews-ada')).toEqual(facts);
    expect(await reading.repository(5, 'harbour/reviews-bo')).toBeNull();
  });

  test.each(['reviews-ada', 'harbour/', '/x', 'a/b/c', ''])('“%s” is no full name', async (name) => {
    await expect(github({}).repository(5, name)).rejects.toMatchObject({ name: 'GiveUp' });
  });
});
