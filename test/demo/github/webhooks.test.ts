import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import * as actions from '../../../demo/github/actions.ts';
import { IN_PLACES } from './actions-in-places.ts';
import { IN_REVIEWS } from './actions-in-reviews.ts';
import { ON_ISSUES } from './actions-on-issues.ts';
import { ON_PULLS } from './actions-on-pulls.ts';
import { anIssue, aPull, at, changed, installedWorld, kindsOf, PAYMENTS, told } from './actions-world.ts';

/** Every action, and more than once where it can tell different things. */
const STEPS = { ...ON_PULLS, ...IN_REVIEWS, ...ON_ISSUES, ...IN_PLACES };
const NO_ACTIONS = ['Refusal', 'changesOf', 'closingReferences'];

describe('what the app is told', () => {
  test('every action is in the table', () => {
    const named = new Set(Object.keys(STEPS).map((title) => title.replace(/:.*/, '')));
    expect(Object.keys(actions).filter((name) => !NO_ACTIONS.includes(name) && !named.has(name))).toEqual([]);
  });

  test.each(Object.entries(STEPS))('%s', (_, { given, act, tells }) => {
    const world = installedWorld();
    given?.(world);
    const deliveries = told(world, () => act(world));
    expect(kindsOf(deliveries)).toEqual(tells);
    expect(deliveries.flatMap(complaintsOf)).toEqual([]);
  });

  test('the schemas do find what is wrong', () => {
    const world = installedWorld();
    const [opened] = told(world, () => void actions.openPull(world, 'adaeze', aPull));
    const { sender: _, ...payload } = { ...(opened?.payload as { sender: unknown }), number: 'one' };
    expect(complaintsOf({ event: 'pull_request', action: 'opened', payload })).toEqual([
      "pull_request.opened:  must have required property 'sender'",
      'pull_request.opened: /number must be integer',
    ]);
  });
});

describe('what it says', () => {
  test('a label on a pull request is told as one of a pull request, on an issue as one of an issue', () => {
    const world = installedWorld();
    actions.openPull(world, 'adaeze', aPull);
    actions.openIssue(world, 'adaeze', anIssue);
    const [pull] = told(world, () => label(world, 1));
    const [issue] = told(world, () => label(world, 2));
    expect([at(pull, 'label', 'name'), at(pull, 'pull_request', 'number'), at(pull, 'issue')]).toEqual([
      'incident',
      1,
      undefined,
    ]);
    expect([at(issue, 'label', 'name'), at(issue, 'issue', 'number'), at(issue, 'pull_request')]).toEqual([
      'incident',
      2,
      undefined,
    ]);
  });

  test('the state of a review is written small, and an empty body is null', () => {
    const world = installedWorld();
    actions.openPull(world, 'adaeze', aPull);
    const [review] = told(
      world,
      () => void actions.submitReview(world, 'tomas', { repository: PAYMENTS, number: 1, state: 'APPROVED' }),
    );
    expect([at(review, 'review', 'state'), at(review, 'review', 'body')]).toEqual(['approved', null]);
  });

  test('a comment on a pull request shows an issue with its pull request, and another id', () => {
    const world = installedWorld();
    const pull = actions.openPull(world, 'adaeze', aPull);
    const wish = { repository: PAYMENTS, number: 1, body: 'Noted.' };
    const [comment] = told(world, () => void actions.comment(world, 'groundwork[bot]', wish));
    expect(at(comment, 'issue', 'pull_request', 'merged_at')).toBeNull();
    expect(at(comment, 'issue', 'pull_request', 'url')).toBe(`http://127.0.0.1/repos/${PAYMENTS}/pulls/1`);
    expect(at(comment, 'issue', 'id')).toBe(pull.issueId);
    expect(pull.issueId).not.toBe(pull.id);
    expect([at(comment, 'sender', 'login'), at(comment, 'sender', 'type')]).toEqual([
      'groundwork[bot]',
      'Bot',
    ]);
  });

  test('a push tells both heads', () => {
    const world = installedWorld();
    const before = actions.openPull(world, 'adaeze', aPull).headSha;
    const wish = { repository: PAYMENTS, number: 1, message: 'More', files: [changed('src/bank.ts')] };
    const [pushed] = told(world, () => void actions.push(world, 'adaeze', wish));
    expect([at(pushed, 'before'), at(pushed, 'after')]).toEqual([
      before,
      at(pushed, 'pull_request', 'head', 'sha'),
    ]);
    expect(at(pushed, 'after')).toMatch(/^[0-9a-f]{40}$/);
    expect(at(pushed, 'after')).not.toBe(before);
  });

  test('an edit tells what was there before, and only of what is different', () => {
    const world = installedWorld();
    actions.openIssue(world, 'adaeze', anIssue);
    const wish = { repository: PAYMENTS, number: 1, title: 'Payouts late' };
    const [edited] = told(world, () => void actions.editIssue(world, 'adaeze', wish));
    expect(at(edited, 'changes')).toEqual({ title: { from: anIssue.title } });
  });

  test('a payload stays as it was when it was sent', () => {
    const world = installedWorld();
    const [opened] = told(world, () => void actions.openIssue(world, 'adaeze', anIssue));
    const before = JSON.stringify(opened?.payload);
    actions.editIssue(world, 'tomas', {
      repository: PAYMENTS,
      number: 1,
      title: 'Later',
      labels: ['incident'],
      assignees: ['tomas'],
      state: 'closed',
    });
    expect(JSON.stringify(opened?.payload)).toBe(before);
  });

  test('the same story gives the same ids, shas and delivery ids', () => {
    const [one, other] = [installedWorldWithPull(), installedWorldWithPull()];
    expect(JSON.stringify(one.state.deliveries)).toBe(JSON.stringify(other.state.deliveries));
    const guids = one.state.deliveries.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids) expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

function label(world: ReturnType<typeof installedWorld>, number: number): void {
  actions.addLabels(world, 'tomas', { repository: PAYMENTS, number, labels: ['incident'] });
}

function installedWorldWithPull() {
  const world = installedWorld();
  actions.openPull(world, 'adaeze', { ...aPull, labels: ['bug'], reviewers: ['tomas'] });
  return world;
}

const description: {
  webhooks: Record<
    string,
    { post: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }
  >;
} = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@octokit/openapi-webhooks/generated/api.github.com.json'),
    'utf8',
  ),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(description, 'github');

/** What GitHub's own description of its webhooks finds wrong with a payload. */
function complaintsOf(delivery: {
  readonly event: string;
  readonly action: string | null;
  readonly payload: unknown;
}): readonly string[] {
  const kind = `${delivery.event}.${delivery.action}`;
  const key = `${delivery.event}-${delivery.action}`.replaceAll('_', '-');
  const schema = description.webhooks[key]?.post.requestBody.content['application/json']?.schema;
  if (schema === undefined) return [`GitHub knows no ${kind}`];
  const validate = ajv.getSchema(`github${schema.$ref}`);
  if (validate === undefined) return [`no schema for ${kind}`];
  const isValid = validate(JSON.parse(JSON.stringify(delivery.payload)));
  if (isValid === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${kind}: ${instancePath} ${message}`);
}
