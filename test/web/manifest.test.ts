import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { heardEvents } from '../../src/app.ts';
import { webhookPath } from '../../src/web/server.ts';

const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as Readonly<
  Record<string, unknown>
>;

/** GitHub sends these to every app, and refuses a manifest that asks for them. */
const unasked = ['installation', 'installation_repositories'];

describe('app.yml', () => {
  test('asks for the events we hear, and for no other', () => {
    const heard = new Set(heardEvents.map((name) => name.split('.')[0] ?? ''));
    expect(manifest['default_events']).toEqual(
      [...heard].filter((name) => !unasked.includes(name)).toSorted(),
    );
  });

  test('asks for no more than is needed', () => {
    expect(manifest['default_permissions']).toEqual({
      metadata: 'read',
      contents: 'read',
      pull_requests: 'write',
      issues: 'write',
      members: 'read',
    });
  });

  test('is not for everybody, and its events go to where they are heard', () => {
    expect(manifest).toMatchObject({
      name: 'Groundwork',
      public: false,
      hook_attributes: { url: `https://example.com${webhookPath}`, active: true },
    });
  });

  test('no event is named twice', () => {
    expect(heardEvents).toHaveLength(new Set(heardEvents).size);
  });
});
