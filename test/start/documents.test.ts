import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readRules } from '../../src/people/rules-file.ts';

function textOf(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))].toSorted();
}

/** What the settings ask the environment for. The demo alone is given a control key. */
function settingNames(): readonly string[] {
  const folder = fileURLToPath(new URL('../../src/settings', import.meta.url));
  const files = ['src/settings.ts', ...readdirSync(folder).map((name) => `src/settings/${name}`)];
  const names = namesIn(files.map(textOf).join('\n'), /\bget\('([A-Z_]+)'\)/gu);
  return names.filter((name) => name !== 'GROUNDWORK_CONTROL_KEY');
}

const guide = textOf('docs/install.md');

describe('docs/install.md', () => {
  test('names every setting, and none that there is not', () => {
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const names = namesIn(rows.map((row) => row.split('|')[1]).join(' '), /`([A-Z][A-Z_]+)`/gu);
    expect(names).toEqual(settingNames());
  });

  test('runs only commands that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const asked = namesIn(guide, /npm run (?:-s )?([a-z][a-z-]*)/gu);
    expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(asked).toContain('doctor');
  });

  test('asks for the permissions and events of app.yml', () => {
    const app = parse(textOf('app.yml')) as {
      default_permissions: Record<string, string>;
      default_events: readonly string[];
    };
    const rows = guide.matchAll(
      /^\| (?:Repository|Organization): ([A-Z][a-z ]+) \| (read(?: and write)?) \|/gmu,
    );
    const permissions = Array.from(rows, ([, name = '', access = '']) => [
      name.toLowerCase().replaceAll(' ', '_'),
      access === 'read' ? 'read' : 'write',
    ]);
    expect(Object.fromEntries(permissions)).toEqual(app.default_permissions);
    const [, list = ''] = /tick: ([^.]+)\./u.exec(guide) ?? [];
    const events = list.split(',').map((name) => name.trim().toLowerCase().replaceAll(/\s+/gu, '_'));
    expect(events.toSorted()).toEqual(app.default_events);
  });

  test('begins with rules that can be used', () => {
    const [, yaml = ''] = /```yaml\n(mode: preview[^`]+)```/u.exec(guide) ?? [];
    const { rules, problems } = readRules(yaml);
    expect(problems).toEqual([]);
    expect(rules).toMatchObject({ mode: 'preview', engineers: { teams: ['engineering'] } });
  });

  test('leads only to files that there are', () => {
    const links = namesIn(guide, /\]\(\.\.\/([^)#]+)\)/gu);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(textOf(link)).not.toBe('');
  });
});

describe('.env.example', () => {
  test('has a line for every setting, and no value but defaults', () => {
    const example = textOf('.env.example');
    const oneOfTwo = settingNames().filter((name) => name !== 'PRIVATE_KEY');
    expect(namesIn(example, /^#?([A-Z_]+)=/gmu)).toEqual(oneOfTwo);
    expect(namesIn(example, /^([A-Z_]+=.+)$/gmu)).toEqual([]);
  });
});
