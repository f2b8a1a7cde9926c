import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { commandRows } from '../../src/people/command-page.ts';

test('the page on answering back has the very table that commands are read by', () => {
  const page = readFileSync(new URL('../../docs/answering.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `/groundwork'));
  expect(rows).toEqual(commandRows());
});
