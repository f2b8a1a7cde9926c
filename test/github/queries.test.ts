import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode } from 'graphql';
import { costOf } from './reading/cost.ts';
import { githubSchema } from './reading/stub.ts';

const folder = join(import.meta.dirname, '../../src/github');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** Every exported query of the room, found by its shape. */
async function exportedQueries(): Promise<readonly string[]> {
  const modules = await Promise.all(files.map((name) => import(join(folder, name)) as Promise<object>));
  return modules.flatMap((module) => Object.values(module).flatMap((value: unknown) => textOf(value) ?? []));
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('schema' in value)) return null;
  return String(value.text);
}

const documents = new Map<string, DocumentNode>();

beforeAll(async () => {
  for (const text of await exportedQueries()) documents.set(nameOf(text), parse(text));
});

function nameOf(text: string): string {
  return /^query (\w+)/u.exec(text)?.[1] ?? '';
}

function complaints(document: DocumentNode | undefined): readonly string[] {
  const rules = [...specifiedRules, NoDeprecatedCustomRule];
  return document === undefined
    ? ['there is no such query']
    : validate(githubSchema, document, rules).map(({ message }) => message);
}

/** The queries that the sources write down: a query that is not exported would not be looked at. */
function writtenQueries(): readonly string[] {
  const sources = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const plain = sources
    .flatMap((text) => [...text.matchAll(/`(?:query|mutation) (\w+)\(/gu)])
    .map(([, name = '']) => name);
  const rests = sources
    .flatMap((text) => [...text.matchAll(/[=(] ?rest\(\s*'(\w+)'/gu)])
    .map(([, name = '']) => `RestOf${name}`);
  return [...plain.filter((name) => name !== 'RestOf'), ...rests];
}

describe('every query that is sent', () => {
  test('is exported, so that it is looked at here', () => {
    const written = writtenQueries();
    expect(written).toContain('Change');
    expect(written).toContain('RestOfTeam');
    expect([...documents.keys()].toSorted()).toEqual(written.toSorted());
  });

  test('is valid by GitHub’s schema and uses nothing deprecated', () => {
    const all = [...documents].map(([name, document]) => [name, complaints(document)]);
    expect(all).toEqual([...documents.keys()].map((name) => [name, []]));
  });

  test('a wrong field would be noticed', () => {
    expect(complaints(parse('query Wrong { viewer { shoeSize } }'))).toHaveLength(1);
    expect(
      complaints(parse('query Old { node(id: "x") { ... on PullRequestReview { databaseId } } }')),
    ).toHaveLength(1);
  });

  test('costs one point at most, by GitHub’s formula', () => {
    const costs = [...documents].map(([name, document]) => ({ name, ...costOf(document) }));
    expect(costs.filter(({ points }) => points > 1)).toEqual([]);
    expect(costs.filter(({ nodes }) => nodes > 500_000)).toEqual([]);
  });

  test('the formula gives the figures of GitHub’s own two examples', () => {
    const points = `query { viewer { login repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }`;
    expect(costOf(parse(points))).toMatchObject({ requests: 5101, points: 51 });
    const talk = 'edges { node { title comments(first: 10) { edges { node { bodyHTML } } } } }';
    const nodes = `query { viewer {
      repositories(first: 50) { edges { node { name pullRequests(first: 20) { ${talk} } issues(first: 20) { ${talk} } } } }
      followers(first: 10) { edges { node { login } } } } }`;
    expect(costOf(parse(nodes))).toMatchObject({ nodes: 22_060 });
  });
});
